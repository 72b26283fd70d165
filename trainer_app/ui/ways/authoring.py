"""The ways of lessons of the centre's own: made, changed, tried, shared, taken in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from trainer_app.domain.drafts import QuestionDraft
from trainer_app.i18n import _, current, isolate
from trainer_app.services.pack_offers import Offer
from trainer_app.services.picture_shelf import PictureShelf
from trainer_app.services.quiz_files import read_quiz, write_quiz
from trainer_app.ui.authoring.editor import EditorPage
from trainer_app.ui.authoring.forms import Forms
from trainer_app.ui.authoring.history import Place
from trainer_app.ui.authoring.new_lesson import NewLessonPage
from trainer_app.ui.authoring.offer_view import OfferView
from trainer_app.ui.authoring.own_lessons import OwnLessonsPage
from trainer_app.ui.page import Page
from trainer_app.ui.ways.previewing import Previewing
from trainer_app.ui.widgets import Button, Dialog

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]')


class AuthoringWays:
    """Lessons that trainers make themselves."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._preview = Previewing(window)

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def lessons(self) -> None:
        """All of the centre's own."""
        window = self._window

        def build() -> Page:
            desk = self._desk
            page = OwnLessonsPage(desk.authoring, desk.lessons, window.bridge, current().code)
            page.new_requested.connect(self.begin)
            page.copy_requested.connect(self.copy)
            page.take_in_requested.connect(self.take_in)
            page.edit_requested.connect(self.edit)
            page.try_requested.connect(lambda id: window.learner.try_lesson(id, self.lessons))
            page.share_requested.connect(self.share)
            page.back_requested.connect(window.teaching.lessons)
            return page

        window.trainer.show("lessons", build)

    def begin(self) -> None:
        """A lesson from nothing."""
        self._new(copies=False)

    def copy(self, lesson_id: str = "") -> None:
        """A lesson that begins as a copy of this one, or of one to be chosen."""
        self._new(copies=True, lesson=lesson_id)

    def _new(self, *, copies: bool, lesson: str = "") -> None:
        window = self._window

        def build() -> Page:
            desk = self._desk
            language = current().code
            if lesson and language not in desk.lessons.lesson(lesson).languages:
                language = desk.lessons.lesson(lesson).languages[0]
            trainer = window.door.trainer()
            page = NewLessonPage(
                desk.authoring,
                desk.lessons,
                window.bridge,
                language,
                trainer.name if trainer else "",
                copies=copies,
                lesson=lesson,
            )
            page.made.connect(self.edit)
            page.back_requested.connect(self.lessons)
            return page

        window.trainer.show("lessons", build)

    def edit(self, lesson_id: str, at: Place | None = None) -> None:
        """Change a lesson; trouble with opening it is said where one is."""
        window, desk = self._window, self._desk
        if window.bridge.run(lambda: desk.authoring.draft(lesson_id)) is None:
            return

        def build() -> Page:
            return self._editor(lesson_id, at or Place("about"))

        window.trainer.show("lessons", build)

    def _editor(self, lesson_id: str, at: Place) -> EditorPage:
        window, desk = self._window, self._desk
        forms = Forms(
            lesson_id,
            desk.lessons,
            desk.drafting,
            PictureShelf(desk.authoring, desk.pictures, desk.lessons),
            window.bridge,
            lambda: window.choose_file(None),
            current().code,
        )
        page = EditorPage(
            lesson_id, desk.authoring, desk.drafting, forms, window.bridge, self._preview, at
        )
        page.back_requested.connect(self.lessons)
        page.try_requested.connect(lambda _id: self._try(page))
        page.share_requested.connect(self.share)
        page.recording_requested.connect(lambda _id: self._record(page))
        page.quiz_file_requested.connect(lambda: self._read_quiz(page))
        page.quiz_save_requested.connect(self._write_quiz)
        return page

    def _try(self, page: EditorPage) -> None:
        """Play the lesson as a learner; back leads to the part that was open."""
        lesson, at = page.draft.lesson, page.place
        self._window.learner.try_lesson(lesson, lambda: self.edit(lesson, at))

    def _record(self, page: EditorPage) -> None:
        """Say its sentences; back leads to the part that was open."""
        lesson, at = page.draft.lesson, page.place
        recording = self._window.teaching.recording
        recording.record(lesson, page.draft.language, lambda: self.edit(lesson, at))

    # Questions of other programs
    def _read_quiz(self, page: EditorPage) -> None:
        file = self._window.choose_file(None)
        text = self._window.bridge.run(lambda: read_quiz(file)) if file else None
        if text is not None:
            page.show_gift(text)

    def _write_quiz(self, questions: tuple[QuestionDraft, ...]) -> None:
        file = self._window.choose_file("questions.gift")
        if file is None:
            return
        text = self._desk.drafting.to_gift(questions)

        def write() -> Path:
            write_quiz(file, text)
            return file

        if self._window.bridge.run(write) is not None:
            self._window.say(_("The questions are in the file {file}.").format(
                file=isolate(file.name)))  # fmt: skip

    # Sharing
    def share(self, lesson_id: str) -> None:
        """Write a lesson as a file for colleagues."""
        window, packs = self._window, self._desk.packs
        title = self._desk.lessons.titles(current().code)[lesson_id][0]
        file = window.choose_file(f"{_file_name(title) or lesson_id}.lesson")
        if file is None:
            return
        window.say(_("The lesson is being written …"))

        def share() -> Offer:
            packs.share(lesson_id, file)
            # What others will see of it, the code among it.
            return packs.look_at(file)

        window.bridge.work(share, self._shared, "own-lessons")

    def _shared(self, offer: Offer) -> None:
        words = _(
            "“{title}” is in the file {file}. Bring it on a stick, or send it.\n\n"
            "In the other centre a trainer opens Lessons, then Our own lessons, then “Take in a "
            "lesson file”.\n\n"
            "They see the name {author}, and your code {code}. If they ask, read the code to them: "
            "then they know that the lesson is yours and that nobody changed it."
        ).format(
            title=isolate(offer.title),
            file=isolate(offer.file),
            author=isolate(offer.label.author),
            code=f"\u2066{offer.signer.code}\u2069",
        )
        button = Button(_("OK"), "primary", icon="check")
        self._window.ask(_("The lesson is in a file"), words, [("ok", button)], lambda _key: None)

    # Taking in
    def take_in(self) -> None:
        """A lesson from a colleague's file: looked at first."""
        window, packs = self._window, self._desk.packs
        file = window.choose_file(None)
        if file is None:
            return
        window.say(_("The file is being looked at …"))
        window.bridge.work(lambda: packs.look_at(file), self._offer)

    def _offer(self, offer: Offer) -> None:
        window = self._window
        buttons = [("no", Button(_("Cancel") if offer.can_be_taken else _("OK"), "quiet"))]
        if offer.can_be_taken:
            buttons.append(("take", Button(_("Take it in"), "primary", icon="download")))
        title = _("A lesson from the file {file}").format(file=isolate(offer.file))
        dialog = Dialog(window, title, OfferView(offer), buttons, escape="no", width=720)
        dialog.answered.connect(lambda key: self._take(offer) if key == "take" else None)
        dialog.open(buttons[-1][1])

    def _take(self, offer: Offer) -> None:
        window, packs = self._window, self._desk.packs

        def taken(_lesson: str) -> None:
            words = _("“{title}” is one of your lessons now.")
            window.say(words.format(title=isolate(offer.title)))

        window.bridge.work(lambda: packs.take_in(offer), taken, "own-lessons")


def _file_name(title: str) -> str:
    """A title as a file may be called on any laptop."""
    return " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:60].strip(". ")
