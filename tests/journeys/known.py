"""The words on a screen that are data, and so stand there whatever its language is."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from babel import Locale
from PySide6.QtWidgets import QLabel

from trainer_app import places
from trainer_app.content.indicator_sets import bundled_sets
from trainer_app.content.library import LessonLibrary
from trainer_app.i18n import _, in_language, own_names
from trainer_app.i18n.languages import languages
from trainer_app.i18n.tongues import names_in
from trainer_app.ui.authoring.editor import EditorPage
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.reports.published import PublishedPage
from trainer_app.ui.translating.editor import TranslationEditor
from trainer_app.ui.translating.translations_page import TranslationsPage

from . import funder_screens
from .pseudo import words_of
from .tour import ROSTER, TYPED

# The program's name and the network's, names of files and their kinds, keys, codes, and fonts.
NOT_WORDS = (
    "trainer-app Plaza centre.db attendance.xlsx CSV XLSX PDF XXXX",
    "Ctrl+Enter Ctrl+1 Ctrl+K Esc F1 Alt Del",
    "Noto Sans Arabic Ethiopic Color Emoji Andika (Clear Letters)",
)


def words_of_all(language: str) -> frozenset[str]:
    """The words that every centre's screens may have, in a language."""
    locale = Locale(language)
    calendar = [
        word
        for names in (locale.months, locale.days)
        for width in ("wide", "abbreviated")
        for word in names["format"][width].values()
    ]
    greetings = []
    for one in languages():
        with in_language(one.code):
            greetings += (_("Welcome"), _("Listen"))
    roster = ROSTER.read_text(encoding="utf-8")
    return words_of([*calendar, *greetings, roster, *NOT_WORDS, *own_names().values()])


def licences() -> list[str]:
    """The texts that licences are shown in."""
    return [one.read_text(encoding="utf-8") for one in places.assets().rglob("*.txt")]


def of_the_centre(window: MainWindow, language: str) -> Iterable[str]:
    """What people typed: it is shown as it is in every language."""
    yield from (str(window.door.folder), ROSTER.name, *TYPED, *funder_screens.TYPED)
    yield from (one.text() for one in window.findChildren(QLabel) if is_code(one.text()))
    yield from _said_on_cards(window.lessons)
    if isinstance(window.page, TranslationEditor):
        for unit in window.page.translation.units:
            yield from (unit.unit.text, unit.words, unit.made_from or "")
    if isinstance(window.page, EditorPage):
        # Whose a lesson is, as its file says it.
        yield window.page.draft.by
    if isinstance(window.page, TranslationsPage | PublishedPage):
        yield from (*own_names(), *names_in(language).values())
    if window.desk is not None:
        yield from _of_the_desk(window)
    if type(window.page).__module__.startswith("trainer_app.ui.funding"):
        yield from words_of_sets(language)


@functools.cache
def _said_on_cards(library: LessonLibrary) -> tuple[str, ...]:
    """How it sounds in other languages: it stands on the card in all of them."""
    with_pages = (one for one in library.lessons if one.has_pages)
    return tuple(library.words(one.id, one.source).card.say for one in with_pages)


def _of_the_desk(window: MainWindow) -> Iterator[str]:
    desk = window.desk
    assert desk is not None
    yield window.door.centre_name()
    yield from (one.name for one in window.door.trainers())
    yield from (one.label for one in desk.enrolling.people())
    for course in desk.courses.all():
        yield from filter(None, (course.title, course.project, course.funder, course.place))
    for project in desk.projects.all():
        yield from filter(None, (project.name, project.funder, project.grant, project.currency))


@functools.cache
def words_of_sets(language: str) -> tuple[str, ...]:
    """What the program's indicator sets say: they bring words of their own for each language."""
    found: list[str] = []
    for one in bundled_sets():
        said = [one.words, one.about, *(each.words for each in one.indicators)]
        for question in one.questions:
            said += [question.ask, question.reason, *(each.words for each in question.choices)]
        found += (one.source, *(each.code for each in one.indicators))
        found += (words[language] for words in said)
    return tuple(found)


def is_code(text: str) -> bool:
    """Whether this is a group of a recovery code."""
    return len(text) == 4 and text.isascii() and text.isalnum() and text == text.upper()
