"""A plan in words: for paper, and for the page of those who keep it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trainer_app.domain.blocks import plain
from trainer_app.domain.practice.planner_view import SheetEntry, SheetPart
from trainer_app.domain.practice.plaza.reach import HOURS
from trainer_app.domain.practice.scenario import PracticeWords, WordId
from trainer_app.i18n import _, isolate
from trainer_app.ui.practice.pieces.saying import hour
from trainer_app.ui.practice.planner.words import day_words, euros


def sheet_words(
    sheet: Iterable[SheetPart], words: PracticeWords | None
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each heading with its lines. What the lesson has no words for any more is left out."""
    for part in sheet:
        heading = _said(part.heading, words)
        lines = tuple(line for entry in part.entries if (line := _line(entry, words)))
        if heading or lines:
            yield heading, lines


def sheet_title(sheet: tuple[SheetPart, ...], words: PracticeWords | None) -> str:
    """What the stage is called in which it was made; "" if there is no such stage any more."""
    if words is None or not sheet:
        return ""
    stage = words.stages.get(sheet[0].heading.partition(".")[0])
    return stage.title if stage is not None else ""


def _line(entry: SheetEntry, words: PracticeWords | None) -> str:
    if entry.word is None:
        return isolate(entry.text)
    said = _said(entry.word, words)
    if not said:
        return ""
    if entry.euros:
        return _("{thing}: {when}").format(thing=isolate(said), when=euros(entry.euros))
    if not entry.day:
        return said
    when = day_words(entry.day)
    if entry.hour in HOURS:
        when = _("Day {number}, {hour}").format(
            number=entry.day, hour=hour(entry.hour).word.lower()
        )
    return _("{thing}: {when}").format(thing=isolate(said), when=when)


def _said(word: WordId, words: PracticeWords | None) -> str:
    found = words.said.get(word) if words is not None else None
    return plain(found.line) if found is not None else ""
