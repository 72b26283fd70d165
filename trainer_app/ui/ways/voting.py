"""The class's question on learners' laptops: it lies over the page and goes again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.rooms import Vote
from trainer_app.ui.learner.vote import Asked, VoteCover

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow


class Voting:
    """Shows the question that the room asks, hands the answer on, and shows which is right."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._cover: VoteCover | None = None
        self._asked: tuple[str, str] = ("", "")
        self._left: set[str] = set()
        self._answers: dict[str, str] = {}

    def look(self, vote: Vote | None) -> None:
        """The room asks this, or nothing; a learner's page is in sight."""
        if vote is None or vote.id in self._left:
            self.lift()
            return
        if self._cover is None or self._asked[0] != vote.id:
            self.lift()
            self._ask(vote)
        if self._cover is not None and vote.revealed:
            self._cover.reveal(self._asked[1])

    def lift(self) -> None:
        """Back to the page as it was."""
        if self._cover is not None:
            self._window.aloud.stop()
            self._cover.lift()
            self._cover = None

    def _ask(self, vote: Vote) -> None:
        found = self._words(vote)
        if found is None:
            return  # the lesson is still on its way here
        asked, language = found
        window = self._window
        guest = window.desk is None or window.learner.is_guest
        people = 0 if guest or window.desk is None else max(1, len(window.desk.seats.people()))
        can_read = window.aloud.speaks(language, vote.lesson)
        cover = VoteCover(asked, people, can_read=can_read, answer=self._answers.get(vote.id, ""))
        cover.setProperty("language", language)
        cover.chosen.connect(lambda choice, count: self._answer(vote.id, choice, count))
        cover.left.connect(lambda: self._leave(vote.id))
        cover.read_requested.connect(
            lambda: window.aloud.read_or_stop(cover, language, vote.lesson)
        )
        cover.trainer_requested.connect(self._let_trainer_in)
        window.aloud.stop()
        cover.setParent(window)
        self._cover, self._asked = cover, (vote.id, asked.question.right)
        cover.show()
        window.listening.covered(cover, language, vote.lesson)

    def _words(self, vote: Vote) -> tuple[Asked, str] | None:
        """The question in the language spoken here, else in the trainer's, else in any."""
        lessons, spoken = self._window.lessons, self._window.learner.reading.language
        try:
            lesson = lessons.lesson(vote.lesson)
            wished = [code for code in (spoken, vote.language) if code in lesson.languages]
            language = [*wished, *lesson.languages][0]
            words = lessons.words(lesson.id, language).question(vote.question)
            question = lesson.question(vote.question)
        except (TrainerError, KeyError):
            return None
        return Asked(question, words, lesson.image(question.picture)), language

    def _answer(self, vote: str, choice: str, people: int) -> None:
        self._answers = {vote: choice}
        self._window.bridge.run(lambda: self._window.attaching.vote(choice, people))

    def _leave(self, vote: str) -> None:
        self._left.add(vote)
        self.lift()

    def _let_trainer_in(self) -> None:
        """The cover lies over every page, so it goes first; it comes again for the learners."""
        self.lift()
        self._window.welcome.to_centre()
