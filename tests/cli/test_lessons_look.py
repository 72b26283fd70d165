"""Looking at a lesson from a colleague from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import command, words_for
from little_lesson import AUTHOR, STRANGER, pack, translation

from trainer_app.domain.errors import HarmfulLesson, UnknownThing
from trainer_app.services.pack_offers import code_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "bread.lesson"
    found.write_bytes(pack())
    return found


def test_a_pack_is_said_to_be_what_it_is(file: Path) -> None:
    said = command("lessons", "look", file)
    first, by, size, *findings, count = said.out.splitlines()
    assert first == "lesson bread-abc234, version 1: We bake bread (en)"
    assert by == f"By Rosa, key {code_of(AUTHOR.public.sign_hex)}."
    assert size.startswith("16 files, ")
    assert any(line.endswith("[words-number]") for line in findings)
    assert count == f"{len(findings)} findings."
    assert said.code == 1
    assert [one.name for one in file.parent.iterdir()] == ["bread.lesson"]


def test_the_same_as_json(file: Path) -> None:
    said = command("lessons", "look", file, "--json").json
    assert (said["lesson"], said["author"], said["languages"]) == ("bread-abc234", "Rosa", ["en"])
    assert {"words-number"} <= {found["rule"] for found in said["findings"]}


def test_a_pack_that_is_refused_says_why(file: Path) -> None:
    file.write_bytes(pack({"en/card.md": b"<b>x</b>"}))
    said = command("lessons", "look", file)
    error = HarmfulLesson(file=file.name, inside="en/card.md", line=1, rule="no-html")
    assert (said.code, said.out, said.err) == (1, "", words_for(error))


def test_a_translation_of_a_lesson_that_is_not_of_the_program(file: Path) -> None:
    file.write_bytes(translation({"nl/card.md": b"x"}, "nl", STRANGER))
    said = command("lessons", "look", file)
    assert said.err == words_for(UnknownThing(what="lesson", id="bread-abc234"))
