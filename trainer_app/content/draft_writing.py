"""Writes a lesson in the making as the files of a lesson's folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from trainer_app.content.blanks import BLANK, NO_PICTURE
from trainer_app.content.draft_text import (
    block,
    described,
    escaped,
    guarded,
    one_line,
    uncut,
)
from trainer_app.content.markup import Markup
from trainer_app.content.structure import STRUCTURE_FILE, is_language
from trainer_app.content.toml_text import listed, quoted, truth
from trainer_app.content.words import ABILITY, PLAN_PARTS, REVIEW_STATES, SOUND, TIMED_PARTS
from trainer_app.domain.drafts import ChoiceDraft, Draft, PartDraft, QuestionDraft
from trainer_app.domain.errors import EmptyField
from trainer_app.domain.lessons import SOURCE_LANGUAGE, WordToKnow

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NONE: Mapping[str, str] = {}


def files_of(draft: Draft, translated_from: Mapping[str, str] = _NONE) -> dict[str, bytes]:
    """Every file that a draft is written as, by its place in the lesson's folder.

    `translated_from`: in a translation, the hash that each file (`pages.md` …) was made from.
    Raises EmptyField where a lesson without it is none: no page, objective, question or choice.
    """
    draft = tidied(draft)
    words = word_texts(draft, translated_from)
    texts = {f"{draft.language}/{name}": text for name, text in words.items()}
    return {
        path: text.encode()
        for path, text in {STRUCTURE_FILE: structure_text(draft), **texts}.items()
    }


def tidied(draft: Draft) -> Draft:
    """The draft as its files will give it back. Raises EmptyField as `files_of` does.

    A question whose right answer was taken out has its first choice for the right one; an
    objective that is gone is no longer named; rows without words are left out.
    """
    _require_whole(draft)
    markup = Markup()
    known = [each.id for each in draft.objectives]
    parts = {part.id: part for part in draft.plan}
    return replace(
        draft,
        by=one_line(draft.by),
        review=draft.review if draft.review in REVIEW_STATES else REVIEW_STATES[0],
        title=one_line(draft.title),
        summary=one_line(draft.summary),
        minutes=min(9_999, max(1, draft.minutes)),
        core_minutes=min(9_999, max(1, draft.core_minutes)),
        objectives=tuple(replace(each, words=one_line(each.words)) for each in draft.objectives),
        pages=tuple(
            replace(
                page,
                title=one_line(page.title),
                text=block(page.text),
                alt=described(page.alt),
                objectives=tuple(each for each in page.objectives if each in known),
            )
            for page in draft.pages
        ),
        questions=tuple(_tidied_question(each, known, markup) for each in draft.questions),
        card=replace(
            draft.card,
            say=one_line(draft.card.say),
            sounds=tuple(
                (language, one_line(sound))
                for language, sound in dict(draft.card.sounds).items()
                if is_language(language) and one_line(sound)
            ),
            text=block(draft.card.text),
        ),
        words=tuple(_tidied_words(draft.words)),
        plan=tuple(_tidied_part(parts.get(each, PartDraft(each))) for each in PLAN_PARTS),
    )


def structure_text(draft: Draft) -> str:
    """The words of `lesson.toml`, of a tidied draft."""
    head = [
        f"id = {quoted(draft.lesson)}",
        f"version = {draft.version}",
        *([f"source = {quoted(draft.source)}"] if draft.source != SOURCE_LANGUAGE else []),
        f"minutes = {draft.minutes}",
        f"core_minutes = {draft.core_minutes}",
        f"needs = {listed(draft.needs)}",
        *([f"twin = {quoted(draft.twin)}"] if draft.twin else []),
        f"hue = {quoted(draft.hue)}",
        f"tile = {quoted(draft.tile or NO_PICTURE)}",
        f"caution = {truth(draft.caution)}",
    ]
    tables = [head]
    for competence in draft.competences:
        tables.append(
            ["[[competences]]", f"code = {quoted(competence.code)}",
             f"level = {quoted(competence.level)}"]
        )  # fmt: skip
    for objective in draft.objectives:
        practised = [f"practised = {listed(objective.practised)}"] if objective.practised else []
        tables.append(["[[objectives]]", f"id = {quoted(objective.id)}", *practised])
    for page in draft.pages:
        tables.append(
            ["[[steps]]", f"id = {quoted(page.id)}",
             f"picture = {quoted(page.picture or NO_PICTURE)}", f"core = {truth(page.core)}",
             f"objectives = {listed(page.objectives)}"]
        )  # fmt: skip
    for question in draft.questions:
        choices = listed(choice.id for choice in question.choices)
        tables.append(
            ["[[quiz]]", f"id = {quoted(question.id)}",
             f"picture = {quoted(question.picture or NO_PICTURE)}",
             f"objective = {quoted(question.objective or BLANK)}", f"choices = {choices}",
             f"right = {quoted(question.right)}"]
        )  # fmt: skip
    return "\n\n".join("\n".join(lines) for lines in tables) + "\n"


def word_texts(draft: Draft, translated_from: Mapping[str, str] = _NONE) -> dict[str, str]:
    """The five files of words, by name, of a tidied draft."""
    abilities = {f"{ABILITY}{each.id}": each.words for each in draft.objectives}
    sounds = {f"{SOUND}{language}": sound for language, sound in draft.card.sounds}
    matters: dict[str, dict[str, str]] = {
        "pages.md": {"title": draft.title, "summary": draft.summary, **abilities},
        "card.md": {"say": draft.card.say, **sounds},
    }
    bodies = {
        "pages.md": "\n\n".join(
            f"# {escaped(page.title) or BLANK} {{#{page.id}}}\n\n"
            f"{_picture(page.picture, page.alt)}\n\n{uncut(page.text, 1)}".rstrip("\n")
            for page in draft.pages
        ),
        "quiz.md": "\n\n".join(map(_question, draft.questions)),
        "card.md": draft.card.text,
        "words.md": "\n".join(
            f"- **{escaped(each.word) or BLANK}** – {escaped(each.meaning) or BLANK}"
            for each in draft.words
        ),
        "plan.md": "\n\n".join(map(_part, draft.plan)),
    }
    texts = {}
    for name, body in bodies.items():
        matter = {"by": draft.by, "review": draft.review}
        if name in translated_from:
            matter["translated_from"] = translated_from[name]
        matter |= matters.get(name, {})
        lines = (f"{key}: {value or BLANK}" for key, value in matter.items())
        texts[name] = "\n".join(("---", *lines, "---", body)) + "\n"
    return texts


def _question(question: QuestionDraft) -> str:
    lines = [f"# {escaped(question.words) or BLANK} {{#{question.id}}}", ""]
    lines += [_picture(question.picture, question.alt), ""]
    for choice in question.choices:
        lines += _choice_lines(choice)
    return "\n".join(lines)


def _choice_lines(choice: ChoiceDraft) -> list[str]:
    return [
        f"- {{#{choice.id}}} {choice.words or BLANK}",
        f"  > {guarded(choice.why) or BLANK}",
    ]


def _part(part: PartDraft) -> str:
    title = f"{escaped(part.title)} " if part.title else ""
    minutes = f" minutes={part.minutes}" if part.minutes is not None else ""
    return f"## {title}{{#{part.id}{minutes}}}\n\n{uncut(part.text, 2)}".rstrip("\n")


def _picture(name: str, alt: str) -> str:
    shown = alt.replace("\\", "\\\\").replace("`", "\\`")
    return f"![{shown}]({name or NO_PICTURE})"


def _tidied_question(question: QuestionDraft, known: list[str], markup: Markup) -> QuestionDraft:
    choices = tuple(_tidied_choice(each, markup) for each in question.choices)
    ids = [choice.id for choice in choices]
    return replace(
        question,
        words=one_line(question.words),
        choices=choices,
        right=question.right if question.right in ids else ids[0],
        objective=question.objective if question.objective in known else "",
        alt=described(question.alt),
    )


def _tidied_choice(choice: ChoiceDraft, markup: Markup) -> ChoiceDraft:
    """What would show nothing, such as a picture or an empty link, is shown as it was typed."""
    tidy = replace(choice, words=one_line(choice.words), why=one_line(choice.why))
    _, shown = markup.question("\n".join(_choice_lines(tidy)))
    if [bool(each.id and each.line and each.why) for each in shown] == [True]:
        return tidy
    return replace(tidy, words=escaped(tidy.words), why=escaped(tidy.why))


def _tidied_words(words: Iterable[WordToKnow]) -> Iterable[WordToKnow]:
    for each in words:
        tidy = WordToKnow(one_line(each.word), one_line(each.meaning))
        if tidy.word or tidy.meaning:
            yield tidy


def _tidied_part(part: PartDraft) -> PartDraft:
    timed = min(9_999, max(1, part.minutes or 1)) if part.id in TIMED_PARTS else None
    return replace(part, title=one_line(part.title), text=block(part.text), minutes=timed)


def _require_whole(draft: Draft) -> None:
    """Ids are the program's own: a wrong one is a bug, and raises ValueError."""
    _require_ids("objectives", [each.id for each in draft.objectives])
    _require_ids("pages", [page.id for page in draft.pages])
    _require_ids("questions", [question.id for question in draft.questions])
    for question in draft.questions:
        _require_ids("choices", [choice.id for choice in question.choices])


def _require_ids(field: str, ids: list[str]) -> None:
    if not ids:
        raise EmptyField(field=field)
    if len(set(ids)) < len(ids) or not all(_ID.fullmatch(each) for each in ids):
        raise ValueError(f"{field}: {ids}")
