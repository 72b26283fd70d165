"""Looks at the words once they can be read: lengths, numbers of parts, the plan's minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trainer_app.content.rules.counting import count_words, sentences
from trainer_app.content.rules.table import Finding
from trainer_app.content.sources import Source
from trainer_app.content.words import PagesFile
from trainer_app.domain.blocks import Block, Heading, Listing, plain, words_of
from trainer_app.domain.lessons import (
    Card,
    Lesson,
    PlanPart,
    QuestionWords,
    WordToKnow,
)
from trainer_app.domain.practice.scenario import PracticeWords
from trainer_app.domain.quiz import given_away

SENTENCE_WORDS = 14
PAGE_WORDS = range(20, 61)
TRANSLATED_PAGE_WORDS = range(15, 76)
WORDS_TO_KNOW = range(5, 9)
CARD_BULLETS = range(3, 6)
PHONE_BULLETS = range(2, 4)
DEEPENING = "deepening"


def pages_findings(source: Source, file: PagesFile, lesson: Lesson) -> Iterator[Finding]:
    """The length of pages and of their sentences."""
    limits = PAGE_WORDS if source.language == lesson.source else TRANSLATED_PAGE_WORDS
    yield from _long(source, (file.title, file.summary, *file.abilities.values()))
    for page in file.pages:
        text = _text(page.blocks)
        if count_words(text) not in limits:
            facts: dict[str, str | int] = {"page": page.id, "words": count_words(text)}
            yield _found(source, "page-length", f"{{#{page.id}}}", facts)
        yield from _long(source, (page.title, text))


def quiz_findings(
    source: Source, questions: Sequence[QuestionWords], lesson: Lesson
) -> Iterator[Finding]:
    """The length of sentences, and whether the length of an answer gives it away."""
    for question in questions:
        yield from _long(source, (question.text,))
        for choice in question.choices:
            yield from _long(source, (plain(choice.line), plain(choice.why)))
    given = [given_away(lesson.question(each.id), each) for each in questions]
    if len(given) > 1 and all(given):
        yield _found(source, "right-not-longest", "", {})


def card_findings(source: Source, card: Card) -> Iterator[Finding]:
    """The parts of the card and the length of its sentences."""
    yield from _long(source, (card.say, _text(card.blocks)))
    match card.blocks:
        case (Listing(bullets), Heading(), Listing(phone)):
            whole = len(bullets) in CARD_BULLETS and len(phone) in PHONE_BULLETS
        case _:
            whole = False
    if not whole:
        yield _found(source, "card-parts", "", {})


def words_findings(source: Source, words: Sequence[WordToKnow]) -> Iterator[Finding]:
    """How many words to know there are, and whether their meanings are short."""
    if len(words) not in WORDS_TO_KNOW:
        yield _found(source, "words-number", "", {"words": len(words)})
    yield from _long(source, [word.meaning for word in words])


def plan_findings(source: Source, plan: Sequence[PlanPart], lesson: Lesson) -> Iterator[Finding]:
    """Whether every part says something, and whether the minutes add up."""
    for part in plan:
        if not _text(part.blocks):
            yield _found(source, "plan-filled", f"{{#{part.id}", {"part": part.id})
    minutes = sum(part.minutes or 0 for part in plan)
    if minutes != lesson.minutes:
        facts: dict[str, str | int] = {"found": minutes, "expected": lesson.minutes}
        yield _found(source, "plan-sum", "", facts)


def plan_practice_findings(
    source: Source, plan: Sequence[PlanPart], practice_minutes: int
) -> Iterator[Finding]:
    """Whether the plan leaves time for the practice."""
    for part in plan:
        if part.id == DEEPENING and (part.minutes or 0) < practice_minutes:
            facts: dict[str, str | int] = {"found": part.minutes or 0, "expected": practice_minutes}
            yield _found(source, "plan-practice", f"{{#{part.id}", facts)


def practice_findings(source: Source, words: PracticeWords) -> Iterator[Finding]:
    """The length of the sentences of a practice, hints and consequences among them."""
    for stage in words.stages.values():
        yield from _long(source, (stage.title, _text(stage.intro), _text(stage.done)))
    for said in words.said.values():
        yield from _long(source, (plain(said.line), plain(said.then)))


def title_findings(source: Source) -> Iterator[Finding]:
    """Whether a practice without pages says what its lesson is called, in short sentences."""
    for key in ("title", "summary"):
        if not source.matter.get(key):
            yield Finding("front-matter", source.lesson, source.file, 1, {"key": key})
        yield from _long(source, (source.matter.get(key, ""),))


def _text(blocks: Sequence[Block]) -> str:
    return "\n".join(words for block in blocks if (words := words_of(block)))


def _long(source: Source, texts: Sequence[str]) -> Iterator[Finding]:
    """The sentences that are too long."""
    for sentence in (each for text in texts for each in sentences(text)):
        words = count_words(sentence)
        if words > SENTENCE_WORDS:
            start = " ".join(sentence.split()[:3])
            yield _found(source, "sentence-length", start, {"words": words, "text": sentence})


def _found(source: Source, rule: str, needle: str, facts: dict[str, str | int]) -> Finding:
    """A finding at the line that holds the needle, in the body or the front matter."""
    if not needle:
        return Finding(rule, source.lesson, source.file, 0, facts)
    for number, line in enumerate(source.body.split("\n"), start=source.first_line):
        if needle in line.replace("*", "").replace("`", ""):
            return Finding(rule, source.lesson, source.file, number, facts)
    return Finding(rule, source.lesson, source.file, 1, facts)
