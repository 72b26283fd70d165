"""The collector of strings reads no words inside an f-string: they would stay English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import trainer_app

MARKS = {"_", "ngettext", "pgettext", "npgettext"}
SUSPECT = re.compile(r"\{\s*(_|ngettext|pgettext|npgettext)\(")
ROOT = Path(trainer_app.__file__).parent


def hidden_words(source: str) -> Iterator[int]:
    """The lines on which words are marked inside an f-string."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Call) and getattr(inner.func, "id", "") in MARKS:
                    yield inner.lineno


def test_no_words_are_hidden_in_an_f_string():
    files = {file: file.read_text(encoding="utf-8") for file in ROOT.rglob("*.py")}
    assert len(files) > 100
    # To take a file apart is what takes time.
    suspects = {file: text for file, text in files.items() if SUSPECT.search(text)}
    found = [f"{file}:{line}" for file, text in suspects.items() for line in hidden_words(text)]
    assert found == []


def test_hidden_words_are_found():
    assert list(hidden_words("said = f\"{words} {_('Look again')}\"")) == [1]
    assert list(hidden_words('said = " ".join((words, _("Look again")))')) == []
