"""How long somebody helped others, in a sentence."""

from __future__ import annotations

from trainer_app.i18n import ngettext
from trainer_app.i18n.formats import number


def you_helped(minutes: int) -> str:
    """What is said to who helped, sitting alone at a laptop."""
    words = ngettext(
        "You helped others for {count} minute.", "You helped others for {count} minutes.", minutes
    )
    return words.format(count=number(minutes))


def name_helped(name: str, minutes: int) -> str:
    """What is said where several sit; `name` keeps its own direction."""
    words = ngettext(
        "{name} helped others for {count} minute.",
        "{name} helped others for {count} minutes.",
        minutes,
    )
    return words.format(name=name, count=number(minutes))


def helped_words(minutes: int) -> str:
    """What a trainer reads of one person; nothing of who never helped."""
    if not minutes:
        return ""
    words = ngettext(
        "Helped others for {count} minute", "Helped others for {count} minutes", minutes
    )
    return words.format(count=number(minutes))
