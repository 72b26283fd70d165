"""Says every known trouble in the person's language: what, where, and what to do about it.

Knows no Qt, because the commands say the same words as the screens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from trainer_app.domain import errors
from trainer_app.i18n import _, isolate, own_name
from trainer_app.i18n.formats import long_date, number
from trainer_app.ui.messages import by_fact, cards, packs, passes, publishing, room, translating
from trainer_app.ui.messages.doing import doing
from trainer_app.ui.messages.message import Facts, Message, Sayings
from trainer_app.ui.messages.news import news
from trainer_app.ui.messages.opening import opening
from trainer_app.ui.messages.organisation import organisation
from trainer_app.ui.messages.safety import safety

__all__ = ["Message", "explain"]


def explain(error: errors.TrainerError) -> Message:
    """The words for a trouble, in the language in use.

    Raises KeyError for a trouble that has no words yet, which is a bug.
    """
    facts = error.facts
    plain = (
        opening()
        | safety()
        | news()
        | doing()
        | packs.packs()
        | passes.passes()
        | cards.cards()
        | translating.translating()
        | room.room()
        | organisation()
        | _files()
    )
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
    if name == "until":
        return long_date(date.fromisoformat(value))
    return isolate(own_name(value) if name == "language" else value)


def _files() -> Sayings:
    return {
        errors.MissingLanguage: Message(
            _("This lesson is not in {language} yet"),
            _("The lesson {lesson} has no words in {language}."),
            _("Open it in a language that it has."),
        ),
    }


_BY_FACT: Mapping[type[errors.TrainerError], Callable[[Facts], Message]] = {
    errors.UnknownThing: by_fact.unknown,
    errors.EmptyField: by_fact.empty,
    errors.BadTimes: by_fact.bad_times,
    errors.TooMuchShared: by_fact.too_much_shared,
    errors.UnreadableLesson: by_fact.unreadable_lesson,
    errors.UnreadableRoster: by_fact.unreadable_roster,
    errors.CannotWriteFile: by_fact.cannot_write,
    errors.NotPublishable: publishing.not_publishable,
    errors.CannotOpenRoom: room.cannot_open,
    errors.PackTooLarge: packs.too_large,
    errors.UnsafePack: packs.unsafe,
    errors.ChangedPack: packs.changed,
    errors.HarmfulLesson: packs.harmful,
    errors.WrongPass: passes.wrong_pass,
    errors.UnusablePicture: packs.unusable_picture,
    errors.PlaceTaken: packs.place_taken,
    errors.NotATranslationFile: translating.no_translation_file,
}
