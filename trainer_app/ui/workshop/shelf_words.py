"""What the scam shelf says of a scam: its title, and the message as it is put together."""

from __future__ import annotations

from collections.abc import Mapping

from trainer_app.domain.scams import SLOTS, Choices, Slot, TemplateWords
from trainer_app.i18n import _, isolate


def question(slot: Slot) -> str:
    """What is asked for a slot."""
    return {
        "who": _("Who writes or calls?"),
        "want": _("What do they want?"),
        "clue": _("Which clue gives it away?"),
    }[slot]


def scam_title(words: TemplateWords, choices: Choices) -> str:
    """What a scam is called: its template, and who writes."""
    who = words.option("who", choices.who).label
    return _("{scam}: {who}").format(scam=words.title, who=isolate(who))


def message(words: TemplateWords, chosen: Mapping[Slot, str]) -> str:
    """The message as far as it was chosen; dots stand for what is missing."""
    return " ".join(
        words.option(slot, chosen[slot]).says if slot in chosen else "…" for slot in SLOTS
    )
