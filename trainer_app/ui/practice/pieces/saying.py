"""What stands for an id on the screen: a sign, a word, and what it means; and hours of a day."""

from __future__ import annotations

from dataclasses import dataclass

from trainer_app.i18n import _


@dataclass(frozen=True, slots=True)
class Saying:
    """An id in words: a sign, a short word, and a sentence that explains it ("" if none does)."""

    icon: str
    word: str
    more: str = ""


def hour(value: str) -> Saying:
    """When a post is published."""
    return {
        "morning": Saying("sunrise", _("Morning")),
        "noon": Saying("sun", _("Noon")),
        "evening": Saying("sunset", _("Evening")),
        "night": Saying("moon", _("Night")),
    }[value]
