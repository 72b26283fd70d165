"""Buttons of a presentation: a sign, a word, and the key that does the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from trainer_app.i18n import _
from trainer_app.ui.presenter.keys import signs
from trainer_app.ui.theme import Token, current, draw_icon
from trainer_app.ui.widgets.drawn import DrawnButton, centred, end_box, panel, start_box
from trainer_app.ui.widgets.lettering import Lettering

if TYPE_CHECKING:
    from trainer_app.ui.presenter.presentation import Presentation


class KeyButton(DrawnButton):
    """A sign, a word and a key cap. `set_on` shows that what it does is on.

    `key` may be empty. Where large letters need the room the word is left out that its place
    and key say already (`show_word`); it stays its name. Signals: `clicked`.
    """

    def __init__(
        self,
        icon: str,
        word: str,
        key: str = "",
        *,
        first: bool = False,
        show_word: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(word, parent)
        self._icon, self._first, self._on, self._show = icon, first, False, show_word
        self._word = Lettering(word, "body", "semibold", tight=True)
        self._key = Lettering(key, "small", "semibold", tight=True)
        self._has_key = bool(key)
        if not show_word:
            self.setToolTip(word)

    def set_word(self, word: str, icon: str) -> None:
        """Show another word and sign."""
        if word == self.accessibleName() and icon == self._icon:
            return
        self.setText(word.replace("&", "&&"))
        self.setAccessibleName(word)
        if not self._show:
            self.setToolTip(word)
        self._icon = icon
        self._word = Lettering(word, "body", "semibold", tight=True)
        self.updateGeometry()
        self.update()

    def set_on(self, on: bool) -> None:
        """Show whether it is on, also to a screen reader."""
        self._on = on
        self.setAccessibleDescription(_("On") if on else "")
        self.update()

    @property
    def is_on(self) -> bool:
        """Whether it is shown as on."""
        return self._on

    def words_shown(self) -> Lettering | None:
        return self._word if self._show else None

    def _sizes(self) -> tuple[int, int, int, int]:
        """Padding, sign, gap and key cap."""
        theme = current()
        cap = max(theme.px(26), round(self._key.natural_width()) + theme.px(14))
        return theme.space(12), theme.px(22), theme.space(8), cap if self._has_key else 0

    def _besides(self) -> float:
        pad, sign, gap, cap = self._sizes()
        return 2 * pad + sign + (gap if self._show else 0) + (cap + gap if cap else 0)

    def widths(self) -> tuple[float, float]:
        if not self._show:
            return self._besides(), self._besides()
        best = self._word.balanced(current().px(220)).width()
        return min(best, self._word.longest_word()) + self._besides(), best + self._besides()

    def measure(self, width: float) -> float:
        if not self._show:
            return float(current().target)
        return self._word.lay(width - self._besides()) + 2 * current().space(8)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        ink, ground, edge = self._colours()
        panel(painter, box, theme.space(self.radius), theme.colour(ground), edge, theme.border)
        pad, sign, gap, cap = self._sizes()
        at, rest = start_box(box.adjusted(pad, 0, -pad, 0), sign, gap)
        draw_icon(painter, self._icon, theme.hex(ink), centred(at, sign))
        if cap:
            corner, rest = end_box(rest, cap, gap)
            key = centred(corner, cap, theme.px(26))
            panel(painter, key, theme.space(6), None, theme.colour(ink), 1)
            self._key.draw(painter, key, theme.colour(ink), "center")
        if self._show:
            self._word.draw(painter, rest, theme.colour(ink))

    def _colours(self) -> tuple[Token, Token, QColor | None]:
        theme = current()
        if not self.isEnabled():
            return "muted", "sunk", theme.colour("line")
        if self._first:
            return "on_primary", "primary_strong" if self.raised else "primary", None
        if self._on:
            return "primary_strong", "primary_tint", theme.colour("primary")
        return "ink", "sunk" if self.raised else "card", theme.colour("edge")


class Controls:
    """The buttons of a presentation by name, which show what is on and what can be done."""

    def __init__(
        self, presentation: Presentation, names: Sequence[str], *, brief: bool = False
    ) -> None:
        """`brief`: only Back and Next say their words, the others show sign and key."""
        self._presentation = presentation
        caps = signs()
        self.buttons: dict[str, KeyButton] = {}
        for name in names:
            icon, word = looks()[name]
            button = KeyButton(
                icon,
                word,
                caps.get(name, ""),
                first=name == "on",
                show_word=not brief or name in ("on", "back"),
            )
            button.clicked.connect(partial(presentation.do, name))
            self.buttons[name] = button
        self.refresh()

    def refresh(self) -> None:
        """Show how things are."""
        one = self._presentation
        now, room = one.state, one.room
        on: dict[str, Callable[[], bool]] = {
            "black": lambda: now.black,
            "second": lambda: bool(now.second),
            "listen": lambda: bool(one.listens),
            "follow": lambda: now.following,
            "vote": lambda: one.counts() is not None,
        }
        can: dict[str, Callable[[], bool]] = {
            "on": lambda: now.black or not now.is_last,
            "back": lambda: now.black or now.at > 0,
            "second": lambda: len(one.material.lesson.languages) > 1,
            "listen": lambda: one.listens is not None,
            "follow": lambda: room is not None,
            "vote": lambda: one.is_question,
            "practice": lambda: bool(one.material.practice(now.language)),
        }
        for name, button in self.buttons.items():
            button.set_on(on[name]() if name in on else False)
            button.setEnabled(can[name]() if name in can else True)
        if "listen" in self.buttons:
            word = _("Let everyone go on") if one.listens else _("Everyone listen")
            self.buttons["listen"].set_word(word, "play" if one.listens else "ear")


def looks() -> dict[str, tuple[str, str]]:
    """The sign and the word of everything that can be pressed."""
    return {
        "on": ("arrow-right", _("Next")),
        "back": ("arrow-left", _("Back")),
        "black": ("moon", _("Black screen")),
        "swap": ("arrow-left-right", _("Swap displays")),
        "second": ("languages", _("Second language")),
        "listen": ("ear", _("Everyone listen")),
        "follow": ("footprints", _("Follow me")),
        "vote": ("hand", _("Vote")),
        "practice": ("presentation", _("Practice")),
        "read": ("volume-2", _("Read aloud")),
        "names": ("users", _("Names")),
        "notes": ("clipboard-list", _("My notes")),
        "walk": ("smartphone", _("Walk round")),
        "end": ("x", _("End")),
    }
