"""The table of languages: what is complete, stale, missing and reviewed; and rules of plurals."""

from __future__ import annotations

import gettext
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from babel.core import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from trainer_app import places
from trainer_app.content.sources import read_source
from trainer_app.i18n.languages import Language


@pytest.fixture(scope="module")
def tools() -> Iterator[tuple[ModuleType, ModuleType, ModuleType]]:
    """The scripts beside the catalogs: `languages`, `standings`, `strings`."""
    sys.path.insert(0, str(places.locales()))
    import languages
    import standings
    import strings

    yield languages, standings, strings
    sys.path.remove(str(places.locales()))
    for name in ("languages", "standings", "strings"):
        sys.modules.pop(name)


def put(folder: Path, place: str, words: str, **matter: str) -> Path:
    file = folder / place
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = "\n".join(f"{key}: {said}" for key, said in matter.items())
    file.write_text(f"---\nby: us\n{lines}\n---\n{words}\n", encoding="utf-8")
    return file


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """Of six English files two are in Dutch as they are now, one as it was, one cannot be read."""
    for place in ("01-a/en/pages.md", "01-a/en/plan.md", "01-a/en/card.md", "01-a/en/practice.md",
                  "_world/en/world.md", "_paths/en/paths.md"):  # fmt: skip
        english = put(tmp_path, place, f"Words of {place}.", review="draft")
        made_from = read_source("x", english).hash
        dutch = place.replace("/en/", "/nl/")
        if "pages" in place:
            put(tmp_path, dutch, "Woorden.", translated_from=made_from, review="reviewed")
        elif "practice" in place:
            put(tmp_path, dutch, "Woorden.", translated_from=made_from, review="draft")
        elif "plan" in place:
            put(tmp_path, dutch, "Woorden.", translated_from="0" * 16, review="draft")
        elif "world" in place:
            (tmp_path / dutch).parent.mkdir(parents=True)
            (tmp_path / dutch).write_text("no front matter", encoding="utf-8")
    put(tmp_path, "01-a/en/notes.md", "Not words of ours.")
    return tmp_path


def test_files_of_words_are_counted_by_part(tools, lessons: Path) -> None:
    _, standings, _ = tools
    found = standings.words_standing("nl", lessons)
    numbers = {
        part: (one.complete, one.stale, one.missing, one.reviewed) for part, one in found.items()
    }
    assert numbers == {
        "interface": (0, 0, 0, 0), "lessons": (1, 0, 1, 1), "practice": (1, 0, 1, 0),
        "cards": (0, 0, 1, 0), "plans": (0, 1, 0, 0), "questions": (0, 0, 0, 0),
        "guide": (0, 0, 0, 0),
    }  # fmt: skip
    assert [each.partition(":")[0] for one in found.values() for each in one.findings] == [
        "_paths/nl/paths.md", "_world/nl/world.md", "01-a/nl/card.md", "01-a/nl/plan.md",
    ]  # fmt: skip


def test_pages_of_the_guide_are_counted(tools, tmp_path: Path) -> None:
    _, standings, _ = tools
    for place in ("en/today.md", "en/room.md", "en/board.md"):
        english = put(tmp_path, place, f"Words of {place}.", review="draft")
        made_from = read_source("x", english).hash
        if "today" in place:
            put(tmp_path, "nl/today.md", "Woorden.", translated_from=made_from, review="draft")
        elif "room" in place:
            put(tmp_path, "nl/room.md", "Woorden.", translated_from="0" * 16, review="draft")
    count = standings.guide_standing("nl", tmp_path)
    assert (count.complete, count.stale, count.missing) == (1, 1, 1)
    assert [each.partition(":")[0] for each in count.findings] == ["nl/board.md", "nl/room.md"]


def test_words_of_questions_are_counted(tools, tmp_path: Path) -> None:
    _, standings, _ = tools
    words = '[label]\nen = "One"\nnl = "Een"\n[[q]]\n[q.ask]\nen = "Two?"\n'
    (tmp_path / "set.toml").write_text(words, encoding="utf-8")
    count = standings.questions_standing("nl", tmp_path)
    assert (count.complete, count.missing, count.all) == (1, 1, 2)
    assert count.findings == ["set.toml: no nl: 'Two?'"]


def test_messages_are_counted(tools, tmp_path: Path) -> None:
    _, _, strings = tools
    wanted = Catalog()
    for message in ("Next", "Hello {name}", "Lost", ("{n} page", "{n} pages")):
        wanted.add(message)
    said = Catalog(locale="nl")
    said.add("Next", "Volgende")
    said.add("Hello {name}", "Hallo {naam}")
    said.add("Gone", "Weg")
    said.add(("{n} page", "{n} pages"), ("{n} pagina", ""))
    file = strings.po_file("nl", tmp_path)
    file.parent.mkdir(parents=True)
    with file.open("wb") as target:
        write_po(target, said)
    found = strings.standing("nl", wanted, tmp_path)
    assert (found.complete, found.stale, found.missing) == (1, 2, 2)
    assert len(found.findings) == 4


def test_the_table_says_what_is_wrong(tools, capsys) -> None:
    _, standings, _ = tools
    counts = {part: standings.Count(complete=5) for part in standings.PARTS}
    counts["plans"] = standings.Count(complete=3, stale=1, missing=2, reviewed=3)
    head, row, _ = standings.lines([(Language("nl", "Nederlands"), counts)])
    assert head.split() == ["language", "state", *standings.PARTS]
    whole = ["5/5", "0r"]
    assert row.split() == ["nl", "draft", *whole * 4, "3/6", "1s", "2m", "3r", *whole * 2]


@pytest.mark.parametrize(
    "code", ["en", "nl", "fr", "es", "ar", "fa", "tr", "uk", "so", "ti", "pl", "lt", "cy", "zh",
             "pt-BR", "ga", "ru", "am", "sl", "he"],
)  # fmt: skip
def test_a_new_language_gets_the_rule_of_the_cldr(tools, code: str) -> None:
    languages, _, _ = tools
    number, rule = re.fullmatch(
        r"nplurals=(\d); plural=(.*);", languages.plural_rule(code)
    ).groups()
    form, choose = Locale.parse(code, sep="-").plural_form, gettext.c2py(rule)
    order = ("zero", "one", "two", "few", "many", "other")
    used = [tag for tag in order if any(form(n) == tag for n in range(1000))]
    assert int(number) == len(used)
    assert [used[choose(n)] for n in range(1000)] == [form(n) for n in range(1000)]


def test_a_language_that_nobody_knows_gets_the_commonest_rule(tools) -> None:
    languages, _, _ = tools
    assert languages.plural_rule("qaa") == "nplurals=2; plural=(n != 1);"
