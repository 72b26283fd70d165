"""Reads the five files of words that a lesson has in each language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from trainer_app.content.markup import Choice, Markup
from trainer_app.content.sections import Section, require_ids, sections
from trainer_app.content.sources import Source, read_source
from trainer_app.content.structure import WORD_FILES
from trainer_app.domain.blocks import Line, Listing, plain
from trainer_app.domain.lessons import (
    Card,
    ChoiceWords,
    Lesson,
    LessonWords,
    Page,
    PlanPart,
    Question,
    QuestionWords,
    WordToKnow,
)

TIMED_PARTS = ("activity", "discussion", "input", "deepening", "synthesis")
PLAN_PARTS = (
    "prepare",
    "first-words",
    *TIMED_PARTS,
    "trouble",
    "easier",
    "harder",
    "touch",
    "without-computers",
    "refer",
)
REVIEW_STATES = ("draft", "reviewed")
ABILITY = "can."
SOUND = "sound."

_MEANING = re.compile(r"\s*[-–—]\s*(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PagesFile:
    """What `pages.md` holds: the lesson's name and aims besides its pages."""

    title: str
    summary: str
    abilities: Mapping[str, str]
    pages: tuple[Page, ...]


def read_words(lesson: Lesson, language: str) -> LessonWords:
    """All the words of a lesson in a language; UnreadableLesson if a file is broken."""

    def source(name: str) -> Source:
        return read_source(lesson.folder.name, lesson.words_file(language, name))

    return words_of(lesson, language, {name: source(name) for name in WORD_FILES})


def words_of(lesson: Lesson, language: str, sources: Mapping[str, Source]) -> LessonWords:
    """All the words of a lesson, from its five files by name; UnreadableLesson if one is broken."""
    markup = Markup()
    files = {name.removesuffix(".md"): source for name, source in sources.items()}
    pages = read_pages(files["pages"], lesson, markup)
    reviews = {file.needs("review") for file in files.values()}
    return LessonWords(
        lesson=lesson.id,
        language=language,
        title=pages.title,
        summary=pages.summary,
        abilities=pages.abilities,
        by=files["pages"].needs("by"),
        # A lesson has been reviewed when every one of its files has.
        review="reviewed" if reviews == {"reviewed"} else "draft",
        pages=pages.pages,
        questions=read_quiz(files["quiz"], lesson, markup),
        words=read_words_to_know(files["words"], markup),
        card=read_card(files["card"], markup),
        plan=read_plan(files["plan"], markup),
        translated=language != lesson.source,
    )


def words_with(words: LessonWords, lesson: Lesson, source: Source) -> LessonWords:
    """A lesson's words with those of one file in the place of what they were, in its language.

    Raises UnreadableLesson if the file is broken.
    """
    markup = Markup()
    words = replace(words, language=source.language)
    match source.name:
        case "pages.md":
            pages = read_pages(source, lesson, markup)
            return replace(
                words, title=pages.title, summary=pages.summary, abilities=pages.abilities,
                pages=pages.pages,
            )  # fmt: skip
        case "quiz.md":
            return replace(words, questions=read_quiz(source, lesson, markup))
        case "card.md":
            return replace(words, card=read_card(source, markup))
        case "words.md":
            return replace(words, words=read_words_to_know(source, markup))
        case "plan.md":
            return replace(words, plan=read_plan(source, markup))
    return words


def read_pages(source: Source, lesson: Lesson, markup: Markup) -> PagesFile:
    """The pages; UnreadableLesson unless there is one for each step, in order."""
    found = sections(source, 1)
    require_ids(source, found, [step.id for step in lesson.steps], "pages-in-order")
    return PagesFile(
        title=source.needs("title"),
        summary=source.needs("summary"),
        abilities={each.id: source.needs(f"{ABILITY}{each.id}") for each in lesson.objectives},
        pages=tuple(
            Page(section.id, markup.words(section.title), markup.blocks(section.text))
            for section in found
        ),
    )


def read_quiz(source: Source, lesson: Lesson, markup: Markup) -> tuple[QuestionWords, ...]:
    """The questions; UnreadableLesson unless questions and choices are those of the structure."""
    found = sections(source, 1)
    require_ids(source, found, [question.id for question in lesson.quiz], "questions-in-order")
    return tuple(
        _question(source, section, question, markup)
        for section, question in zip(found, lesson.quiz, strict=True)
    )


def read_card(source: Source, markup: Markup) -> Card:
    """The take-home card; UnreadableLesson if it has nothing to say aloud."""
    sounds = {
        key.removeprefix(SOUND): value
        for key, value in source.matter.items()
        if key.startswith(SOUND) and value
    }
    return Card(source.needs("say", "card-say"), sounds, markup.blocks(source.body))


def read_words_to_know(source: Source, markup: Markup) -> tuple[WordToKnow, ...]:
    """The words to know; UnreadableLesson if something else than `**word** – meaning` stands."""
    words: list[WordToKnow] = []
    for block in markup.blocks(source.body):
        for item in block.items if isinstance(block, Listing) else ((),):
            word = _word(item)
            if word is None:
                line = source.first_line + _line_of(source.body, plain(item))
                raise source.broken("words-form", line)
            words.append(word)
    return tuple(words)


def read_plan(source: Source, markup: Markup) -> tuple[PlanPart, ...]:
    """The trainer's plan; UnreadableLesson unless its parts and their minutes are all there."""
    found = sections(source, 2)
    require_ids(source, found, PLAN_PARTS, "plan-parts")
    return tuple(
        PlanPart(
            section.id,
            markup.words(section.title),
            _minutes(source, section),
            markup.blocks(section.text),
        )
        for section in found
    )


def _question(
    source: Source, section: Section, question: Question, markup: Markup
) -> QuestionWords:
    alt, choices = markup.question(section.text)
    ids = tuple(choice.id for choice in choices)
    if ids != question.choices:
        raise source.broken("choices-in-order", section.line, question=question.id)
    return QuestionWords(
        id=section.id,
        text=markup.words(section.title),
        alt=alt,
        choices=tuple(_choice(source, section, choice) for choice in choices),
    )


def _choice(source: Source, section: Section, choice: Choice) -> ChoiceWords:
    if not choice.line or not choice.why:
        within = _line_of(section.text, f"{{#{choice.id}}}")
        raise source.broken("choice-why", section.line + 1 + within, choice=choice.id)
    return ChoiceWords(choice.id, choice.line, choice.why)


def _word(item: Line) -> WordToKnow | None:
    if not item or not item[0].strong:
        return None
    meaning = _MEANING.fullmatch(plain(item[1:]))
    return WordToKnow(item[0].text.strip(), meaning[1].strip()) if meaning else None


def _minutes(source: Source, section: Section) -> int | None:
    minutes = section.attributes.get("minutes")
    if section.id not in TIMED_PARTS:
        if minutes is not None:
            raise source.broken("plan-minutes", section.line, part=section.id)
        return None
    if minutes is None or not re.fullmatch(r"[1-9][0-9]{0,3}", minutes):
        raise source.broken("plan-minutes", section.line, part=section.id)
    return int(minutes)


def _line_of(text: str, words: str) -> int:
    """How many lines stand before the one that the words begin on; 0 if it cannot be found."""
    start = words[:20]
    for number, line in enumerate(text.split("\n")):
        if start and start in line.replace("*", "").replace("`", ""):
            return number
    return 0
