"""What each gesture is called, what it looks like as a sign, and how it is done in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from trainer_app.domain.practice.pointer_stage import Does, Way
from trainer_app.i18n import N_, _

_ICONS: Mapping[Does, str] = MappingProxyType(
    {
        "point": "mouse-pointer-2",
        "click": "mouse-pointer-click",
        "double-click": "mouse-pointer-click",
        "drag": "hand-grab",
        "scroll": "mouse",
        "tap": "pointer",
        "hold": "hand",
    }
)
_WORDS: Mapping[tuple[Does, Way], str] = MappingProxyType(
    {
        ("point", ""): N_("Move the arrow onto it."),
        ("click", ""): N_("Click once."),
        ("double-click", ""): N_("Click twice, quickly."),
        ("drag", ""): N_("Press, keep the button down, and move it to its place."),
        ("scroll", "down"): N_("Scroll down: turn the wheel towards you."),
        ("scroll", "up"): N_("Scroll up: turn the wheel away from you."),
        ("scroll", "left"): N_("Scroll to the left."),
        ("scroll", "right"): N_("Scroll to the right."),
        ("tap", ""): N_("Tap: touch it shortly."),
        ("hold", ""): N_("Hold: keep your finger on it until the ring is full."),
        ("swipe", "left"): N_("Swipe: push it to the left."),
        ("swipe", "right"): N_("Swipe: push it to the right."),
        ("swipe", "up"): N_("Swipe: push it up."),
        ("swipe", "down"): N_("Swipe: push it down."),
    }
)


def gesture_icon(does: Does, way: Way) -> str:
    """The sign of a gesture; a way that is one on the table is not mirrored."""
    return f"move-{way}" if does == "swipe" else _ICONS[does]


def gesture_words(does: Does, way: Way, *, touch: bool) -> str:
    """How a gesture is done; `touch`: with a finger, on the phone twin."""
    if does == "drag" and touch:
        return _("Put your finger on it, and push it to its place.")
    return _(_WORDS[does, way if does in ("scroll", "swipe") else ""])
