"""The program's words for what stories name by id."""

from __future__ import annotations

from collections.abc import Callable

from trainer_app.domain.practice.consequences_stage import Moment
from trainer_app.domain.practice.consequences_view import ThreadView
from trainer_app.i18n import _
from trainer_app.ui.practice.pieces.saying import Saying


def moment_words(moment: Moment) -> str:
    """How much later a scene is than the beginning."""
    said: dict[Moment, Callable[[], str]] = {
        "now": lambda: _("Now"),
        "hour": lambda: _("An hour later"),
        "day": lambda: _("A day later"),
        "week": lambda: _("A week later"),
        "month": lambda: _("A month later"),
        "year": lambda: _("A year later"),
    }
    return said[moment]()


def thread_words(thread: ThreadView, title: str) -> Saying:
    """A story, and how it stands."""
    if thread.to_mend:
        return Saying("eye", title, _("Look again"))
    if thread.ended:
        return Saying("circle-check", title, _("It ends well"))
    return Saying("book-open", title)
