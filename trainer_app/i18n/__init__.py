"""The program's words in the person's language, and how that language writes dates and numbers.

The language in use is the one ambient thing beside the theme: `use("ar")`, then `_("Next")`.
"""

from __future__ import annotations

from trainer_app.i18n.bidi import isolate
from trainer_app.i18n.catalogs import N_, _, current, in_language, ngettext, pgettext, use
from trainer_app.i18n.languages import Language, language, languages, own_name, own_names, speaks
from trainer_app.i18n.tongues import runs_from_right

__all__ = [
    "N_",
    "Language",
    "_",
    "current",
    "in_language",
    "isolate",
    "language",
    "languages",
    "ngettext",
    "own_name",
    "own_names",
    "pgettext",
    "runs_from_right",
    "speaks",
    "use",
]
