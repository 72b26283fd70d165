"""The languages of the world, as far as Babel knows them: their names, scripts and directions."""

from __future__ import annotations

from functools import cache

from babel.core import Locale, UnknownLocaleError, get_global

# Languages that people here speak and Babel has no script for.
_SCRIPTS = {"prs": "Arab", "mnk": "Latn", "apc": "Arab"}
_FROM_RIGHT = frozenset(
    {"Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"}
)


@cache
def script_code(language: str) -> str:
    """The script that a language is usually written in, as ISO 15924 has it; "" if unknown."""
    parts = language.replace("_", "-").split("-")
    for part in parts[1:]:
        if len(part) == 4 and part.isalpha():
            return part.title()
    code = parts[0].lower()
    likely = get_global("likely_subtags")
    found = likely.get("_".join((code, *parts[1:]))) or likely.get(code, "")
    named = found.split("_")
    return _SCRIPTS.get(code) or (named[1] if len(named) > 1 else "")


def runs_from_right(language: str) -> bool:
    """Whether a language is written from right to left."""
    return script_code(language) in _FROM_RIGHT


@cache
def native_name(language: str) -> str:
    """What a language calls itself; "" where Babel does not know."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
        name = locale.get_language_name(locale) or ""
    except (UnknownLocaleError, ValueError):
        return ""
    has_capitals = script_code(language) in ("Latn", "Cyrl", "Grek", "Armn")
    return name[:1].upper() + name[1:] if has_capitals else name


@cache
def names_in(language: str) -> dict[str, str]:
    """Every language that has a name in this one, by code such as `ti`, in the order of names."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    names = {
        code: str(name)
        for code, name in locale.languages.items()
        if code.isalpha() and 2 <= len(code) <= 3
    }
    # Babel calls it the Persian of Afghanistan, and has no name for the code that people use.
    if dari := locale.languages.get("fa_AF"):
        names.setdefault("prs", str(dari))
    return dict(sorted(names.items(), key=lambda each: each[1].casefold()))
