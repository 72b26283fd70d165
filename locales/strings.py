"""Takes words from the code into the catalogs (`update`), or says what is missing (`check`).

`python locales/strings.py update | check`. Which languages there are, and their plural forms,
stand in `languages.toml`: Babel's own formula for Arabic puts 11–99 and 100–102 in other slots than
the Unicode CLDR does.
"""

from __future__ import annotations

import string
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from trainer_app.i18n.languages import FILE, Language, read_languages

HERE = Path(__file__).resolve().parent
CODE = HERE.parent / "trainer_app"
NAME = "trainer_app"
KEYWORDS = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
_BY = {
    "making": "nobody yet",
    "draft": "founders, translated by machine, not yet reviewed",
    "reviewed": "founders, reviewed by a person",
}


def template() -> Catalog:
    """All words that stand in the code now."""
    catalog = Catalog(project=NAME, copyright_holder="the trainer-app founders", charset="utf-8")
    for name, file in sorted((str(file.relative_to(CODE)), file) for file in CODE.rglob("*.py")):
        # Most files say nothing to people; to take them apart is what takes time.
        if b"trainer_app.i18n" in file.read_bytes():
            found = extract_from_file(
                "python", file, keywords=KEYWORDS, comment_tags=("Translators:",)
            )
            for line, message, comments, context in sorted(found, key=lambda one: one[0]):
                catalog.add(message, locations=[(f"{CODE.name}/{name}", line)], context=context,
                            auto_comments=comments)  # fmt: skip
    return catalog


def translated(folder: Path = HERE) -> list[Language]:
    """The languages of the registry that have a catalog, in its order."""
    return [one for one in read_languages(folder / FILE) if po_file(one.code, folder).exists()]


def po_file(language: str, folder: Path = HERE) -> Path:
    """Where a language's catalog lies."""
    return folder / language / "LC_MESSAGES" / f"{NAME}.po"


def read(language: str, folder: Path = HERE) -> Catalog:
    """A language's catalog, or an empty one."""
    file = po_file(language, folder)
    if not file.exists():
        return Catalog(locale=_identifier(language))
    with file.open("rb") as source:
        return read_po(source, locale=_identifier(language))


def update() -> None:
    """Bring every catalog in line with the code; translations of words that are gone go too."""
    wanted = template()
    for language in translated():
        write(language, wanted, HERE)


def write(language: Language, wanted: Catalog, folder: Path) -> None:
    """Write one catalog with all words of the code, and what was said of them before."""
    old = read(language.code, folder)
    fresh = _empty(language)
    for message in wanted:
        if message.id:
            said = old.get(_key(message), message.context)
            fresh.add(
                message.id,
                _carried_over(message, said),
                locations=[(file, None) for file in sorted({f for f, _ in message.locations})],
                context=message.context,
            )
    po_file(language.code, folder).parent.mkdir(parents=True, exist_ok=True)
    with po_file(language.code, folder).open("wb") as target:
        write_po(target, fresh, width=100, omit_header=False, include_lineno=False)


def _carried_over(message: Message, said: Message | None) -> str | tuple[str, ...]:
    """What was said before, unless a message has just begun to count, or stopped."""
    nothing: str | tuple[str, ...] = "" if isinstance(message.id, str) else ()
    if said is None or isinstance(said.string, str) != isinstance(message.id, str):
        return nothing
    return said.string


def _empty(language: Language) -> Catalog:
    made = datetime(2026, 11, 21, tzinfo=UTC)
    catalog = Catalog(
        locale=_identifier(language.code),
        header_comment="# The words of trainer-app. GPL-3.0-or-later.",
        project=NAME,
        version="1",
        msgid_bugs_address="see CONTRIBUTING.md",
        last_translator=_BY[language.state],
        language_team=language.code,
        creation_date=made,
        revision_date=made,
        charset="utf-8",
        fuzzy=False,
    )
    # Babel has no way to set these but for the rules that it knows itself.
    number, rule = language.plurals.removesuffix(";").split("; plural=")
    catalog._num_plurals = int(number.removeprefix("nplurals="))
    catalog._plural_expr = rule
    return catalog


def _identifier(language: str) -> str:
    return language.replace("-", "_")  # as Babel writes pt-BR


@dataclass(slots=True)
class Standing:
    """How far the words of the interface are in one language: numbers of messages."""

    complete: int = 0
    stale: int = 0
    missing: int = 0
    findings: list[str] = field(default_factory=list)


def standing(language: str, wanted: Catalog, folder: Path = HERE) -> Standing:
    """Count what is said, left over or has other placeholders than the source, and missing."""
    catalog, result = read(language, folder), Standing()
    sources = {(message.context, _key(message)): message for message in wanted if message.id}
    known = {(message.context, _key(message)): message for message in catalog if message.id}
    for key in known.keys() - sources.keys():
        result.stale += 1
        result.findings.append(f"{language}: no longer in the code: {key[1]!r}")
    for key, source in sources.items():
        message = known.get(key)
        forms = _forms(message)
        wanted_forms = 1 if isinstance(source.id, str) else catalog.num_plurals
        if message is None or message.fuzzy or len(forms) != wanted_forms or not all(forms):
            result.missing += 1
            result.findings.append(f"{language}: not translated: {key[1]!r}")
        elif any(_holes(form) != _holes(key[1]) for form in forms if _must_match(source)):
            result.stale += 1
            result.findings.append(f"{language}: other placeholders: {key[1]!r}")
        else:
            result.complete += 1
    return result


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
    wanted, spoken = template(), translated()
    found = [each for one in spoken for each in standing(one.code, wanted).findings]
    for each in found:
        print(each)
    print(f"{len(found)} findings in {len(spoken)} catalogs.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
