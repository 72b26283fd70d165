"""Takes words from the code into the catalogs (`update`), or says what is missing (`check`).

`python locales/strings.py update | check`. Plural forms are set here: Babel's own formula for
Arabic puts 11–99 and 100–102 in other slots than the Unicode CLDR does.
"""

from __future__ import annotations

import string
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).resolve().parent
CODE = HERE.parent / "trainer_app"
NAME = "trainer_app"
KEYWORDS = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
PLURALS = {
    "nl": "nplurals=2; plural=(n != 1);",
    "ar": (
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
        "n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5);"
    ),
    "fr": "nplurals=2; plural=(n > 1);",
    "es": "nplurals=2; plural=(n != 1);",
    "fa": "nplurals=2; plural=(n > 1);",
    "tr": "nplurals=2; plural=(n != 1);",
    "uk": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
        "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
    ),
}


def template() -> Catalog:
    """All words that stand in the code now."""
    catalog = Catalog(project=NAME, copyright_holder="the trainer-app founders", charset="utf-8")
    found = extract_from_dir(CODE, keywords=KEYWORDS, comment_tags=("Translators:",))
    for file, line, message, comments, context in sorted(found, key=lambda one: (one[0], one[1])):
        catalog.add(message, locations=[(f"{CODE.name}/{file}", line)], context=context,
                    auto_comments=comments)  # fmt: skip
    return catalog


def po_file(language: str) -> Path:
    """Where a language's catalog lies."""
    return HERE / language / "LC_MESSAGES" / f"{NAME}.po"


def read(language: str) -> Catalog:
    """A language's catalog, or an empty one."""
    file = po_file(language)
    if not file.exists():
        catalog = Catalog(locale=language)
    else:
        with file.open("rb") as source:
            catalog = read_po(source, locale=language)
    return catalog


def update() -> None:
    """Bring every catalog in line with the code; translations of words that are gone go too."""
    wanted = template()
    for language, plurals in PLURALS.items():
        old = read(language)
        fresh = _empty(language)
        fresh._plural_expr = plurals.split("plural=")[1].rstrip(";")  # set once, see above
        fresh._num_plurals = int(plurals.split("nplurals=")[1].split(";")[0])
        for message in wanted:
            if message.id:
                said = old.get(_key(message), message.context)
                fresh.add(
                    message.id,
                    _carried_over(message, said),
                    locations=[(file, None) for file in sorted({f for f, _ in message.locations})],
                    context=message.context,
                )
        po_file(language).parent.mkdir(parents=True, exist_ok=True)
        with po_file(language).open("wb") as target:
            write_po(target, fresh, width=100, omit_header=False, include_lineno=False)


def _carried_over(message: Message, said: Message | None) -> str | tuple[str, ...]:
    """What was said before, unless a message has just begun to count, or stopped."""
    nothing: str | tuple[str, ...] = "" if isinstance(message.id, str) else ()
    if said is None or isinstance(said.string, str) != isinstance(message.id, str):
        return nothing
    return said.string


def _empty(language: str) -> Catalog:
    made = datetime(2026, 11, 21, tzinfo=UTC)
    return Catalog(
        locale=language,
        header_comment="# The words of trainer-app. GPL-3.0-or-later.",
        project=NAME,
        version="1",
        msgid_bugs_address="see CONTRIBUTING.md",
        last_translator="founders, translated by machine, not yet reviewed",
        language_team=language,
        creation_date=made,
        revision_date=made,
        charset="utf-8",
        fuzzy=False,
    )


def findings() -> Iterator[str]:
    """What is missing, left over, or has other placeholders than the source."""
    wanted = {(message.context, _key(message)): message for message in template() if message.id}
    for language in PLURALS:
        catalog = read(language)
        known = {(message.context, _key(message)): message for message in catalog if message.id}
        for key in known.keys() - wanted.keys():
            yield f"{language}: no longer in the code: {key[1]!r}"
        for key, source in wanted.items():
            message = known.get(key)
            forms = _forms(message)
            wanted_forms = 1 if isinstance(source.id, str) else catalog.num_plurals
            if message is None or message.fuzzy or len(forms) != wanted_forms or not all(forms):
                yield f"{language}: not translated: {key[1]!r}"
            elif any(_holes(form) != _holes(key[1]) for form in forms if _must_match(source)):
                yield f"{language}: other placeholders: {key[1]!r}"


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(message: Message | None) -> tuple[str, ...]:
    if message is None:
        return ("",)
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def _must_match(message: Message) -> bool:
    # A plural form may say "one" in words and leave the number out.
    return isinstance(message.id, str)


def _holes(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def main() -> int:
    """Do what the command line says; 1 where the check found something."""
    if sys.argv[1:] == ["update"]:
        update()
        return 0
    if sys.argv[1:] != ["check"]:
        print(__doc__)
        return 2
    found = list(findings())
    for one in found:
        print(one)
    print(f"{len(found)} findings in {len(PLURALS)} catalogs.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
