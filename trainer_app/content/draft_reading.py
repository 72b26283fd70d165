"""Reads a lesson's files as what a trainer edits: its texts stay the Markdown that they are."""

from __future__ import annotations

import re
from dataclasses import replace

from trainer_app.content.blanks import BLANK, NO_PICTURE
from trainer_app.content.draft_text import block, one_line, recut, unguarded
from trainer_app.content.draft_writing import tidied
from trainer_app.content.markup import Markup
from trainer_app.content.sections import Section, sections
from trainer_app.content.sources import Source, read_source
from trainer_app.content.structure import PRACTICE_WORDS
from trainer_app.content.words import (
    ABILITY,
    PLAN_PARTS,
    REVIEW_STATES,
    SOUND,
    TIMED_PARTS,
    read_pages,
    read_plan,
    read_quiz,
    read_words_to_know,
)
from trainer_app.domain.blocks import Picture
from trainer_app.domain.drafts import (
    CardDraft,
    ChoiceDraft,
    Draft,
    ObjectiveDraft,
    PageDraft,
    PartDraft,
    QuestionDraft,
)
from trainer_app.domain.errors import MissingLanguage
from trainer_app.domain.lessons import Lesson, Question, WordToKnow

_PICTURE = re.compile(r"\s*!\[[^\]]*\]\([^)\s]*\)[ \t]*\n*")
_CHOICE = re.compile(r" {0,1}[-*+][ \t]+\{#([a-z0-9-]+)\}[ \t]*(.*)")
_WHY = re.compile(r"\s*>[ \t]?(.*)")


def read_draft(lesson: Lesson, language: str) -> Draft:
    """All that can be edited of a lesson in one language.

    A lesson of a practice alone has neither objectives, pages nor questions as yet.
    Raises MissingLanguage, or UnreadableLesson if one of the files is broken.
    """
    if language not in lesson.languages:
        raise MissingLanguage(lesson=lesson.id, language=language)
    draft = Draft(
        lesson=lesson.id,
        language=language,
        source=lesson.source,
        version=lesson.version,
        minutes=lesson.minutes,
        core_minutes=lesson.core_minutes,
        hue=lesson.hue,
        tile=_chosen(lesson.tile),
        caution=lesson.caution,
        needs=lesson.needs,
        twin=lesson.twin,
        competences=lesson.competences,
    )
    if not lesson.has_pages:
        return _named(draft, _source(lesson, language, PRACTICE_WORDS))
    names = ("pages", "quiz", "card", "words", "plan")
    files = {name: _source(lesson, language, f"{name}.md") for name in names}
    markup = Markup()
    reviews = {file.needs("review") for file in files.values()}
    draft = replace(
        _named(draft, files["pages"]),
        review=reviews.pop() if len(reviews) == 1 else REVIEW_STATES[0],
        objectives=tuple(
            ObjectiveDraft(each.id, files["pages"].matter.get(ABILITY + each.id, ""),
                           each.practised)
            for each in lesson.objectives
        ),
        pages=_pages(files["pages"], lesson, markup),
        questions=_questions(files["quiz"], lesson, markup),
        card=_card(files["card"]),
        words=_words(files["words"], markup),
        plan=_plan(files["plan"], markup),
    )  # fmt: skip
    return tidied(draft)


def _source(lesson: Lesson, language: str, name: str) -> Source:
    return read_source(lesson.folder.name, lesson.words_file(language, name))


def _named(draft: Draft, source: Source) -> Draft:
    """With what the front matter says of the lesson."""
    matter = {key: one_line(source.matter.get(key, "")) for key in ("by", "title", "summary")}
    return replace(
        draft, by=matter["by"], title=matter["title"], summary=matter["summary"],
        review=source.matter.get("review", REVIEW_STATES[0]),
    )  # fmt: skip


def _pages(source: Source, lesson: Lesson, markup: Markup) -> tuple[PageDraft, ...]:
    titles = [page.title for page in read_pages(source, lesson, markup).pages]
    return tuple(
        PageDraft(
            id=step.id,
            title=title,
            text=recut(block(_after_picture(section.text)), 1),
            picture=_chosen(step.picture),
            alt=_alt(section.text, markup),
            core=step.core,
            objectives=step.objectives,
        )
        for step, section, title in zip(lesson.steps, sections(source, 1), titles, strict=True)
    )


def _questions(source: Source, lesson: Lesson, markup: Markup) -> tuple[QuestionDraft, ...]:
    texts = [question.text for question in read_quiz(source, lesson, markup)]
    return tuple(
        QuestionDraft(
            id=question.id,
            words=text,
            choices=_choices(source, section, question),
            right=question.right,
            objective="" if question.objective == BLANK else question.objective,
            picture=_chosen(question.picture),
            alt=_alt(section.text, markup),
        )
        for question, section, text in zip(lesson.quiz, sections(source, 1), texts, strict=True)
    )


def _choices(source: Source, section: Section, question: Question) -> tuple[ChoiceDraft, ...]:
    """The choices as they were written; a line that goes on belongs to what it goes on."""
    words: dict[str, list[str]] = {}
    whys: dict[str, list[str]] = {}
    goes_on: list[str] = []
    for line in _after_picture(section.text).split("\n"):
        if found := _CHOICE.fullmatch(line):
            goes_on = words[found[1]] = [found[2]]
        elif (found := _WHY.fullmatch(line)) and words:
            goes_on = whys.setdefault([*words][-1], [])
            goes_on.append(found[1])
        elif line.strip():
            goes_on.append(line)
    if tuple(words) != question.choices:
        raise source.broken("choices-in-order", section.line, question=question.id)
    return tuple(
        ChoiceDraft(each, " ".join(words[each]), unguarded(" ".join(whys.get(each, ()))))
        for each in words
    )


def _card(source: Source) -> CardDraft:
    sounds = (
        (key.removeprefix(SOUND), value)
        for key, value in source.matter.items()
        if key.startswith(SOUND)
    )
    return CardDraft(source.matter.get("say", ""), tuple(sounds), block(source.raw))


def _words(source: Source, markup: Markup) -> tuple[WordToKnow, ...]:
    return tuple(
        WordToKnow(one_line(each.word), one_line(each.meaning))
        for each in read_words_to_know(source, markup)
    )


def _plan(source: Source, markup: Markup) -> tuple[PartDraft, ...]:
    read = read_plan(source, markup)
    texts = [recut(block(section.text), 2) for section in sections(source, 2)]
    assert tuple(part.id for part in read) == PLAN_PARTS
    return tuple(
        PartDraft(part.id, part.title, text, part.minutes if part.id in TIMED_PARTS else None)
        for part, text in zip(read, texts, strict=True)
    )


def _chosen(picture: str) -> str:
    return "" if picture == NO_PICTURE else picture


def _after_picture(text: str) -> str:
    found = _PICTURE.match(text)
    return text[found.end() :] if found else text


def _alt(text: str, markup: Markup) -> str:
    found = _PICTURE.match(text)
    blocks = markup.blocks(found.group()) if found else ()
    return next((each.alt for each in blocks if isinstance(each, Picture)), "")
