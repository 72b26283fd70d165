"""Why a lesson from a file is not taken, and what to do about it."""

from __future__ import annotations

from trainer_app.domain import errors
from trainer_app.i18n import _
from trainer_app.ui.messages.message import Facts, Message, Sayings


def packs() -> Sayings:
    """Lesson packs that are refused whatever they hold."""
    return {
        errors.NotAPack: Message(
            _("This file holds no lesson"),
            _("{file} was not written by this program to share a lesson."),
            _("Choose a file that ends in .lesson."),
        ),
        errors.PackDamaged: Message(
            _("This lesson file is damaged"),
            _("{file} was cut off or changed on its way. Nothing of it was taken."),
            _("Ask for the file again, and take the stick out safely."),
        ),
        errors.NewerPack: Message(
            _("This lesson needs a newer program"),
            _(
                "A newer version of the program wrote {file} (form {found}; this program reads "
                "up to form {known}). Nothing of it was taken."
            ),
            _("Put the newer program on this laptop, then choose the file again."),
        ),
        errors.OtherKindOfPack: Message(
            _("This file holds something else"),
            _("{file} holds neither a lesson nor a translation."),
            _("Put the newest program on this laptop, then choose the file again."),
        ),
        errors.NothingNewer: Message(
            _("You have this lesson already"),
            _("{file} holds version {found}. Version {here} is on this laptop."),
            _("There is nothing to do. Ask the author if you expected a newer one."),
        ),
        errors.NotYourLesson: Message(
            _("Somebody else made this lesson"),
            _("Only who made a lesson can change or share it."),
            _("Make a copy of it. You can change the copy, and share that."),
        ),
    }


def too_large(facts: Facts) -> Message:
    """A pack that holds too much."""
    texts = {
        "packed": _("{file} has more than 20 megabytes."),
        "unpacked": _("{file} holds more than 40 megabytes."),
        "entries": _("There are more than 400 files in {file}."),
        "entry": _("{inside} in {file} has more than 2 megabytes."),
    }
    return Message(
        _("This lesson is too large"),
        texts[str(facts["reason"])],
        _("Ask the author for a lesson with fewer or smaller pictures. Nothing was taken."),
    )


def unsafe(facts: Facts) -> Message:
    """A pack that holds what no lesson has."""
    texts = {
        "name": _("There is {inside} in {file}. No lesson has such a file."),
        "twice": _("{inside} is there twice in {file}."),
        "link": _("{inside} in {file} is a folder or points to another place."),
        "locked": _("{inside} in {file} is locked with a password."),
        "packing": _("{inside} in {file} is packed in a way that this program does not use."),
    }
    return Message(
        _("This lesson is not safe"),
        texts[str(facts["reason"])],
        _("Do not use the file. Ask who gave it to you. Nothing of it was taken."),
    )


def changed(facts: Facts) -> Message:
    """A pack that is not as its author signed it."""
    texts = {
        "signature": _("{file} is not signed by the author that it names."),
        "changed": _("{inside} in {file} is not as the author wrote it."),
        "missing": _("{inside} is missing in {file}."),
        "unlisted": _("Somebody put {inside} into {file} later."),
    }
    return Message(
        _("Somebody changed this lesson"),
        texts[str(facts["reason"])],
        _("Do not use the file. Ask the author for a new one. Nothing of it was taken."),
    )


def harmful(facts: Facts) -> Message:
    """A lesson that could harm, or that nobody could open."""
    whys = {
        "no-html": _("There is program code (HTML) in the words."),
        "no-links": _("There is a link in the words. Addresses are written plainly."),
        "picture-name": _("The words show a picture from somewhere else."),
        "odd-signs": _("There are hidden or too many odd signs in the words."),
        "encoding": _("The letters cannot be told."),
        "too-long": _("A file, a line or a paragraph is far too long."),
        "too-deep": _("The structure is far too large."),
        "picture-exists": _("A picture is missing."),
        "hue-known": _("The colour is not one that lessons have."),
        "recording-plain": _("A recording is not plain sound, or it is too long."),
        "competence-known": _("A competence is not one that lessons have."),
    }
    why = whys.get(str(facts["rule"]), _("There is a mistake, so the lesson cannot be opened."))
    where = _("Look in {inside}, line {line}.") if facts["line"] else _("Look in {inside}.")
    return Message(
        _("This lesson cannot be used"),
        f"{why} {where}",
        _("Tell the author. Nothing of {file} was taken or written."),
    )


def unusable_picture(facts: Facts) -> Message:
    """A picture that cannot be used."""
    plain = _("The drawing has more than plain shapes: words, pictures or program code, say.")
    other = _("Open it in a drawing program and save it as PNG. Then use that file.")
    smaller = _("Make it smaller, or choose another picture.")
    broken = _("The picture is damaged, or it does not hold what its name says.")
    texts = {
        "bytes": (_("The picture has too many bytes."), smaller),
        "pixels": (_("The picture is far too large."), smaller),
        "kind": (_("This is not a picture that lessons can have."), _("Save it as PNG or JPEG.")),
        "photo": (
            _("This is not a photo that the program can read."),
            _(
                "Save it as JPEG or PNG. On an iPhone choose Settings, Camera, Formats, "
                "Most Compatible, and take the photo again."
            ),
        ),
        "slow": (_("The picture takes far too long to draw."), other),
        "memory": (_("The picture takes too much memory."), smaller),
        "helper": (
            _("The part of the program that looks at pictures does not start."),
            _("Close some windows and try again."),
        ),
        "xml": (_("The drawing is damaged."), other),
        "shapes": (plain, other),
        "elements": (_("The drawing has too many shapes."), other),
        "depth": (_("The drawing is too complicated."), other),
        "values": (_("The drawing has sizes or colours that cannot be used."), other),
    }
    text, what_to_do = texts.get(
        str(facts["reason"]), (broken, _("Choose another picture, or save it anew as PNG."))
    )
    return Message(_("The picture {picture} cannot be used"), text, what_to_do)


def place_taken(facts: Facts) -> Message:
    """A pack that would take the place of something of somebody else."""
    texts = {
        "bundled": _("{file} has the name of a lesson of this program. Those always stay."),
        "author": _("{file} has the name of a lesson or translation of another author."),
        "source": _("{file} translates a lesson into the language it was first written in."),
    }
    return Message(
        _("This lesson cannot be taken in"),
        texts[str(facts["reason"])],
        _("Nothing was changed. Ask the author to make a copy and share that."),
    )
