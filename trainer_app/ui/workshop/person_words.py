"""What the page of one person says in more than one of its parts."""

from __future__ import annotations

from trainer_app.i18n import current, own_name, own_names, pgettext
from trainer_app.ui.labels import genders

NOT_SAID = ""


def gender_options() -> list[tuple[str, str]]:
    """Keys and words to choose from; the first is for who does not say."""
    return [(NOT_SAID, pgettext("gender", "Not said")), *genders().items()]


def language_options(spoken: str | None) -> list[tuple[str, str]]:
    """Codes and own names of languages, those of the program first; a rare one is kept."""
    codes = dict.fromkeys([current().code, *own_names(), *([spoken] if spoken else [])])
    return [(NOT_SAID, pgettext("language", "Not known")), *((c, own_name(c)) for c in codes)]
