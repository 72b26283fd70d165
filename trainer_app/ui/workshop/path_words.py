"""What a trainer reads about paths: how long they take, and what to look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.paths import PathPart, PathWarning, minutes_in_all
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import listed, number


def lesson_titles(library: LessonLibrary, language: str) -> dict[str, str]:
    """Each lesson with its number and title, in the language or the nearest there is."""
    titles = library.titles(language)
    words = _("{number}. {title}")
    return {
        lesson.id: words.format(number=number(lesson.number), title=isolate(titles[lesson.id][0]))
        for lesson in library.lessons
    }


def minutes_said(minutes: int) -> str:
    """A length of time in minutes."""
    said = ngettext("{minutes} minute", "{minutes} minutes", minutes)
    return said.format(minutes=number(minutes))


def lessons_and_minutes(parts: Sequence[PathPart], lessons: Mapping[str, Lesson]) -> str:
    """How many lessons there are and how long they take, without breaks."""
    said = ngettext("{count} lesson, {minutes}", "{count} lessons, {minutes}", len(parts))
    minutes = minutes_said(minutes_in_all(parts, lessons))
    return said.format(count=number(len(parts)), minutes=minutes)


def lessons_said(parts: Iterable[PathPart], titles: Mapping[str, str]) -> list[str]:
    """Each lesson of a path, and whether it is its short form."""
    short = _("{lesson} (short form)")
    return [
        short.format(lesson=title_of(part.lesson, titles))
        if part.core
        else title_of(part.lesson, titles)
        for part in parts
    ]


def title_of(lesson: str, titles: Mapping[str, str]) -> str:
    """What a lesson is called; one that is not here by its id."""
    return titles.get(lesson) or _("Not on this laptop: {lesson}").format(lesson=isolate(lesson))


def warning_words(warnings: Iterable[PathWarning], titles: Mapping[str, str]) -> list[str]:
    """What to look at, a sentence each; what is the matter with several lessons stands once."""
    needs = _("“{lesson}” builds on “{other}”, which does not come before it.")
    twin = _("“{lesson}” teaches the same as “{other}”, for another machine.")
    found, unknown = [], []
    for one in warnings:
        if one.what == "unknown":
            unknown.append(isolate(one.lesson))
            continue
        words = needs if one.what == "needs" else twin
        names = {name: title_of(getattr(one, name), titles) for name in ("lesson", "other")}
        found.append(words.format(**names))
    if unknown:
        words = _("Not on this laptop: {lessons}. They take no time in the sum.")
        found.append(words.format(lessons=listed(unknown)))
    return found
