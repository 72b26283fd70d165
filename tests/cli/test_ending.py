"""How commands end: help for each, an exit code for each kind of ending, words for each trouble."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from centres import bytes_in
from command_line import command, held_by_another_program, program, words_for

from trainer_app.cli import main
from trainer_app.domain.errors import (
    CentreExists,
    EmptyField,
    InUse,
    ReadOnly,
    TooManyTries,
    WrongPassphrase,
)


def sub_commands(group: click.Group, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, found in group.commands.items():
        yield (*before, name)
        if isinstance(found, click.Group):
            yield from sub_commands(found, (*before, name))


EVERY = sorted([(), *sub_commands(main)])


def test_these_are_the_commands() -> None:
    named = {" ".join(words) for words in EVERY}
    assert named >= {
        "demo", "roster import", "export attendance", "lessons check", "doctor",
        "laptop invite", "laptop join", "laptop list", "laptop shut-out", "laptop readmit",
        "bundle write", "bundle merge", "backup now", "backup list", "backup restore",
        "person erase", "person restrict", "person export",
    }  # fmt: skip


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_each_command_has_help(words: tuple[str, ...]) -> None:
    said = command(*words, "--help")
    assert said.code == 0
    assert said.out.startswith("Usage:")
    sentence = next(line for line in said.out.splitlines()[1:] if line.strip())
    assert sentence.strip() not in ("Options:", "Commands:")


@pytest.mark.parametrize(
    "words",
    [
        ("no-such-command",),
        ("--language", "xx"),
        ("doctor",),
        ("demo", "--data", "{data}", "--learners", "0"),
        ("roster", "import", "no-such-file.csv", "--data", "{data}"),
        ("export", "attendance", "--data", "{data}", "--format", "docx", "--out", "{out}"),
        ("export", "attendance", "--data", "{data}", "--format", "csv"),
        (
            "export", "attendance", "--data", "{data}", "--format", "csv", "--out", "{out}",
            "--from", "21-11-2026",
        ),
        ("export", "attendance", "--data", "{data}", "--format", "csv", "--out", "{out}",
         "--course", "no-such-course"),
        ("export", "attendance", "--data", "{data}", "--format", "csv", "--out", "{out}",
         "--session", "no-such-session"),
        ("lessons", "check", "no-such-folder"),
        ("lessons", "check", "{empty}"),
        ("doctor", "--data", "{empty}"),
        ("doctor", "--data", "{missing}"),
        ("demo", "--data", "{data}"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_asking_for_what_cannot_be_ends_with_two(
    words: tuple[str, ...], data: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    names = {name: tmp_path / name for name in ("empty", "missing", "out")}
    before = bytes_in(data)
    said = command(*(word.format(data=data, **names) for word in words))
    assert said.code == 2
    assert said.out == ""
    assert said.err
    assert "Traceback" not in said.err
    assert bytes_in(data) == before
    assert bytes_in(tmp_path / "empty") == {}
    assert not (tmp_path / "missing").exists()
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_there_already_says_so_in_words(data: Path) -> None:
    assert command("demo", "--data", data).err == words_for(CentreExists(folder=data.name))


@pytest.mark.parametrize("passphrase", ["not this one", "Invented people only", " "])
def test_a_wrong_passphrase_ends_with_three_and_says_so(data: Path, passphrase: str) -> None:
    before = bytes_in(data)
    said = command("doctor", "--data", data, "--json", passphrase=passphrase)
    assert said.code == 3
    assert (said.out, said.err) == ("", words_for(WrongPassphrase()))
    after = bytes_in(data)
    assert json.loads(after.pop("tries.json"))["wrong"] == 1
    assert after == before


def test_who_guesses_is_made_to_wait(data: Path) -> None:
    for _ in range(3):
        assert command("doctor", "--data", data, passphrase="not this one").code == 3
    said = command("doctor", "--data", data)
    assert said.code == 3
    assert said.err.splitlines()[0] == words_for(TooManyTries(seconds=5)).splitlines()[0]


def test_nobody_there_to_type_ends_with_three(data: Path) -> None:
    said = command("doctor", "--data", data, passphrase=None, typed="")
    assert said.code == 3
    assert said.err.endswith(words_for(EmptyField(field="passphrase")))


def test_the_passphrase_can_be_typed(data: Path) -> None:
    said = command("doctor", "--data", data, passphrase=None, typed="invented people only\n")
    assert said.code == 0


def test_a_folder_in_use_ends_with_four(data: Path, roster: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    with held_by_another_program(data):
        before = bytes_in(data)
        for way, *words in (
            (program, "doctor", "--data", data),
            (command, "demo", "--data", data),
            (command, "roster", "import", roster, "--data", data),
            (command, "export", "attendance", "--data", data, "--format", "csv", "--out", out),
        ):
            said = way(*words)
            assert said.code == 4
            assert (said.out, said.err) == ("", words_for(InUse(folder=data.name)))
        assert bytes_in(data) == before
        assert not out.exists()
    assert program("doctor", "--data", data).code == 0  # the system let go of it


@pytest.mark.parametrize("way", ["file", "read-only"])
def test_a_place_that_holds_no_folder_is_said_in_words(tmp_path: Path, way: str) -> None:
    place = tmp_path / "place"
    if way == "file":
        place.write_text("a file")
    else:
        place.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "ro,size=64k", "none", place], check=True)
    try:
        said = command("demo", "--data", place / "centre")
    finally:
        if way == "read-only":
            subprocess.run(["umount", place], check=True)
    assert said.code == 1
    assert said.err == words_for(ReadOnly(file="centre"))


def test_trouble_is_said_in_the_language_asked_for(tmp_path: Path) -> None:
    english, dutch, arabic = (
        command("--language", code, "doctor", "--data", tmp_path).err for code in ("en", "nl", "ar")
    )
    assert "There is no centre here yet" in english
    assert len({english, dutch, arabic}) == 3
    assert any("\u0600" <= letter <= "\u06ff" for letter in arabic)


def test_the_program_says_its_version_and_runs_as_a_module() -> None:
    said = program("--version")
    assert said.code == 0
    assert said.out.split()[-1].count(".") == 2
