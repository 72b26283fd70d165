"""A language made from the program's own words: longer, accented and in brackets.

What shows no brackets on the screen was never given to the translators; what is cut would be cut
in German or Tigrinya. It takes the place of Dutch, so that lessons and dates have a language.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from runpy import run_path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from trainer_app import places
from trainer_app.i18n import own_names
from trainer_app.i18n.catalogs import DOMAIN

PLACE_OF = "nl"
OPEN, CLOSE = "⟦", "⟧"
_LONGER = 0.4
_ACCENTED = str.maketrans("aceinouyAEINOUY", "áçéíñóúýÁÉÍÑÓÚÝ")
_HOLE = re.compile(r"(\{[^}]*\}|<[^>]*>)")
_WORD = re.compile(r"[^\W\d_]{2,}")


def pseudo(message: str) -> str:
    """The message in the made language; its holes stay as they are."""
    parts = _HOLE.split(message)
    accented = "".join(
        part if _HOLE.fullmatch(part) else part.translate(_ACCENTED) for part in parts
    )
    letters = len(_HOLE.sub("", message))
    extra = max(2, round(letters * _LONGER))
    more = ("~~~~~ " * (extra // 6 + 1))[:extra].strip()
    return f"{OPEN}{accented} {more}{CLOSE}"


def make_catalogs(folder: Path) -> Path:
    """Copy the catalogs with the made language in place of Dutch; returns the folder."""
    shutil.copytree(places.locales(), folder, ignore=shutil.ignore_patterns("*.py", "*.po"))
    # From the code itself, so that a word which no catalog has yet is in this one.
    words = run_path(str(places.locales() / "strings.py"))["template"]()
    made = Catalog(locale=PLACE_OF, charset="utf-8")
    for message in words:
        if not message.id:
            continue
        ids = (message.id,) if isinstance(message.id, str) else message.id
        said = tuple(pseudo(one) for one in ids)
        made.add(message.id, said[0] if isinstance(message.id, str) else said,
                 context=message.context)  # fmt: skip
    target = folder / PLACE_OF / "LC_MESSAGES" / f"{DOMAIN}.mo"
    with target.open("wb") as file:
        write_mo(file, made)
    return folder


def untranslated(texts: Iterable[str], data: frozenset[str]) -> list[str]:
    """Texts with a word outside brackets that is not data (names, dates, words of lessons)."""
    return [text for text in texts if set(_words(_outside(text))) - data]


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand in data, which nobody translates on the screen."""
    return frozenset(word for text in texts for word in _words(text))


def words_of_lessons() -> frozenset[str]:
    """Every word that stands in the lessons' files, and the names of languages.

    English ones only where there is no other language: such a lesson says that it is English.
    """
    files = [*places.lessons().rglob("*.md"), *places.lessons().rglob("*.toml")]
    shown = [one for one in files if one.parent.name != "en" or _only_english(one)]
    texts = (file.read_text(encoding="utf-8") for file in shown)
    return words_of([*texts, *own_names().values()])


def _only_english(file: Path) -> bool:
    return not (file.parent.parent / "nl" / file.name).is_file()


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _outside(text: str) -> str:
    """What stands outside all brackets; what was filled into a message counts as inside."""
    outside, depth = [], 0
    for letter in text:
        depth += letter == OPEN
        if depth == 0:
            outside.append(letter)
        depth -= letter == CLOSE and depth > 0
    return "".join(outside)
