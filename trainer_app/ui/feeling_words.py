"""The questions of after a session and their faces in words, the same on every screen."""

from __future__ import annotations

from trainer_app.domain.feelings import Question
from trainer_app.i18n import _, pgettext


def question_words(question: Question) -> str:
    """What is asked."""
    return {
        "evening": _("How was it today?"),
        "alone": _("Can you do it alone now?"),
    }[question]


def face_words(question: Question, face: int) -> str:
    """What face 1, 2 or 3 says to a question."""
    words = {
        "evening": (
            pgettext("how it was", "Not good"),
            pgettext("how it was", "So-so"),
            pgettext("how it was", "Good"),
        ),
        "alone": (
            pgettext("can do it alone", "Not yet"),
            pgettext("can do it alone", "A little"),
            pgettext("can do it alone", "Yes"),
        ),
    }
    return words[question][face - 1]
