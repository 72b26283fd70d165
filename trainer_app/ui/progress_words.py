"""How far a lesson is, in a word, a letter, an icon and a tone: the same on every screen."""

from __future__ import annotations

from dataclasses import dataclass

from trainer_app.domain.sittings import State
from trainer_app.i18n import _, ngettext, pgettext
from trainer_app.i18n.formats import number
from trainer_app.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class StateLook:
    """How a state looks; `letter` stands for the word where there is no room."""

    word: str
    letter: str
    icon: str
    tone: Tone


def state_look(state: State) -> StateLook:
    """The look of one state."""
    match state:
        case "passed":
            letter = pgettext("one letter for Done", "D")
            return StateLook(_("Done"), letter, "check", "ok")
        case "practised":
            letter = pgettext("one letter for Practised", "P")
            return StateLook(pgettext("a lesson", "Practised"), letter, "target", "primary")
        case "begun":
            letter = pgettext("one letter for Begun", "B")
            return StateLook(pgettext("a lesson", "Begun"), letter, "play", "accent")
        case "new":
            return StateLook(pgettext("a lesson", "Not begun"), "–", "circle", "plain")


def remembered_words(right: int, of: int) -> str:
    """How many questions of earlier lessons were remembered; nothing before any came back."""
    if not of:
        return ""
    words = ngettext(
        "Remembered {right} of {of} question", "Remembered {right} of {of} questions", of
    )
    return words.format(right=number(right), of=number(of))
