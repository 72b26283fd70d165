"""What goes to an organisation and what never does, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.services.funding.doubles import Prints
from trainer_app.ui.theme import Tone

Line = tuple[str, str]
"""An icon and a sentence."""


def sent_lines() -> list[Line]:
    """What the organisation can read."""
    return [
        (
            "users",
            _(
                "The register as it is: names, years of birth, gender, languages, telephone "
                "numbers, notes. Their tables leave names out, unless they ask for them."
            ),
        ),
        ("calendar-check", _("Courses, sessions, who came, and what each person learned.")),
        ("message-circle", _("What people answered for projects, who left, and why.")),
        ("file-text", _("Projects, claims, and the names of trainers.")),
    ]


def locked_lines() -> list[Line]:
    """What is in the file and stays closed."""
    return [("lock", _("Private answers. Only trainers of this centre can open them."))]


def kept_lines() -> list[Line]:
    """What stays in the centre."""
    return [
        ("eye-off", _("Pictures to sign in with, and photos of signed sheets.")),
        ("heart", _("Plans, feelings, places for help, and who agreed to what.")),
        ("key-round", _("The keys of this centre.")),
    ]


def prints_words(prints: Prints) -> Iterator[tuple[Tone, str]]:
    """What is to say of people who are counted once over all centres."""
    if prints.people:
        words = ngettext(
            "{count} person is counted once over all centres.",
            "{count} people are counted once over all centres.",
            prints.people,
        )
        yield "plain", words.format(count=number(prints.people))
    if prints.without:
        words = ngettext(
            "{count} person cannot be: name or year of birth is not known.",
            "{count} people cannot be: their name or year of birth is not known.",
            prints.without,
        )
        yield "plain", words.format(count=number(prints.without))
    if prints.closed:
        yield (
            "warn",
            _(
                "The key that centres share is closed to you, so new people have no mark yet. A "
                "trainer who has it must come in once."
            ),
        )
