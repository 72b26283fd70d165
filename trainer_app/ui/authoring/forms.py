"""Makes the form of each part of a lesson, and finds pictures for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.draft_edits import Change, added_questions, with_page, with_question
from trainer_app.domain.drafts import Draft
from trainer_app.i18n import _
from trainer_app.services.drafting import Drafting
from trainer_app.services.picture_shelf import AtHand, PictureShelf
from trainer_app.ui.authoring.about_form import AboutForm
from trainer_app.ui.authoring.card_form import CardForm
from trainer_app.ui.authoring.gift_form import GiftForm
from trainer_app.ui.authoring.history import Place
from trainer_app.ui.authoring.mend_list import MendList
from trainer_app.ui.authoring.mending import Mend
from trainer_app.ui.authoring.page_form import PageForm
from trainer_app.ui.authoring.picture_chooser import PictureChooser
from trainer_app.ui.authoring.plan_form import PlanForm
from trainer_app.ui.authoring.question_form import QuestionForm
from trainer_app.ui.authoring.words_form import WordsForm
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.widgets import Button, Dialog

if TYPE_CHECKING:
    from trainer_app.ui.authoring.editor import EditorPage


class Forms(QObject):
    """What an editor shows for each part. `titles`: the program's lessons by id.

    Signals: `picture_put(Place, Change)`: a picture was chosen for a part.
    """

    picture_put = Signal(object, object)

    def __init__(
        self,
        lesson_id: str,
        library: LessonLibrary,
        drafting: Drafting,
        shelf: PictureShelf,
        bridge: Bridge,
        choose_file: Callable[[], Path | None],
        language: str,
    ) -> None:
        super().__init__()
        self._lesson, self._library, self._drafting = lesson_id, library, drafting
        self._shelf, self._bridge, self._choose_file = shelf, bridge, choose_file
        self._language = language

    def picture(self, name: str) -> Path:
        """Where a picture of the lesson lies; the empty frame for none."""
        return self._shelf.path(self._lesson, name)

    def make(self, draft: Draft, place: Place, mends: Sequence[Mend] | None) -> QWidget:
        """The fields of a part."""
        if place.section == "page":
            return PageForm(draft, place.id, self.picture(draft.page(place.id).picture))
        if place.section == "question" and place.id:
            picture = self.picture(draft.question(place.id).picture)
            return QuestionForm(draft, place.id, self._drafting, picture)
        if place.section == "question":
            return GiftForm(self._drafting, draft.language)
        if place.section == "card":
            return CardForm(draft, self._library.lesson(self._lesson).languages)
        if place.section == "words":
            return WordsForm(draft)
        if place.section == "plan":
            return PlanForm(draft)
        if place.section == "mend":
            return MendList(mends, draft)
        return AboutForm(draft, self._drafting, self.picture(draft.tile))

    def wire(self, form: QWidget, editor: EditorPage) -> None:
        """Connect what only some forms say."""
        if isinstance(form, AboutForm | PageForm | QuestionForm):
            form.picture_wanted.connect(lambda field: self._choose_picture(editor, field))
        elif isinstance(form, MendList):
            form.chosen.connect(editor.open)
        elif isinstance(form, GiftForm):
            form.taken.connect(
                lambda questions: editor.edit(lambda d: added_questions(d, questions))
            )
            form.file_wanted.connect(editor.quiz_file_requested)
            form.save_wanted.connect(
                lambda: editor.quiz_save_requested.emit(editor.draft.questions)
            )

    def show_gift(self, form: QWidget, text: str) -> None:
        """Put a file's text into the field for it, if that is still in sight."""
        if isinstance(form, GiftForm) and isValid(form):
            form.show_text(text)

    # Pictures
    def _choose_picture(self, editor: EditorPage, field: str) -> None:
        place = Place(editor.place.section, editor.place.id, field)
        draft = editor.draft
        titles = {
            each: title for each, (title, _of) in self._library.titles(self._language).items()
        }
        chooser = PictureChooser(
            self._shelf, self._lesson, draft.language, alts=_alts(draft), titles=titles
        )
        cancel = Button(_("Cancel"), "quiet")
        dialog = Dialog(editor.window(), _("Choose a picture"), chooser, [("", cancel)],
                        escape="", width=900)  # fmt: skip

        def put(name: str, shows: str = "") -> None:
            dialog.answer("put")
            self.picture_put.emit(place, _putting(place, name, shows))

        chooser.chosen.connect(lambda name: put(name, _alts(draft).get(name, "")))
        chooser.wanted.connect(lambda at_hand: self._copy(at_hand, put))
        chooser.file_wanted.connect(lambda: self._take_file(put))
        dialog.open(chooser.where)

    def _copy(self, at_hand: AtHand, put: Callable[[str, str], None]) -> None:
        name = self._bridge.run(lambda: self._shelf.copied(self._lesson, at_hand))
        if name is not None:
            put(name, at_hand.shows)

    def _take_file(self, put: Callable[[str], None]) -> None:
        file = self._choose_file()
        if file is None:
            return

        def taken(content: bytes) -> None:
            if not isValid(self):
                return
            name = self._bridge.run(lambda: self._shelf.put(self._lesson, content, file))
            if name is not None:
                put(name)

        self._bridge.work(lambda: self._shelf.read(file), taken)


def _alts(draft: Draft) -> dict[str, str]:
    """What the pictures of a draft show, as far as it says so."""
    shown = [(page.picture, page.alt) for page in draft.pages]
    shown += [(each.picture, each.alt) for each in draft.questions]
    return {picture: alt for picture, alt in shown if alt}


def _putting(place: Place, name: str, shows: str) -> Change:
    """Shows a picture in a part, with the words that came along."""

    def change(draft: Draft) -> Draft:
        if place.section == "about":
            return replace(draft, tile=name)
        if place.section == "page":
            page = draft.page(place.id)
            alt = shows or _kept(page.picture, page.alt)
            return with_page(draft, place.id, picture=name, alt=alt)
        question = draft.question(place.id)
        alt = shows or _kept(question.picture, question.alt)
        return with_question(draft, place.id, picture=name, alt=alt)

    return change


def _kept(before: str, alt: str) -> str:
    """Words of a picture that was there before say nothing about another one."""
    return "" if before else alt
