"""Looks at what a file says of itself: who reviewed it, and which English text it was made from."""

from __future__ import annotations

from collections.abc import Iterator

from trainer_app.content.rules.table import Finding
from trainer_app.content.sources import Source
from trainer_app.content.words import ABILITY, REVIEW_STATES, SOUND
from trainer_app.domain.lessons import SOURCE_LANGUAGE, Lesson


def matter_findings(source: Source, english: Source | None, lesson: Lesson) -> Iterator[Finding]:
    """Everything in the front matter of one file, against its English file if there is one."""

    def found(rule: str, **facts: str | int) -> Finding:
        return Finding(rule, source.lesson, source.file, 1, facts)

    yield from front_findings(source, english, lesson.source)
    if source.name == "pages.md":
        known = {objective.id for objective in lesson.objectives}
        for key in source.matter:
            if key.startswith(ABILITY) and key.removeprefix(ABILITY) not in known:
                yield found("ability-known", key=key)
    if source.name == "card.md":
        for language in lesson.languages:
            if language != source.language and not source.matter.get(SOUND + language):
                yield found("card-sounds", language=language)


def front_findings(
    source: Source, english: Source | None, written_in: str = SOURCE_LANGUAGE
) -> Iterator[Finding]:
    """What every file of words says of itself: by whom, how far reviewed, made from which text.

    `english` is the file in the language that the words were first written in.
    """

    def found(rule: str, **facts: str | int) -> Finding:
        return Finding(rule, source.lesson, source.file, 1, facts)

    for key in ("by", "review"):
        if not source.matter.get(key):
            yield found("front-matter", key=key)
    review = source.matter.get("review")
    if review and review not in REVIEW_STATES:
        yield found("review-known", review=review)
    if source.language != written_in and english is not None:
        made_from = source.matter.get("translated_from", "")
        if made_from != english.hash:
            yield found("translation-fresh", found=made_from, expected=english.hash)
