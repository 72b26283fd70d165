"""Measures a lesson in one language: how much there is to read, and how plainly it is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from trainer_app.content.basic import outside
from trainer_app.content.rules.counting import count_words, sentences
from trainer_app.domain.blocks import Picture, plain, words_of
from trainer_app.domain.lessons import Lesson, LessonWords, Page, QuestionWords
from trainer_app.domain.quiz import given_away

WORDS_A_MINUTE = 60
"""What somebody who still learns the language reads or follows with understanding."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Figures of one lesson in one language, those of pages by page in their order.

    `minutes`: to read pages and quiz, at WORDS_A_MINUTE. `outside`: words that are neither in the
    list of plain words nor in "words to know". `right_places`: how often the right answer stands
    first, second, …; `right_longest`: in how many questions it is the longest.
    """

    lesson: str
    language: str
    page_words: tuple[int, ...]
    sentence_words: float
    longest_sentence: int
    minutes: int
    outside: tuple[str, ...]
    described: int
    pictures: int
    right_places: tuple[int, ...]
    right_longest: int
    questions: int


def measure(lesson: Lesson, words: LessonWords) -> Measures:
    """The figures of a lesson that has pages."""
    pages = tuple(_page_text(page) for page in words.pages)
    said = [*pages, *(text for each in words.questions for text in _quiz_texts(each))]
    lengths = [count_words(each) for text in said for each in sentences(text)]
    described = [*map(_page_alt, words.pages), *(each.alt for each in words.questions)]
    places = Counter(each.choices.index(each.right) for each in lesson.quiz)
    return Measures(
        lesson=lesson.id,
        language=words.language,
        page_words=tuple(count_words(text) for text in pages),
        sentence_words=round(sum(lengths) / max(1, len(lengths)), 1),
        longest_sentence=max(lengths, default=0),
        minutes=-(-sum(count_words(text) for text in said) // WORDS_A_MINUTE),
        outside=outside(
            [*said, *_other_texts(words)], [each.word for each in words.words], words.language
        ),
        described=sum(bool(alt.strip()) for alt in described),
        pictures=len(lesson.steps) + len(lesson.quiz),
        right_places=tuple(places[place] for place in range(max(places, default=0) + 1)),
        right_longest=sum(given_away(lesson.question(each.id), each) for each in words.questions),
        questions=len(lesson.quiz),
    )


def _page_text(page: Page) -> str:
    return "\n".join((page.title, *(text for block in page.blocks if (text := words_of(block)))))


def _page_alt(page: Page) -> str:
    return next((block.alt for block in page.blocks if isinstance(block, Picture)), "")


def _quiz_texts(question: QuestionWords) -> Iterator[str]:
    yield question.text
    for choice in question.choices:
        yield plain(choice.line)
        yield plain(choice.why)


def _other_texts(words: LessonWords) -> Iterator[str]:
    """What learners read besides pages and quiz."""
    yield from (words.title, words.summary, *words.abilities.values(), words.card.say)
    yield from (words_of(block) for block in words.card.blocks)
