"""All that a trainer edits of one lesson in one language, as plain values.

Texts are Markdown where learners see blocks or looks (`text`, `words` and `why` of choices), and
plain words everywhere else. A picture is a file's name in the lesson's folder `images`; "" means
that none was chosen yet.
"""

from __future__ import annotations

from dataclasses import dataclass

from trainer_app.domain.lessons import SOURCE_LANGUAGE, Competence, WordToKnow


@dataclass(frozen=True, slots=True)
class ObjectiveDraft:
    """What a learner can do afterwards, in a sentence such as "I can …".

    `practised`: goals of the practice that practise it, each `stage/goal`.
    """

    id: str
    words: str = ""
    practised: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageDraft:
    """One page. `alt` says what its picture shows; `objectives` are ids."""

    id: str
    title: str = ""
    text: str = ""
    picture: str = ""
    alt: str = ""
    core: bool = False
    objectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChoiceDraft:
    """An answer to choose, and the sentence of why it is right or not; each one line."""

    id: str
    words: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """One question. `right` is the id of a choice, `objective` that of what it asks about."""

    id: str
    words: str = ""
    choices: tuple[ChoiceDraft, ...] = ()
    right: str = ""
    objective: str = ""
    picture: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class CardDraft:
    """The take-home card. `sounds`: (language, how that language's sentence sounds)."""

    say: str = ""
    sounds: tuple[tuple[str, str], ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class PartDraft:
    """One part of the trainer's plan; `minutes` where it is a timed part."""

    id: str
    title: str = ""
    text: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A lesson in the making, in one language; `source` is the one that it was first written in.

    `needs` are ids of lessons that should come first. The plan has all thirteen parts, in order.
    """

    lesson: str
    language: str
    source: str = SOURCE_LANGUAGE
    version: int = 1
    by: str = ""
    review: str = "draft"
    title: str = ""
    summary: str = ""
    minutes: int = 45
    core_minutes: int = 20
    hue: str = "teal"
    tile: str = ""
    caution: bool = False
    needs: tuple[str, ...] = ()
    twin: str = ""
    competences: tuple[Competence, ...] = ()
    objectives: tuple[ObjectiveDraft, ...] = ()
    pages: tuple[PageDraft, ...] = ()
    questions: tuple[QuestionDraft, ...] = ()
    card: CardDraft = CardDraft()
    words: tuple[WordToKnow, ...] = ()
    plan: tuple[PartDraft, ...] = ()

    def page(self, page_id: str) -> PageDraft:
        """One page by its id; KeyError if there is none."""
        return {page.id: page for page in self.pages}[page_id]

    def question(self, question_id: str) -> QuestionDraft:
        """One question by its id; KeyError if there is none."""
        return {question.id: question for question in self.questions}[question_id]
