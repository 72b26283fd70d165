"""A ninth language: begun with one command, filled, chosen, and a lesson read in it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from trainer_app import places
from trainer_app.content.sources import read_source
from trainer_app.content.structure import WORD_FILES
from trainer_app.i18n import _, current, languages, speaks, use
from trainer_app.i18n.catalogs import find_catalogs_in
from trainer_app.i18n.languages import FILE, find_languages_in, read_languages
from trainer_app.services.lesson_files import TRANSLATIONS
from trainer_app.ui.main_window import MainWindow

from .hand import Hand
from .lesson_walk import LessonWalk
from .practice_walk import close, practice_window
from .pseudo import pseudo, untranslated, words_of

CODE, NAME, LESSON = "qaa", "Qaaish", "sign-in-and-out"
SCRIPT = places.locales() / "languages.py"
_ACCENTED = str.maketrans("aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ")
_KEPT = re.compile(r"(\[![A-Z]+\]|\{[^}]*\}|\]\([^)]*\)|<[^>]*>|&\w+;)")
_SAID = ("title", "summary", "say")


def made(words: str) -> str:
    """Words of a lesson in the made-up language; marks, places of pictures and ids stay."""
    parts = _KEPT.split(words)
    return "".join(one if _KEPT.fullmatch(one) else one.translate(_ACCENTED) for one in parts)


def translate(lesson: Path, name: str, target: Path) -> None:
    source = read_source(lesson.name, lesson / "en" / name)
    matter = {
        key: made(said) if key in _SAID or key.startswith("can.") else said
        for key, said in source.matter.items()
    }
    matter["translated_from"] = source.hash
    lines = "\n".join(f"{key}: {said}" for key, said in matter.items())
    target.mkdir(parents=True, exist_ok=True)
    (target / name).write_text(f"---\n{lines}\n---\n{made(source.raw)}", encoding="utf-8")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the one command has begun the language."""
    folder = tmp_path_factory.mktemp("ninth")
    (folder / "locales").mkdir()
    shutil.copy(places.locales() / FILE, folder / "locales")
    begun = subprocess.run(
        [sys.executable, str(SCRIPT), "new", CODE, "--name", NAME, "--root", str(folder)],
        check=True, capture_output=True, encoding="utf-8",
        env={"PYTHONUTF8": "1"},
    )  # fmt: skip
    (folder / "said.txt").write_text(begun.stdout, encoding="utf-8")
    return folder


@pytest.fixture
def again() -> Iterator[None]:
    yield
    use("en")
    find_catalogs_in(places.locales())


def catalog_file(root: Path) -> Path:
    return root / "locales" / CODE / "LC_MESSAGES" / "trainer_app.po"


def test_the_command_makes_all_that_a_language_begins_with(root: Path, again: None) -> None:
    entry = tomllib.loads((root / "locales" / FILE).read_text(encoding="utf-8"))["language"][-1]
    assert entry == {
        "code": CODE, "name": NAME, "direction": "ltr", "state": "making",
        "plurals": "nplurals=2; plural=(n != 1);",
    }  # fmt: skip
    with catalog_file(root).open("rb") as file:
        catalog = read_po(file)
    assert len(catalog) > 3000
    assert not any(message.string for message in catalog if message.id and not message.pluralizable)
    note = (root / "docs" / "languages" / f"{CODE}.md").read_text(encoding="utf-8")
    assert note.startswith(f"# {NAME} (`{CODE}`)")
    said = (root / "said.txt").read_text(encoding="utf-8")
    for place in (f"docs/languages/{CODE}.md", f"lessons/*/{CODE}/", f"words/{CODE}.txt"):
        assert place in said
    find_languages_in(root / "locales")
    assert not speaks(CODE)
    assert CODE not in [one.code for one in languages()]


def test_the_command_refuses_a_language_that_is_there(root: Path) -> None:
    before = (root / "locales" / FILE).read_bytes()
    sys.path.insert(0, str(SCRIPT.parent))
    try:
        from languages import begin  # type: ignore[import-not-found]

        with pytest.raises(ValueError):
            begin("nl", "", root)
    finally:
        sys.path.remove(str(SCRIPT.parent))
    assert (root / "locales" / FILE).read_bytes() == before


@pytest.fixture
def window(root: Path, tmp_path: Path, qapp, again: None) -> Iterator[MainWindow]:
    """A guest's window in the filled language; one lesson has its words."""
    lesson = next(one for one in places.lessons().iterdir() if one.name.endswith(f"-{LESSON}"))
    for name in WORD_FILES:
        translate(lesson, name, tmp_path / "data" / TRANSLATIONS / LESSON / CODE)
    locales = tmp_path / "locales"
    shutil.copytree(root / "locales", locales)
    with catalog_file(root).open("rb") as file:
        catalog = read_po(file)
    for message in catalog:
        if message.id:
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            said = tuple(map(pseudo, ids))
            message.string = said if isinstance(message.id, tuple) else said[0]
    with (locales / CODE / "LC_MESSAGES" / "trainer_app.mo").open("wb") as target:
        write_mo(target, catalog)
    words = (locales / FILE).read_text(encoding="utf-8")
    (locales / FILE).write_text(words.replace('"making"', '"draft"'), encoding="utf-8")
    opened = practice_window(tmp_path / "data", "en")
    find_catalogs_in(locales)
    opened.speak(CODE)
    yield opened
    close(opened)


def test_it_is_offered_and_a_lesson_is_read_in_it(window: MainWindow, tmp_path: Path) -> None:
    assert [one.code for one in languages()] == [
        one.code for one in read_languages(tmp_path / "locales" / FILE)
    ]
    assert current().own_name == NAME
    hand = Hand(window)
    files = (tmp_path / "data" / TRANSLATIONS / LESSON / CODE).iterdir()
    # Its words, and the names that languages have for themselves.
    data = words_of([file.read_text(encoding="utf-8") for file in files])
    data |= words_of(one.own_name for one in languages())
    walk = LessonWalk(window, LESSON, CODE)
    for page in walk.words.pages:
        hand.must_read(page.title, *walk._sentences(page.id))
        assert untranslated(hand.texts(), data) == []
        hand.press(_("Next"))
    assert untranslated(hand.texts(), data) == []
