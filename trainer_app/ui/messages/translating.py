"""Why the file of another translator's program is not taken, and what to do about it."""

from __future__ import annotations

from trainer_app.domain import errors
from trainer_app.i18n import _
from trainer_app.ui.messages.message import Facts, Message, Sayings


def translating() -> Sayings:
    """What is the same whatever the file holds."""
    return {
        errors.OtherTranslation: Message(
            _("This file belongs to something else"),
            _("{file} says that it is for “{found}”."),
            _("Open the lesson and the language that it belongs to, or choose another file."),
        ),
    }


def no_translation_file(facts: Facts) -> Message:
    """A file that is no .po file, or none that can be read."""
    texts = {
        "form": _("{file} is not written as a .po file."),
        "encoding": _("The letters in {file} cannot be told."),
        "large": _("{file} has more than 5 megabytes. No lesson is that long."),
    }
    return Message(
        _("This file cannot be read"),
        texts[str(facts["reason"])],
        _("Save it again in the program that wrote it, as .po in UTF-8. Nothing was changed."),
    )
