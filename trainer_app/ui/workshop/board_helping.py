"""Who can help whom on the live board: whom to ask, and who is helping."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.helpers import Suggestion
from trainer_app.i18n import _, isolate, ngettext, own_name
from trainer_app.i18n.formats import number
from trainer_app.services.peer_help import Going, Help
from trainer_app.services.watching import BoardRow
from trainer_app.ui.heading import column
from trainer_app.ui.labels import person_label
from trainer_app.ui.widgets import Button, Chip, Dialog, Text
from trainer_app.ui.workshop.board_words import lesson_title


@dataclass(frozen=True, slots=True)
class RowHelp:
    """What a row shows of helping: whom to ask (best first), and whether the person helps.

    `helped_by` is the name of who was asked to help here. Names keep their own direction.
    """

    ask: tuple[tuple[Suggestion, str], ...] = ()
    going: Going | None = None
    helped_by: str = ""


def row_help(row: BoardRow, help: Help, names: Mapping[str, str]) -> RowHelp:
    """What one row shows; `names` of people by id."""
    helper = help.helper_of(row.sitting)
    return RowHelp(
        tuple((one, names[one.person]) for one in help.suggestions.get(row.sitting or "", ())),
        help.going.get(row.person.id) if row.sitting else None,
        names.get(helper, "") if helper is not None else "",
    )


def names_of(rows: Sequence[BoardRow]) -> dict[str, str]:
    """What everyone on the board is called, by id."""
    return {row.person.id: person_label(row.person) for row in rows}


def help_parts(
    shown: RowHelp,
    name: str,
    *,
    ask: Callable[[Suggestion], None],
    more: Callable[[], None],
    end: Callable[[], None],
) -> list[QWidget]:
    """Chips and buttons for one row; `name` is the row's own person."""
    parts: list[QWidget] = []
    if shown.helped_by:
        words = _("{name} helps here").format(name=shown.helped_by)
        parts.append(Chip(words, "ok", icon="hand-helping"))
    if shown.going is not None:
        parts += _going(shown.going, name, end)
    if shown.ask:
        best, helper = shown.ask[0]
        button = Button(_ask_words(helper), icon="hand-helping", size="small")
        button.clicked.connect(lambda: ask(best))
        parts.append(button)
    if len(shown.ask) > 1:
        others = Button(_("Others …"), "quiet", size="small")
        others.setAccessibleName(_("Ask others to help {name}").format(name=name))
        others.clicked.connect(more)
        parts.append(others)
    return parts


def ask_one_of(
    window: QWidget,
    shown: RowHelp,
    lessons: LessonLibrary,
    asked: Callable[[Suggestion], None],
) -> None:
    """All who can be asked, each with the reason, in a dialog."""
    lines = []
    buttons = [("", Button(_("Cancel"), "quiet"))]
    for one, helper in shown.ask:
        lines.append(Text(reason_words(one, helper, lessons), "body", tight=True))
        buttons.append((one.person, Button(_ask_words(helper), icon="hand-helping")))
    by_id = {one.person: one for one, _helper in shown.ask}
    dialog = Dialog(
        window, _("Who can help?"), column(*lines, gap=10), buttons, escape="", width=760
    )
    dialog.answered.connect(lambda person: asked(by_id[person]) if person else None)
    dialog.open(buttons[1][1])


def reason_words(one: Suggestion, helper: str, lessons: LessonLibrary) -> str:
    """Why somebody is suggested."""
    return _("{name} offered to help, has finished “{lesson}” and reads {language}.").format(
        name=helper,
        lesson=isolate(lesson_title(lessons, one.lesson)),
        language=isolate(own_name(one.language)),
    )


def _going(going: Going, name: str, end: Callable[[], None]) -> list[QWidget]:
    words = ngettext(
        "Helping for {count} minute", "Helping for {count} minutes", going.minutes
    ).format(count=number(going.minutes))
    chip = Chip(words, "primary", icon="hand-helping")
    back = Button(
        _("All is well there: end helping") if going.eased else _("Helping has ended"),
        "primary" if going.eased else "secondary",
        icon="check",
        size="small",
    )
    back.setAccessibleDescription(_("{name} does not help any more").format(name=name))
    back.clicked.connect(end)
    return [chip, back]


def _ask_words(helper: str) -> str:
    return _("Ask {name} to help").format(name=helper)
