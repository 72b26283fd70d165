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


class DiskFails(TrainerError):
    """The disk did not take or give what it should, or a stick was pulled. Facts: file."""


class TooManyTries(TrainerError):
    """Several wrong passphrases in a row: wait before the next try. Facts: seconds."""


class PassExpired(TrainerError):
    """A substitute's pass has ended. Facts: until."""


class NoLongerTrainer(TrainerError):
    """Another trainer removed this one from the centre."""


class WrongInvitationCode(TrainerError):
    """The code does not open this invitation."""


class UnreadableInvitation(TrainerError):
    """The file is not an invitation of this program, or not a whole one. Facts: file."""


# Evening passes: a laptop is opened for one evening without a passphrase
class MalformedPass(TrainerError):
    """What should be a pass is none, or not a whole one. Facts: file."""


class PassForAnother(TrainerError):
    """The passes are of another centre, or none of them is for this laptop."""


class EveningOver(TrainerError):
    """The evening that a pass was made for is over."""


class WrongClock(TrainerError):
    """This laptop's clock says a time before the pass was made, or before its own last work."""


class WrongPass(TrainerError):
    """A pass opens nothing here. Facts: reason.

    Reasons: used (or made for an earlier key), renewed (the laptop's keys were), forged, moved
    (the data folder is a copy), busy (its keys are being renewed).
    """


class LaptopShutOut(TrainerError):
    """A trainer shut this laptop out of the centre."""


# Backups
class NoGoodSnapshot(TrainerError):
    """There is no backup that could be put back. Facts: folder."""


class SnapshotDamaged(TrainerError):
    """A backup is not whole, or opens with other keys. Facts: file."""


# Bundles: what a laptop brings to another one on a stick
class NotABundle(TrainerError):
    """The file was not written by this program as news of a laptop. Facts: file."""


class BundleDamaged(TrainerError):
    """The bundle was cut off or changed on its way. Facts: file."""


class BundleTooLarge(TrainerError):
    """The bundle is, or unpacks to, more than a centre can have. Facts: file."""


class NewerBundle(TrainerError):
    """A newer version of the program wrote the bundle. Facts: file, found, known."""


class OtherCentre(TrainerError):
    """The bundle belongs to another centre, or to keys that nobody here holds. Facts: file."""


class UnknownLaptop(TrainerError):
    """No trainer of this centre admitted the laptop that signed the bundle. Facts: file."""


class ForgedEvents(TrainerError):
    """The bundle holds events that their laptop did not sign as they stand. Facts: file."""


class UnreadableFile(TrainerError):
    """The computer does not hand over a file: a stick was pulled, say. Facts: file."""


# Lesson packs: a lesson of a colleague in one file
class NotAPack(TrainerError):
    """The file is no lesson pack. Facts: file."""


class PackDamaged(TrainerError):
    """The pack was cut off, or something in it is not as a pack is written. Facts: file."""


class PackTooLarge(TrainerError):
    """The pack holds more than a lesson may. Facts: file, reason, inside.

    Reasons: packed, unpacked, entries, entry (the only one with `inside`).
    """


class UnsafePack(TrainerError):
    """The pack holds what no lesson has. Facts: file, reason, inside.

    Reasons: name, twice, link, locked, packing.
    """


class ChangedPack(TrainerError):
    """The pack is not as its author signed it. Facts: file, reason, inside.

    Reasons: signature, changed, missing, unlisted.
    """


class NewerPack(TrainerError):
    """A newer version of the program wrote the pack. Facts: file, found, known."""


class OtherKindOfPack(TrainerError):
    """The pack holds neither a lesson nor a translation. Facts: file."""


class HarmfulLesson(TrainerError):
    """A lesson could harm, or cannot be opened. Facts: file, inside, line, rule."""


class UnusablePicture(TrainerError):
    """A picture cannot be used. Facts: picture, reason."""


class PlaceTaken(TrainerError):
    """A lesson may not take the place of another's. Facts: file, reason.

    Reasons: bundled, author, source (a translation into the lesson's first language).
    """


class NothingNewer(TrainerError):
    """What a pack holds is here already. Facts: file, found, here."""


class NotYourLesson(TrainerError):
    """Only who made a lesson or a translation changes or shares it. Facts: lesson."""


class NotATranslationFile(TrainerError):
    """A file is no .po file that can be read. Facts: file, reason.

    Reasons: form, encoding, large.
    """


class OtherTranslation(TrainerError):
    """A .po file belongs to another lesson or language. Facts: file, lesson, found."""


# Experiment cards: what a trainer of another centre tried
class NotACard(TrainerError):
    """The file was not written by this program to share an experiment card. Facts: file."""


class CardDamaged(TrainerError):
    """Something on the card is not as this program writes it. Facts: file."""


class ChangedCard(TrainerError):
    """The card is not as its trainer signed it. Facts: file."""


class NewerCard(TrainerError):
    """A newer version of the program wrote the card. Facts: file, found, known."""


class CardIsHere(TrainerError):
    """The card is here already, or was written here. Facts: file."""


# Doing something
class MalformedEvent(TrainerError):
    """An event breaks the rules of its kind. Facts: kind, field."""


class UnknownThing(TrainerError):
    """Somebody asked for a course, session, person or lesson that is not there. Facts: what, id."""


class NotAllowed(TrainerError):
    """Only a trainer who has unlocked may do this."""


class NotForSubstitutes(TrainerError):
    """A substitute marks and teaches; this takes a trainer of the centre."""


class NotEarned(TrainerError):
    """A certificate or badge was asked for somebody who did not complete what it is for."""


class LastTrainer(TrainerError):
    """The last trainer of a centre cannot be removed, nor can she remove herself."""


class AnotherSessionOpen(TrainerError):
    """A session was to start while another one runs. Facts: course, number."""


class NotAgreed(TrainerError):
    """Nothing of this may be kept of somebody who did not agree to it. Facts: use."""


class NeedsReason(TrainerError):
    """A session that has ended is only corrected with a reason."""


class WrongPictures(TrainerError):
    """The pictures tapped are not the ones that this person chose."""


class EmptyField(TrainerError):
    """Something that is needed was left empty. Facts: field."""


class ProjectExists(TrainerError):
    """Another project has that name already. Facts: name."""


class TooMuchShared(TrainerError):
    """The shares of a project's partners are more than the whole. Facts: left.

    `left` is what nobody carries yet, in hundredths of a percent.
    """


class BadTimes(TrainerError):
    """An end lies before its start, or a time cannot be read. Facts: field."""


# The room of laptops
class CannotOpenRoom(TrainerError):
    """This laptop cannot open a room to others. Facts: reason.

    Reasons: network (nothing may listen on this laptop), disk.
    """


class WrongRoomCode(TrainerError):
    """The room code that a guest typed is not that of the room."""


class RoomNotFound(TrainerError):
    """No room answers at the address that was typed or found."""


class RoomTooNew(TrainerError):
    """A newer version of the program opened the room."""


# Files
class UnreadableRoster(TrainerError):
    """The file is not a list of people that can be read. Facts: file, reason."""


class CannotWriteFile(TrainerError):
    """An export could not be written where it was asked for. Facts: file, reason."""


class NotPublishable(TrainerError):
    """A file was to be published that could tell of single people. Facts: reason.

    Reasons: kind (it holds a row for each person), part (of a course or session alone), days (no
    month, quarter or year of the calendar), running (not over yet).
    """


class UnreadableLesson(TrainerError):
    """A lesson folder is broken. Facts: lesson, file, line, rule."""


class MissingLanguage(TrainerError):
    """A lesson has no words in the language asked for. Facts: lesson, language."""


# Claims: what was handed in to a funder
class ClaimTooLarge(TrainerError):
    """A claim has more rows than one event can carry. Facts: rows."""


class ClaimDamaged(TrainerError):
    """A claim is not whole, or no trainer of this centre signed it as it stands. Facts: reason.

    Reasons: damaged, forged.
    """


class FiguresChanged(TrainerError):
    """Between looking at a claim and handing it in something changed."""


# An organisation of many centres
class NotAnOrganisationKey(TrainerError):
    """The file is not the key, or the public file, of an organisation. Facts: file."""


class OtherRoot(TrainerError):
    """News of a centre lead back to another first trainer than is known. Facts: file."""


class UnknownCentre(TrainerError):
    """A bundle comes from a centre that the organisation does not know. Facts: file."""


class DoublesOn(TrainerError):
    """People of a project and period are counted once by a key already. Facts: period."""


class WrongDoublesKey(TrainerError):
    """A sign of a key that centres share is wrong."""


class WrongPeriod(TrainerError):
    """What was typed is neither a year nor a span of years. Facts: period."""


class NeedsExtra(TrainerError):
    """Something that is installed on its own is missing. Facts: extra."""


class NoDataset(TrainerError):
    """The folder holds no organisation's dataset. Facts: folder."""
