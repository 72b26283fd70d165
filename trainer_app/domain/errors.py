"""What can go wrong for a reason that a person can act on; every other exception is a bug.

An error carries facts, never sentences: `trainer_app.ui.messages` says it in the person's language.
"""

from __future__ import annotations


class TrainerError(Exception):
    """A known trouble. `facts` fill the sentence; none of them may be personal."""

    def __init__(self, **facts: str | int) -> None:
        super().__init__(type(self).__name__, facts)
        self.facts = facts


# Opening a data folder
class NoCentre(TrainerError):
    """The folder holds no centre yet. Facts: folder."""


class CentreExists(TrainerError):
    """A centre was to be made where one stands. Facts: folder."""


class InUse(TrainerError):
    """Another program holds the data folder. Facts: folder."""


class WrongPassphrase(TrainerError):
    """No slot opened with what was typed."""


class WrongRecoveryCode(TrainerError):
    """The recovery code has a wrong character, or belongs to another centre."""


class KeyringDamaged(TrainerError):
    """Neither copy of the keyring can be read. Facts: file."""


class StoreDamaged(TrainerError):
    """The encrypted file is not whole, or not the one that the key belongs to. Facts: file."""


class NewerSchema(TrainerError):
    """A newer version of the program wrote this file. Facts: file, found, known."""


class ReadOnly(TrainerError):
    """The folder or file cannot be written. Facts: file."""


class DiskFull(TrainerError):
    """Nothing more fits on the disk; what was confirmed before is safe. Facts: file."""


# Doing something
class MalformedEvent(TrainerError):
    """An event breaks the rules of its kind. Facts: kind, field."""


class UnknownThing(TrainerError):
    """Somebody asked for a course, session, person or lesson that is not there. Facts: what, id."""


class NotAllowed(TrainerError):
    """Only a trainer who has unlocked may do this."""


class AnotherSessionOpen(TrainerError):
    """A session was to start while another one runs. Facts: course, number."""


class NeedsReason(TrainerError):
    """A session that has ended is only corrected with a reason."""


class WrongPictures(TrainerError):
    """The pictures tapped are not the ones that this person chose."""


class EmptyField(TrainerError):
    """Something that is needed was left empty. Facts: field."""


class BadTimes(TrainerError):
    """An end lies before its start, or a time cannot be read. Facts: field."""


# Files
class UnreadableRoster(TrainerError):
    """The file is not a list of people that can be read. Facts: file, reason."""


class CannotWriteFile(TrainerError):
    """An export could not be written where it was asked for. Facts: file, reason."""


class UnreadableLesson(TrainerError):
    """A lesson folder is broken. Facts: lesson, file, line, rule."""


class MissingLanguage(TrainerError):
    """A lesson has no words in the language asked for. Facts: lesson, language."""
