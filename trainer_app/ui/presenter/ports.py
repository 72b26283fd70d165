"""What a presentation needs from outside: the lesson in its languages, and the room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from trainer_app.domain.lessons import Lesson, LessonWords
from trainer_app.domain.rooms import Follow, RoomState, Vote


class Room(Protocol):
    """The room of laptops, as far as a presentation moves it."""

    @property
    def is_open(self) -> bool:
        """Whether laptops can be reached."""

    @property
    def state(self) -> RoomState:
        """What they were told last."""

    def listen(self, on: bool) -> None:
        """Ask everyone to listen, or let them go on."""

    def follow(self, place: Follow | None) -> None:
        """Take all laptops to a page; None lets them go."""

    def ask(self, lesson: str, question: str, language: str) -> Vote:
        """Ask a question on all laptops."""

    def votes(self) -> tuple[Mapping[str, int], int]:
        """People by answer, and how many laptops have answered."""

    def reveal(self) -> None:
        """Show the right answer there."""

    def end_vote(self) -> None:
        """Back to what everyone did before."""


@dataclass(frozen=True, slots=True)
class Material:
    """A lesson to show. `words` and `practice` (what its practice is called, "" for none) are by
    language. `notes` are its trainer's words, in her own language.

    `is_listening` and `listen` are None where nobody can be asked to listen: without a session.
    """

    lesson: Lesson
    words: Callable[[str], LessonWords]
    practice: Callable[[str], str]
    notes: LessonWords
    core: bool = False
    room: Callable[[], Room | None] = lambda: None
    is_listening: Callable[[], bool] | None = None
    listen: Callable[[bool], None] | None = None
