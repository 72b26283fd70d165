"""A lesson as slides for the projector, made from its words alone: one idea on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from trainer_app.domain.blocks import (
    Block,
    Box,
    BoxMark,
    Heading,
    Line,
    Paragraph,
    Picture,
    Span,
)
from trainer_app.domain.evening import taught
from trainer_app.domain.ideas import Idea, SlideLine, ideas_of
from trainer_app.domain.lessons import Lesson, LessonWords, Question, WordToKnow

SlideKind = Literal[
    "title", "words", "moment", "page", "practice", "ask", "answers", "right", "others", "card"
]
"""`moment`: a part of the plan in which people talk or do something without a page.

A question is asked, then answered; then the right answer is shown with its reason, and then each
of the others.
"""
TERMS_A_SLIDE = 3
_PART: dict[SlideKind, str] = {
    "title": "activity", "words": "activity", "page": "input", "practice": "deepening",
    "ask": "deepening", "answers": "deepening", "right": "deepening", "others": "deepening",
    "card": "synthesis",
}  # fmt: skip
_ORDER = ("activity", "discussion", "input", "deepening", "synthesis")
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of a question, the sentence of why it is right or not, and whether it is."""

    id: str
    line: Line
    why: Line
    right: bool


@dataclass(frozen=True, slots=True)
class Slide:
    """One idea. `part` is the timed part of the plan that it belongs to ("" without a plan).

    `source` is the step or question that it comes from, or the part of the plan for a moment;
    `idea` counts from 0 among the slides of that kind and source. `core`: it belongs to the
    short form. `mark` and `mark_title` are of the box that its lines stand in.
    """

    kind: SlideKind
    part: str
    source: str = ""
    idea: int = 0
    core: bool = True
    title: str = ""
    picture: str = ""
    alt: str = ""
    mark: BoxMark | None = None
    mark_title: str = ""
    lines: tuple[SlideLine, ...] = ()
    terms: tuple[WordToKnow, ...] = ()
    answers: tuple[Answer, ...] = ()

    @property
    def key(self) -> str:
        """What it is called among the slides of its lesson, the same in every language."""
        return f"{self.kind}/{self.source}/{self.idea}"


def slides_of(
    lesson: Lesson,
    words: LessonWords,
    *,
    core: bool = False,
    practice: str = "",
    like: LessonWords | None = None,
) -> tuple[Slide, ...]:
    """All slides of a lesson in order; with `core` only those of its short form.

    `practice` is what its practice is called, "" where there is none. `like` are the words in
    which it is being shown: those of another language then give the same slides, one for one.
    """
    parts = [one.part for one in taught(lesson, words.plan, core=core).parts]
    made = [
        *_opening(lesson, words, like or words),
        *_pages(lesson, words, like, core=core),
        *([_practice(lesson, practice)] if practice else []),
        *_questions(lesson, words, core=core),
        *_card(lesson, words, like),
    ]
    placed = [replace(slide, part=_place(slide.part, parts)) for slide in made]
    return tuple(_with_moments(placed, words, parts))


def _place(part: str, parts: Sequence[str]) -> str:
    """The timed part that something is shown in: its own, or the next one that is taught."""
    later = _ORDER[_ORDER.index(part) :] if part in _ORDER else ()
    return next((one for one in later if one in parts), parts[-1])


def _opening(lesson: Lesson, words: LessonWords, like: LessonWords) -> Iterator[Slide]:
    summary = (SlideLine("text", (Span(words.summary),)),)
    yield Slide("title", _PART["title"], title=words.title, picture=lesson.tile, lines=summary)
    count = -(-len(like.words) // TERMS_A_SLIDE)
    for idea, terms in enumerate(_shared(words.words, count)):
        yield Slide("words", _PART["words"], idea=idea, terms=terms)


def _shared(things: Sequence[Thing], count: int) -> list[tuple[Thing, ...]]:
    """Things in order in so many groups that are as equal as can be."""
    return [
        tuple(things[at * len(things) // count : (at + 1) * len(things) // count])
        for at in range(count)
    ]


def _pages(
    lesson: Lesson, words: LessonWords, like: LessonWords | None, *, core: bool
) -> Iterator[Slide]:
    for step in lesson.steps:
        if core and not step.core:
            continue
        page = words.page(step.id)
        other = like.page(step.id).blocks if like else None
        alt = next((one.alt for one in page.blocks if isinstance(one, Picture)), "")
        for at, idea in enumerate(ideas_of(page.blocks, other) or (Idea(()),)):
            yield Slide(
                "page", _PART["page"], step.id, at, step.core, page.title, step.picture, alt,
                idea.mark, idea.title, idea.lines,
            )  # fmt: skip


def _practice(lesson: Lesson, title: str) -> Slide:
    return Slide("practice", _PART["practice"], title=title, picture=lesson.tile)


def _questions(lesson: Lesson, words: LessonWords, *, core: bool) -> Iterator[Slide]:
    """Each question that is asked: in the short form those about what was taught."""
    shown = {aim for step in lesson.steps if step.core for aim in step.objectives}
    about = [one for one in lesson.quiz if one.objective in shown] or list(lesson.quiz)
    for question in about if core else lesson.quiz:
        yield from _question(question, words, in_core=question in about)


def _question(question: Question, words: LessonWords, *, in_core: bool) -> Iterator[Slide]:
    said = words.question(question.id)
    found = (said.choice(choice) for choice in question.choices)
    answers = tuple(Answer(one.id, one.line, one.why, one.id == question.right) for one in found)
    plain = Slide(
        "ask", _PART["ask"], question.id, 0, in_core, said.text, question.picture, said.alt
    )
    yield plain
    yield replace(plain, kind="answers", answers=answers)
    yield replace(plain, kind="right", answers=tuple(one for one in answers if one.right))
    for at, other in enumerate(one for one in answers if not one.right):
        yield replace(plain, kind="others", idea=at, answers=(other,))


def _card(lesson: Lesson, words: LessonWords, like: LessonWords | None) -> Iterator[Slide]:
    """What to remember, the sentence to say, and what to do on one's own phone."""
    other = _with_sentence(like) if like else None
    for at, idea in enumerate(ideas_of(_with_sentence(words), other)):
        yield Slide(
            "card", _PART["card"], idea=at, picture=lesson.tile,
            mark=idea.mark, mark_title=idea.title, lines=idea.lines,
        )  # fmt: skip


def _with_sentence(words: LessonWords) -> list[Block]:
    blocks = list(words.card.blocks)
    places = [at for at, block in enumerate(blocks) if isinstance(block, Heading)]
    say = Box("say", "", (Paragraph((Span(words.card.say),)),))
    blocks.insert(places[0] if places else len(blocks), say)
    return blocks


def _with_moments(
    slides: Sequence[Slide], words: LessonWords, parts: Sequence[str]
) -> Iterator[Slide]:
    """The slides, with one for each part of the plan that has no page of its own."""
    titles = {part.id: part.title for part in words.plan}
    moments = {part: Slide("moment", part, part, title=titles.get(part, "")) for part in parts}
    waiting = [part for part in ("activity", "discussion") if part in moments]
    for slide in slides:
        if slide.kind not in ("title", "words"):
            yield from (moments[part] for part in waiting)
            waiting = []
        yield slide
    yield from (moments[part] for part in waiting)
    if "synthesis" in moments:
        yield moments["synthesis"]
