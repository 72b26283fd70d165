"""The minutes of a presentation in words."""

from __future__ import annotations

from trainer_app.domain.presenting import Clock
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number


def left_words(clock: Clock) -> str:
    """How long the part in sight still has."""
    if clock.left > 0:
        words = ngettext("{count} minute left", "{count} minutes left", clock.left)
        return words.format(count=number(clock.left))
    if clock.left == 0:
        return _("Time for the next part")
    over = ngettext("{count} minute over", "{count} minutes over", -clock.left)
    return over.format(count=number(-clock.left))


def session_words(clock: Clock) -> str:
    """How long the session still has; "" where its end is not known."""
    if clock.session_left is None:
        return ""
    if clock.session_left <= 0:
        return _("The session is over its time")
    words = ngettext(
        "The session has {count} minute left", "The session has {count} minutes left",
        clock.session_left,
    )  # fmt: skip
    return words.format(count=number(clock.session_left))


def place_words(at: int, of: int) -> str:
    """Which slide it is."""
    return _("Slide {number} of {total}").format(number=number(at + 1), total=number(of))


def late_words(clock: Clock, slides: int) -> str:
    """That it is getting late, and what could be left out; "" while there is time."""
    if clock.late <= 0 or slides == 0:
        return ""
    late = ngettext("About {count} minute late.", "About {count} minutes late.", clock.late)
    out = ngettext(
        "{count} page or question is not in the short form.",
        "{count} pages and questions are not in the short form.",
        slides,
    )
    return f"{late.format(count=number(clock.late))} {out.format(count=number(slides))}"
