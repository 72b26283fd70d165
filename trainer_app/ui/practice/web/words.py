"""The program's words for what the pretend web names by id, each with a sign."""

from __future__ import annotations

from collections.abc import Callable

from trainer_app.domain.practice.web_stage import Deed, Verdict
from trainer_app.domain.practice.web_view import ClaimView
from trainer_app.i18n import _
from trainer_app.ui.practice.pieces.saying import Saying


def verdict_words(verdict: Verdict) -> Saying:
    """What one can think of a claim."""
    said: dict[Verdict, Callable[[], Saying]] = {
        "true": lambda: Saying("circle-check", _("It is true")),
        "false": lambda: Saying("ban", _("It is not true")),
        "cannot-tell": lambda: Saying("circle-help", _("Nobody can tell yet")),
    }
    return said[verdict]()


def deed_words(deed: Deed) -> Saying:
    """What one can do with a claim."""
    said: dict[Deed, Callable[[], Saying]] = {
        "keep": lambda: Saying("hand", _("Keep it to myself")),
        "pass-on": lambda: Saying("forward", _("Pass it on")),
        "tell": lambda: Saying("message-circle", _("Tell the sender kindly what I found")),
    }
    return said[deed]()


def claim_note(claim: ClaimView) -> str:
    """How far one is with a claim."""
    if claim.settled:
        return _("You checked this")
    if claim.to_mend:
        return ""
    return verdict_words(claim.verdict).word if claim.verdict else _("Is it true?")
