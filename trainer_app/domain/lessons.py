"""Lessons as the program knows them: one structure, and words per language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from trainer_app.domain.blocks import Block, Line

PASS_PERCENT = 60
SOURCE_LANGUAGE = "en"
_BY_MACHINE = "by machine"
"""Stands under `by` of translations that nobody wrote: a volunteer’s are not called so."""


@dataclass(frozen=True, slots=True)
class Competence:
    """A competence of DigComp 3.0 and its level."""

    code: str
    level: str


@dataclass(frozen=True, slots=True)
class Objective:
    """What a learner can do afterwards. `practised`: goals of the practice, each `stage/goal`."""

    id: str
    practised: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One page of a lesson."""

    id: str
    picture: str
    core: bool
    objectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a lesson's quiz; `right` is one of `choices`."""

    id: str
    picture: str
    objective: str
    choices: tuple[str, ...]
    right: str


@dataclass(frozen=True, slots=True)
class Own:
    """Where a centre's own lesson comes from.

    `origin` is the lesson it was copied from ("", version 0: made from nothing), `author` the name
    that its author wants to be seen, `key` her public signing key (hex): whose lesson it is.
    `made_here` is False where it was taken in from a pack.
    """

    origin: str
    origin_version: int
    author: str
    key: str
    made_here: bool


@dataclass(frozen=True, slots=True)
class Lesson:
    """The structure of a lesson, the same in every language. `folder` holds its files.

    `twin` is another lesson that teaches the same for a phone or a laptop, under the same number.
    `source` is the language that it was first written in. `own` is None for a bundled lesson.
    `commons` is the folder whose common world its practice joins; None: the one it lies in.
    `joined` are files of words that lie elsewhere, by `<language>/<name>`: see `words_file`.
    """

    id: str
    number: int
    version: int
    folder: Path
    minutes: int
    core_minutes: int
    needs: tuple[str, ...]
    hue: str
    tile: str
    caution: bool
    competences: tuple[Competence, ...]
    objectives: tuple[Objective, ...]
    steps: tuple[Step, ...]
    quiz: tuple[Question, ...]
    languages: tuple[str, ...]
    twin: str = ""
    source: str = SOURCE_LANGUAGE
    own: Own | None = None
    commons: Path | None = None
    joined: tuple[tuple[str, Path], ...] = ()

    @property
    def has_pages(self) -> bool:
        """Whether there are pages and a quiz; without them the lesson is its practice."""
        return bool(self.steps)

    def image(self, name: str) -> Path:
        """Where a picture of this lesson lies."""
        return self.folder / "images" / name

    @property
    def common_folder(self) -> Path:
        """The folder that the common world lies in."""
        return self.commons or self.folder.parent

    def words_file(self, language: str, name: str) -> Path:
        """Where a file of words of one language lies: in its folder, or with a translation."""
        return dict(self.joined).get(f"{language}/{name}", self.folder / language / name)

    def question(self, question_id: str) -> Question:
        """One question by its id; KeyError if there is none."""
        return {question.id: question for question in self.quiz}[question_id]


@dataclass(frozen=True, slots=True)
class Title:
    """What a lesson is called in one language, and how far its words were looked over.

    `translated`: whether the words were made from those of another language.
    """

    lesson: str
    language: str
    title: str
    summary: str
    by: str
    review: str
    translated: bool = False

    @property
    def machine_only(self) -> bool:
        """Whether a machine translated the words and no person has read them."""
        return _machine_only(self)


@dataclass(frozen=True, slots=True)
class Page:
    """The words of one step."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ChoiceWords:
    """An answer to choose, and the sentence of why it is right or not."""

    id: str
    line: Line
    why: Line


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The words of one question. `alt` says what its picture shows."""

    id: str
    text: str
    alt: str
    choices: tuple[ChoiceWords, ...]

    def choice(self, choice_id: str) -> ChoiceWords:
        """One choice by its id; KeyError if there is none."""
        return {choice.id: choice for choice in self.choices}[choice_id]


@dataclass(frozen=True, slots=True)
class WordToKnow:
    """A word that a learner meets in the lesson, with its plain meaning."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Card:
    """The take-home card. `sounds` spells other languages' `say` for readers of this one."""

    say: str
    sounds: Mapping[str, str]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One part of the trainer's plan; `minutes` where it is a timed part."""

    id: str
    title: str
    minutes: int | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class LessonWords:
    """All the words of one lesson in one language. `abilities`: objective id to "I can …".

    `translated`: whether they were made from those of another language.
    """

    lesson: str
    language: str
    title: str
    summary: str
    abilities: Mapping[str, str]
    by: str
    review: str
    pages: tuple[Page, ...]
    questions: tuple[QuestionWords, ...]
    words: tuple[WordToKnow, ...]
    card: Card
    plan: tuple[PlanPart, ...]
    translated: bool = False

    @property
    def machine_only(self) -> bool:
        """Whether a machine translated the words and no person has read them."""
        return _machine_only(self)

    def page(self, page_id: str) -> Page:
        """One page by its id; KeyError if there is none."""
        return {page.id: page for page in self.pages}[page_id]

    def question(self, question_id: str) -> QuestionWords:
        """One question by its id; KeyError if there is none."""
        return {question.id: question for question in self.questions}[question_id]


def _machine_only(words: LessonWords | Title) -> bool:
    return words.translated and words.review != "reviewed" and _BY_MACHINE in words.by
