"""Troubles whose words depend on what is known of them."""

from __future__ import annotations

from decimal import Decimal

from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.ui.messages.message import Facts, Message


def unknown(facts: Facts) -> Message:
    """Something was looked for and is not there."""
    titles = {
        "course": _("This course is not here"),
        "session": _("This session is not here"),
        "person": _("This person is not here"),
        "lesson": _("This lesson is not here"),
        "trainer": _("This trainer is not here"),
        "laptop": _("This laptop is not here"),
        "path": _("This path is not here"),
        "help place": _("This place for help is not here"),
        "card": _("This card is not here"),
        "indicator set": _("This indicator set is not here"),
        "claim": _("This claim is not here"),
        "project": _("This project is not here"),
    }
    return Message(
        titles.get(str(facts["what"]), _("This is not here")),
        _("It was looked for and not found. Perhaps it was removed."),
        _("Go back to the list and choose again."),
    )


def empty(facts: Facts) -> Message:
    """Something was left empty."""
    texts = {
        "centre": _("The centre has no name yet."),
        "trainer": _("The trainer has no name yet."),
        "passphrase": _("No passphrase was typed."),
        "title": _("The course has no title yet."),
        "name": _("No name was typed."),
        "phone": _("There is no telephone number and no address yet."),
        "path": _("The path has no name yet."),
        "tried": _("The card does not say yet what you tried."),
        "lessons": _("There is no lesson in the path yet."),
        "reason": _("No reason was given."),
        "guardian": _("Who speaks for somebody under 18 was not written down."),
        "minutes": _("It does not say how long the work took."),
        "task": _("It does not say what was done."),
        "person": _("It does not say whose work it was."),
        "what": _("It does not say what was paid for."),
        "cents": _("There is no amount yet."),
        "partner": _("The partner has no name yet."),
        "lesson-title": _("The lesson has no title yet."),
        "pages": _("A lesson needs at least one page."),
        "questions": _("A lesson needs at least one question."),
        "objectives": _("A lesson needs at least one thing that people can do afterwards."),
        "choices": _("A question needs at least one answer to choose."),
        "label": _("The claim has no name yet."),
    }
    return Message(
        _("Something is missing"),
        texts.get(str(facts["field"]), _("Something that is needed was left empty.")),
        _("Fill it in and try again."),
    )


def too_much_shared(facts: Facts) -> Message:
    """Partners carry more than all of a project."""
    left = Decimal(int(facts["left"])) / 100
    return Message(
        _("Together the shares are more than 100 %"),
        _("What is left for this partner is {percent} %.").format(percent=number(left)),
        _("Make this share smaller, or change another partner’s first."),
    )


def bad_times(facts: Facts) -> Message:
    """Times that do not fit."""
    late = {
        "ended": _("The real end lies before the real start."),
        "until": _("The last day lies in the past."),
        "left": _("The day of leaving is still to come."),
    }
    return Message(
        _("These times do not fit"),
        late.get(str(facts["field"]), _("The end lies before the start, or a time is wrong.")),
        _("Look at the start and the end, and try again."),
    )


def unreadable_lesson(facts: Facts) -> Message:
    """A lesson folder is broken."""
    where = _("There is a mistake in {file}, in line {line}.")
    return Message(
        _("The lesson {lesson} cannot be read"),
        where if facts["line"] else _("There is a mistake in {file}."),
        _("The other lessons work. Put a whole copy of this lesson’s folder in its place."),
    )


def unreadable_roster(facts: Facts) -> Message:
    """A list of people cannot be read."""
    title = _("This list cannot be read")
    known = {
        "empty": Message(
            title,
            _("There are no people in {file}."),
            _("Look into the file. Each person needs a row of their own."),
        ),
        "not-a-table": Message(
            title,
            _("{file} is not a table with one person in each row."),
            _("Open it in a spreadsheet program and save it as CSV or XLSX."),
        ),
        "encoding": Message(
            title,
            _("The letters in {file} cannot be told."),
            _("Open it in a spreadsheet program and save it as XLSX, or as CSV in UTF-8."),
        ),
        "too-large": Message(
            title,
            _("{file} is too large for a list of people."),
            _("Keep only the rows of people, or bring the list in as several files."),
        ),
        "password": Message(
            title,
            _("{file} is locked with a password."),
            _("Save it without a password, and bring that file in."),
        ),
        "unreadable": Message(
            title,
            _("The computer does not hand over {file}."),
            _("Close it in other programs. If it is on a stick, look whether the stick is in."),
        ),
    }
    return known[str(facts["reason"])]


def cannot_write(facts: Facts) -> Message:
    """A file could not be written."""
    title = _("The file was not written")
    known = {
        "full": Message(
            title,
            _("There is no room for {file}."),
            _("Make room, or choose another place for the file."),
        ),
        "read-only": Message(
            title,
            _("Nothing may be written where {file} was to go."),
            _("Choose another place, such as your own documents or a stick."),
        ),
        "missing-folder": Message(
            title,
            _("The folder for {file} is not there any more."),
            _("If it is on a stick, put the stick in again. Or choose another place."),
        ),
        "in-use": Message(
            title,
            _("Another program has {file} open."),
            _("Close the file there, or choose another name. Then try again."),
        ),
        "too-large": Message(
            title,
            _("There are more rows than {file} can hold."),
            _("Choose a shorter period or one course, or write a CSV file."),
        ),
        "other": Message(
            title,
            _("The computer did not take {file}."),
            _("Choose another place and try again."),
        ),
    }
    return known[str(facts["reason"])]
