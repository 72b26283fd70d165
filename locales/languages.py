"""Begins a language (`new`), or says how far each one is (`check`).

`python locales/languages.py new CODE [--name NAME] [--root FOLDER]` makes the catalog, the entry in
`languages.toml` and the language's note, and says what is to be written next.
`python locales/languages.py check` prints one table and fails where a language that people are
offered is not whole.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from babel.core import Locale, UnknownLocaleError
from babel.plural import PluralRule, to_gettext
from standings import (
    Count,
    guide_standing,
    lines,
    lists_standing,
    questions_standing,
    words_standing,
)
from strings import standing, template, write

from trainer_app.domain.lessons import SOURCE_LANGUAGE
from trainer_app.i18n.languages import FILE, Language, read_languages
from trainer_app.i18n.tongues import native_name, runs_from_right

ROOT = Path(__file__).resolve().parent.parent
NOTES = Path("docs") / "languages"
_FORM = "_form.md"
_FORMS = ("zero", "one", "two", "few", "many")
_SHOWN = 10
_COUNTED = range(1000)
"""Numbers of things in a room; forms that only larger ones take are not asked of translators."""


def plural_rule(code: str) -> str:
    """The rule of the Unicode CLDR for whole numbers, as catalogs write it.

    A language that the CLDR does not know gets the commonest rule, to be set right by hand.
    """
    try:
        form = Locale.parse(code, sep="-").plural_form
    except (UnknownLocaleError, ValueError):
        return "nplurals=2; plural=(n != 1);"
    used = {form(number) for number in _COUNTED}
    tags = [tag for tag in _FORMS if tag in used and tag in form.rules]
    if "other" not in used:
        tags = tags[:-1]  # what is left over is the last form then
    rule = to_gettext(PluralRule({tag: form.rules[tag] for tag in tags}))
    # "Without decimals", which holds for every whole number.
    return rule.replace("((0 == 0)) && ", "").replace(" && ((0 == 0))", "")


def begin(code: str, name: str, root: Path) -> list[str]:
    """Make what a new language begins with; returns what is to be done next, in sentences.

    ValueError where the language is there already.
    """
    registry = root / "locales" / FILE
    if code in {one.code for one in read_languages(registry)}:
        raise ValueError(code)
    language = Language(
        code=code,
        own_name=name or native_name(code) or code,
        right_to_left=runs_from_right(code),
        plurals=plural_rule(code),
        state="making",
    )
    with registry.open("a", encoding="utf-8", newline="\n") as file:
        file.write(_entry(language))
    write(language, template(), root / "locales")
    note = root / NOTES / f"{code}.md"
    if not note.exists():
        form = (ROOT / NOTES / _FORM).read_text(encoding="utf-8")
        words = form.replace("{name}", language.own_name).replace("{code}", code)
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(words, encoding="utf-8", newline="\n")
    return _next(language)


def _entry(language: Language) -> str:
    direction = "rtl" if language.right_to_left else "ltr"
    return (
        f'\n[[language]]\ncode = "{language.code}"\nname = "{language.own_name}"\n'
        f'direction = "{direction}"\nplurals = "{language.plurals}"\nstate = "making"\n'
    )


def _next(language: Language) -> list[str]:
    code = language.code
    return [
        f"locales/{FILE}: is the name right ({language.own_name}), and the plural rule?",
        f"docs/languages/{code}.md: how this language speaks here; fill it in first.",
        f"locales/{code}/LC_MESSAGES/trainer_app.po: the words of the program.",
        f"lessons/*/{code}/ and lessons/_*/: the words of lessons and practices (docs/lessons.md).",
        f"trainer_app/ui/keys_parts/words/{code}.txt: words for passphrases.",
        f"trainer_app/content/indicator_sets/*.toml: the funders' questions ({code} = …).",
        f"assets/guide/{code}/: the pages of the trainers' guide.",
        f'`make check` shows what is left. When nothing is, write state = "draft" in {FILE}.',
    ]


def counts(language: Language, wanted: object, root: Path) -> dict[str, Count]:
    """How far one language is, by part."""
    found = words_standing(language.code, root / "lessons")
    said = standing(language.code, wanted, root / "locales")
    found["interface"] = Count(said.complete, said.stale, said.missing, findings=said.findings)
    package = root / "trainer_app"
    found["guide"] = guide_standing(language.code, root / "assets" / "guide")
    found["questions"] = questions_standing(language.code, package / "content" / "indicator_sets")
    lists_standing(language.code, found["interface"], package / "ui" / "keys_parts" / "words")
    if language.state == "reviewed":
        for part in ("interface", "questions"):
            found[part].reviewed = found[part].complete
    return found


def check(root: Path) -> int:
    """Print what is wrong in the languages that people are offered, then the table."""
    wanted = template()
    table: list[tuple[Language, Mapping[str, Count]]] = [
        (one, counts(one, wanted, root))
        for one in read_languages(root / "locales" / FILE)
        if one.code != SOURCE_LANGUAGE
    ]
    found = [
        count.findings
        for language, parts in table
        if language.state != "making"
        for count in parts.values()
    ]
    for findings in found:
        print("\n".join(findings[:_SHOWN]), end="\n" if findings else "")
        if len(findings) > _SHOWN:
            print(f"… and {len(findings) - _SHOWN} more like these.")
    total = sum(map(len, found))
    print("\n".join([*lines(table), f"{total} findings."]))
    return 1 if total else 0


def main() -> int:
    """Do what the command line says; 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    doing = parser.add_subparsers(dest="doing", required=True)
    new = doing.add_parser("new")
    new.add_argument("code")
    new.add_argument("--name", default="", help="What the language calls itself.")
    for each in (new, doing.add_parser("check")):
        each.add_argument("--root", type=Path, default=ROOT)
    asked = parser.parse_args()
    if asked.doing == "check":
        return check(asked.root)
    try:
        steps = begin(asked.code, asked.name, asked.root)
    except ValueError:
        print(f"{asked.code} is there already, or {FILE} is broken.")
        return 1
    print("\n".join(f"- {step}" for step in steps))
    return 0


if __name__ == "__main__":
    sys.exit(main())
