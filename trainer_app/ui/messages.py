"""Says every known trouble in the person's language: what, where, and what to do about it.

Knows no Qt, because the commands say the same words as the screens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from trainer_app.domain import errors
from trainer_app.i18n import _, isolate, own_name
from trainer_app.i18n.formats import number

Facts = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Message:
    """A trouble in words: a short title, what happened and where, and what to do."""

    title: str
    text: str
    what_to_do: str


def explain(error: errors.TrainerError) -> Message:
    """The words for a trouble, in the language in use.

    Raises KeyError for a trouble that has no words yet, which is a bug.
    """
    facts = error.facts
    plain = _opening() | _doing() | _files()
    kind = type(error)
    message = plain[kind] if kind in plain else _BY_FACT[kind](facts)
    shown = {name: _shown(name, value) for name, value in facts.items()}
    return Message(
        message.title.format(**shown),
        message.text.format(**shown),
        message.what_to_do.format(**shown),
    )


def _shown(name: str, value: str | int) -> str:
    """A fact as it stands in a sentence, where it never turns the words around it."""
    if isinstance(value, int):
        return number(value)
    return isolate(own_name(value) if name == "language" else value)


Sayings = dict[type[errors.TrainerError], Message]


def _opening() -> Sayings:
    return {
        errors.NoCentre: Message(
            _("There is no centre here yet"),
            _("The folder {folder} holds no centre."),
            _("Start the program and make a centre, or choose the folder that has one."),
        ),
        errors.CentreExists: Message(
            _("There is a centre here already"),
            _("The folder {folder} holds a centre. Nothing in it was changed."),
            _("Open that centre, or choose an empty folder for a new one."),
        ),
        errors.InUse: Message(
            _("The program is open already"),
            _("Another window or program uses the folder {folder}. Nothing was changed."),
            _("Go on in the window that is open, or close it and try again."),
        ),
        errors.WrongPassphrase: Message(
            _("That was not the passphrase"),
            _("The centre stays locked. Nothing was changed."),
            _("Try again. Look at capital letters and at the language of the keyboard."),
        ),
        errors.WrongRecoveryCode: Message(
            _("The code does not open this centre"),
            _("A sign in it is wrong, or it is the code of another centre."),
            _("Type it again from the paper, one group after the other."),
        ),
        errors.KeyringDamaged: Message(
            _("The keys of this centre cannot be read"),
            _("Both copies of the file {file} are damaged. Nothing was changed."),
            _(
                "Do not delete anything. Put a copy of the whole data folder in its place, "
                "or ask the person who looks after this laptop."
            ),
        ),
        errors.StoreDamaged: Message(
            _("The centre’s file is damaged"),
            _("The file {file} is not whole, or it belongs to another centre."),
            _(
                "Do not delete anything. Put a copy of the whole data folder in its place, "
                "or ask the person who looks after this laptop."
            ),
        ),
        errors.NewerSchema: Message(
            _("This centre needs a newer program"),
            _(
                "A newer version of the program wrote the file {file} (form {found}; "
                "this program reads up to form {known}). Nothing was changed."
            ),
            _("Put the newer program on this laptop, then open the centre again."),
        ),
        errors.ReadOnly: Message(
            _("Nothing can be saved here"),
            _("The program may read {file}, but not change it. Nothing was changed."),
            _("Allow the program to write to the data folder, or use a folder of your own."),
        ),
        errors.DiskFull: Message(
            _("The disk is full"),
            _("There was no room to write {file}. All that was saved before is safe."),
            _("Make room: empty the bin or move large files away. Then try again."),
        ),
    }


def _doing() -> Sayings:
    return {
        errors.MalformedEvent: Message(
            _("This could not be saved"),
            _("Something in it breaks the rules of the register ({kind}, {field})."),
            _("Look at what was typed and try again. Nothing was changed."),
        ),
        errors.NotAllowed: Message(
            _("Only a trainer can do this"),
            _("The trainer’s part of the program is locked."),
            _("Ask a trainer to unlock it."),
        ),
        errors.AnotherSessionOpen: Message(
            _("Another session is still running"),
            _("Session {number} of {course} has not ended yet."),
            _("End that session first. Then start this one."),
        ),
        errors.NeedsReason: Message(
            _("Please give a reason"),
            _("This session has ended. A correction is kept with its reason."),
            _("Write in a few words why it changes, and save again."),
        ),
        errors.WrongPictures: Message(
            _("Not these three pictures"),
            _("You chose other pictures the first time."),
            _("Try again, or ask your trainer."),
        ),
    }


def _files() -> Sayings:
    return {
        errors.MissingLanguage: Message(
            _("This lesson is not in {language} yet"),
            _("The lesson {lesson} has no words in {language}."),
            _("Open it in a language that it has."),
        ),
    }


def _unknown(facts: Facts) -> Message:
    titles = {
        "course": _("This course is not here"),
        "session": _("This session is not here"),
        "person": _("This person is not here"),
        "lesson": _("This lesson is not here"),
        "trainer": _("This trainer is not here"),
    }
    return Message(
        titles.get(str(facts["what"]), _("This is not here")),
        _("It was looked for and not found. Perhaps it was removed."),
        _("Go back to the list and choose again."),
    )


def _empty(facts: Facts) -> Message:
    texts = {
        "centre": _("The centre has no name yet."),
        "trainer": _("The trainer has no name yet."),
        "passphrase": _("No passphrase was typed."),
        "title": _("The course has no title yet."),
    }
    return Message(
        _("Something is missing"),
        texts.get(str(facts["field"]), _("Something that is needed was left empty.")),
        _("Fill it in and try again."),
    )


def _bad_times(facts: Facts) -> Message:
    late = {"ended": _("The real end lies before the real start.")}
    return Message(
        _("These times do not fit"),
        late.get(str(facts["field"]), _("The end lies before the start, or a time is wrong.")),
        _("Look at the start and the end, and try again."),
    )


def _unreadable_lesson(facts: Facts) -> Message:
    where = _("There is a mistake in {file}, in line {line}.")
    return Message(
        _("The lesson {lesson} cannot be read"),
        where if facts["line"] else _("There is a mistake in {file}."),
        _("The other lessons work. Put a whole copy of this lesson’s folder in its place."),
    )


def _unreadable_roster(facts: Facts) -> Message:
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


def _cannot_write(facts: Facts) -> Message:
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


_BY_FACT: Mapping[type[errors.TrainerError], Callable[[Facts], Message]] = {
    errors.UnknownThing: _unknown,
    errors.EmptyField: _empty,
    errors.BadTimes: _bad_times,
    errors.UnreadableLesson: _unreadable_lesson,
    errors.UnreadableRoster: _unreadable_roster,
    errors.CannotWriteFile: _cannot_write,
}
