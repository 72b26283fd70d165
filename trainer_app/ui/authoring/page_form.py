"""One page of a lesson, as its author writes it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.domain.draft_edits import with_page
from trainer_app.domain.drafts import Draft
from trainer_app.i18n import _, isolate, pgettext
from trainer_app.i18n.formats import number
from trainer_app.ui.authoring.form import Form, section_title
from trainer_app.ui.authoring.history import Place
from trainer_app.ui.authoring.markdown_field import MarkdownField
from trainer_app.ui.authoring.picture_field import PictureField
from trainer_app.ui.widgets import Card, CheckField, TextField


class PageForm(Form):
    """Title, picture, text. Signals: those of Form; `picture_wanted(str)` with a field's name."""

    picture_wanted = Signal(str)

    def __init__(self, draft: Draft, page_id: str, picture: Path) -> None:
        super().__init__(draft, Place("page", page_id))
        self._page = page = draft.page(page_id)
        text = MarkdownField(
            _("Text"),
            page.text,
            lines=9,
            boxes=True,
            help_words=_("Short sentences, 20 to 60 words. Choose words, then press a button."),
        )
        self.add(
            self.line(
                "title",
                pgettext("line of a lesson", "Title"),
                page.title,
                lambda d, v: with_page(d, page_id, title=v),
            ),
            self._picture(picture),
        )
        self.words("text", text, lambda d, v: with_page(d, page_id, text=v))
        self.add(text, self._serves())
        self.column.addStretch(1)

    def _picture(self, path: Path) -> QWidget:
        page = self._page
        shows = alt_field(page.alt)
        self.words("alt", shows, lambda d, v: with_page(d, page.id, alt=v))
        field = PictureField(_("Picture"), path, chosen=bool(page.picture), under=shows)
        field.wanted.connect(lambda: self.picture_wanted.emit("picture"))
        field.left_out.connect(
            lambda: self.reshape(lambda d: with_page(d, page.id, picture="", alt=""), "picture")
        )
        self.fields["picture"] = field
        return field

    def _serves(self) -> QWidget:
        """Whether it belongs to the short form, and what it helps people to do."""
        page = self._page
        core = CheckField(_("This page belongs to the short form"), page.core)
        self.bound("core", core, lambda d, v: with_page(d, page.id, core=v))
        card = Card(core, section_title(_("What this page teaches")), pad=12)
        for at, each in enumerate(self.draft.objectives, start=1):
            field = CheckField(objective_words(each.words, at), each.id in page.objectives)
            name = f"objective {each.id}"
            self.fields[name] = field

            def tick(on: bool, objective: str = each.id, name: str = name) -> None:
                self.edited.emit(
                    lambda draft: with_page(
                        draft, page.id, objectives=_ticked(draft, page.id, objective, on)
                    ),
                    name,
                )

            field.toggled.connect(tick)
            card.add(field)
        return card


def alt_field(value: str) -> TextField:
    """What a picture shows, for those who do not see it."""
    return TextField(
        _("What the picture shows"), value, hint=_("Such as: a woman reads a message"), lines=2
    )


def objective_words(words: str, at: int) -> str:
    """An objective in a list; one that has no words yet is called by its number."""
    return words or _("What people can do, number {number}").format(number=isolate(number(at)))


def _ticked(draft: Draft, page_id: str, objective: str, on: bool) -> tuple[str, ...]:
    """The objectives of a page with one more or one less, in the order of the lesson."""
    now = {each.id: each for each in draft.pages}[page_id].objectives
    wanted = {*now, objective} if on else {*now} - {objective}
    return tuple(each.id for each in draft.objectives if each.id in wanted)
