"""What topics of help are called and how they look, for screens and paper alike."""

from __future__ import annotations

from collections.abc import Mapping

from trainer_app.domain.helping import HelpPlace
from trainer_app.i18n import _, isolate, own_name

TOPIC_ICONS: Mapping[str, str] = {
    "urgent": "siren",
    "harassment": "shield-alert",
    "legal": "scale",
    "digital": "laptop",
    "money": "banknote",
    "children": "baby",
}
UNKNOWN_ICON = "life-buoy"


def topic_names() -> Mapping[str, str]:
    """What each topic is called, as somebody says it who needs help."""
    return {
        "urgent": _("In danger now"),
        "harassment": _("Somebody threatens or bothers me"),
        "legal": _("My rights and papers"),
        "digital": _("My phone and my accounts"),
        "money": _("Money and fraud"),
        "children": _("Children and family"),
    }


def topic_name(topic: str) -> str:
    """What a topic is called; one that a newer program brought is just help."""
    return topic_names().get(topic, _("Other help"))


def phone_words(place: HelpPlace) -> str:
    """The telephone number, kept in one piece from left to right in words of any direction."""
    return f"\u2066{place.phone}\u2069" if place.phone else ""


def reach_words(place: HelpPlace) -> str:
    """The shortest way there: the telephone number, else the address."""
    return phone_words(place) or isolate(place.address)


def language_names(place: HelpPlace) -> str:
    """The languages spoken there, each by its own name."""
    return " · ".join(isolate(own_name(code)) for code in place.languages)
