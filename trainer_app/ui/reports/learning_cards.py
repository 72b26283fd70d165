"""What people can now do, in the lessons' own sentences, and what trainers would do again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.experiments import Experiment
from trainer_app.domain.funding.breakdowns import Table as Breakdown
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import listed, number, short_date
from trainer_app.services.funding.figures import Helped
from trainer_app.ui.reports.breakdown_cards import titled_card
from trainer_app.ui.reports.lesson_names import abilities, lesson_titles
from trainer_app.ui.widgets import Cell, Column, Row, Table, Text


def abilities_card(table: Breakdown, lessons: LessonLibrary) -> QWidget:
    """Each sentence that people can now say, with how many of them passed its lesson."""
    titles = lesson_titles(lessons)
    rows = []
    for line in table.lines:
        title = isolate(titles.get(line.key, line.key))
        for at, sentence in enumerate(abilities(lessons, line.key)):
            cells = (Cell(sentence), Cell(title, muted=True), Cell(number(line.cells[0] or 0)))
            rows.append(Row(f"{line.key}/{at}", cells))
    columns = [
        Column("can", _("They can say"), stretch=2, sortable=False),
        Column("lesson", _("Lesson"), stretch=1, sortable=False),
        Column("people", _("People"), align="end", sortable=False),
    ]
    title = _("What people can do now")
    return titled_card(title, Table(columns, rows, title, full=True))


def helping_card(helped: Helped) -> QWidget:
    """How much people helped each other."""
    minutes = ngettext("{count} minute", "{count} minutes", helped.minutes)
    people = ngettext("{count} person", "{count} people", helped.people)
    words = _("{people} helped others, for {minutes} in all.").format(
        people=people.format(count=number(helped.people)),
        minutes=minutes.format(count=number(helped.minutes)),
    )
    return titled_card(_("People who helped each other"), Text(words, tight=True))


def experiments_card(cards: Sequence[Experiment]) -> QWidget:
    """What was tried, and what a trainer would do again."""
    parts: list[QWidget] = []
    for card in cards:
        about = [isolate(part) for part in (card.author, card.centre) if part]
        parts += [
            Text(isolate(card.title), "body", "semibold", tight=True),
            Text(listed([*about, short_date(card.on)]), "small", colour="muted", tight=True),
        ]
        said = (
            (_("Tried: {words}"), card.tried),
            (_("Happened: {words}"), card.happened),
            (_("Again: {words}"), card.again),
        )
        parts += [Text(form.format(words=isolate(one)), tight=True) for form, one in said if one]
    return titled_card(_("Experiments that worked"), *parts)
