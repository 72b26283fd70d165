"""A translation as a .po file, for translators who like their own program, and back."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from babel.core import parse_locale
from babel.messages import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from trainer_app import __version__
from trainer_app.content.harmless import html_in
from trainer_app.content.rules.markup import markup_findings
from trainer_app.content.sources import Source
from trainer_app.domain.errors import NotATranslationFile, OtherTranslation
from trainer_app.domain.translating import Translated, Translation

LESSON = "X-Trainer-Lesson"
MOST_BYTES = 5_000_000
MOST_LETTERS = 2_000

LeftWhy = Literal["unknown", "changed", "unsure", "html", "link", "signs", "long"]

_TURNING = re.compile("[\u2066-\u2069]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\u206a-\u206f\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Left:
    """Words of a file that were not taken, and why. `unit` is what the file names."""

    why: LeftWhy
    unit: str
    source: str
    words: str


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What came of a file: the translation with what fits, how many units are other than before,
    and what was left.
    """

    translation: Translation
    taken: int
    left: tuple[Left, ...]


def po_bytes(
    translation: Translation, comments: Mapping[str, Sequence[str]], made: datetime
) -> bytes:
    """The file: `msgctxt` is the unit's id, what the source changed since is fuzzy.

    `comments` say of each unit where it stands and what it has to keep to.
    """
    catalog = Catalog(
        locale=_locale(translation.language),
        project=translation.lesson,
        version=__version__,
        header_comment=f"# {translation.lesson}: {translation.source} > {translation.language}",
        msgid_bugs_address="",
        last_translator=translation.by,
        language_team=translation.language,
        creation_date=made,
        revision_date=made,
        fuzzy=False,
    )
    for each in translation.units:
        stale = each.state == "stale"
        catalog.add(
            each.unit.text,
            each.words,
            flags=("fuzzy",) if stale else (),
            auto_comments=tuple(_one_line(line) for line in comments.get(each.unit.id, ())),
            previous_id=(each.made_from,) if stale and each.made_from else (),
            context=each.unit.id,
        )
    file = io.BytesIO()
    write_po(file, catalog, width=0, include_previous=True)
    head, blank, rest = file.getvalue().partition(b"\n\n")
    # Babel writes no header of its own kind: the lesson is named there, so that none is mixed up.
    named = f'"{LESSON}: {translation.lesson}\\n"'
    if b'"Language: ' not in head:
        named += f'\n"Language: {translation.language}\\n"'
    return head + b"\n" + named.encode() + blank + rest


def brought_in(translation: Translation, data: bytes, file: str, by: str) -> BroughtIn:
    """The translation with what fits of a file. Nothing is lost: what does not fit is named.

    `by` is who translated. Raises NotATranslationFile, OtherTranslation.
    """
    catalog = _catalog(data, file)
    _require_same(translation, data, file)
    known = {each.unit.id: each for each in translation.units}
    by_text: dict[str, list[Translated]] = {}
    for each in translation.units:
        by_text.setdefault(each.unit.text, []).append(each)
    new: dict[str, Translated] = {}
    left: list[Left] = []
    for message in _messages(catalog):
        source, words = str(message.id), str(message.string).strip()
        if why := _harm(words):
            left.append(Left(why, message.context or "", source, words[:MOST_LETTERS]))
            continue
        there = known.get(message.context or "")
        if there is None or (there.unit.text != source and source in by_text):
            found = by_text.get(source, [])
        else:
            found = [there]
        if not found:
            left.append(Left("unknown", message.context or "", source, words))
        for each in (new.get(one.unit.id, one) for one in found):
            taken, why = _fitted(each, source, words, message)
            if taken is not None and taken != each:
                new[each.unit.id] = taken
            if why:
                left.append(Left(why, each.unit.id, source, words))
    return BroughtIn(translation.with_units([*new.values()], by), len(new), tuple(left))


def _fitted(
    unit: Translated, source: str, words: str, message: Message
) -> tuple[Translated | None, LeftWhy | None]:
    """The unit with the words, and why they are not wholly right for it."""
    has_words = bool(unit.words)
    if source != unit.unit.text:
        if has_words:
            return None, None if words == unit.words else "changed"
        return Translated(unit.unit, words, source, fresh=False), "changed"
    if message.fuzzy:
        if has_words:
            return None, None if words == unit.words else "unsure"
        before = str(message.previous_id[0]) if message.previous_id else None
        return Translated(unit.unit, words, before, fresh=False), "unsure"
    if words == unit.words and unit.state == "done":
        return None, None
    return Translated(unit.unit, words, source), None


def _catalog(data: bytes, file: str) -> Catalog:
    if len(data) > MOST_BYTES:
        raise NotATranslationFile(file=file, reason="large")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotATranslationFile(file=file, reason="encoding") from None
    try:
        # As text, so that no header chooses another encoding.
        catalog = read_po(io.StringIO(text), abort_invalid=True)
    except (PoFileError, ValueError, LookupError, TypeError, AttributeError):
        # Babel trusts headers and escapes to be as they should; what is not so is no such file.
        raise NotATranslationFile(file=file, reason="form") from None
    if not len(catalog):
        raise NotATranslationFile(file=file, reason="form")
    return catalog


def _require_same(translation: Translation, data: bytes, file: str) -> None:
    """Raise OtherTranslation for a file that says that it is of another lesson or language."""
    head = data.decode("utf-8-sig").split("\n\n", 1)[0]
    wanted = ((LESSON, translation.lesson), ("Language", translation.language))
    for key, expected in wanted:
        found = re.search(rf'^"{key}:[ \t]*([^"\\]*)\\n"', head, re.MULTILINE)
        said = found[1].strip() if found else ""
        if said and said.replace("_", "-").lower() != expected.lower():
            raise OtherTranslation(file=file, lesson=translation.lesson, found=said[:60])


def _messages(catalog: Catalog) -> Iterable[Message]:
    """Every message with words, those that another program put aside too."""
    for message in (*catalog, *catalog.obsolete.values()):
        one, words = message.id, message.string
        if one and isinstance(one, str) and isinstance(words, str) and words.strip():
            yield message


def _harm(words: str) -> LeftWhy | None:
    if len(words) > MOST_LETTERS:
        return "long"
    if _HIDDEN.search(words):
        return "signs"
    if html_in(words):
        return "html"
    source = Source("", "", "pages.md", {}, " ".join(words.split()), 1)
    rules = {each.rule for each in markup_findings(source)}
    return "link" if rules & {"no-links", "picture-name", "picture-words"} else None


def _locale(language: str) -> str | None:
    """The language as the header has it; None for a code that Babel cannot take apart."""
    identifier = language.replace("-", "_")
    try:
        parse_locale(identifier)
    except ValueError:
        return None
    return identifier


def _one_line(text: str) -> str:
    return " ".join(_TURNING.sub("", text).split())
