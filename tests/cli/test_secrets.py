"""A passphrase comes in by the prompt or the environment, and comes out nowhere."""

from __future__ import annotations

import os
import pty
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from centres import PASSPHRASE, Centre, bytes_in
from command_line import ENGLISH, PROGRAM, command, program

from trainer_app.cli import main

FORMS = ("utf-8", "utf-16-le", "utf-16-be")


def options(group: click.Group) -> Iterator[str]:
    for found in group.commands.values():
        for parameter in found.params:
            yield from parameter.opts
        if isinstance(found, click.Group):
            yield from options(found)


def shows(folder: Path, secret: str) -> bool:
    return any(
        secret.encode(form) in content for form in FORMS for content in bytes_in(folder).values()
    )


@pytest.fixture
def closed(centre: Centre) -> Path:
    """A centre with a passphrase that stands nowhere in the program."""
    centre.evening("Fatoumata Diallo")
    centre.door.lock()
    return centre.folder


def test_no_option_takes_a_secret() -> None:
    named = " ".join(options(main))
    assert "--data" in named
    assert not any(word in named for word in ("pass", "code", "key", "secret"))


def test_the_environment_opens_and_nothing_shows_it(
    closed: Path, tmp_path: Path, roster: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for words, passphrase, code in (
        (("doctor", "--json"), PASSPHRASE, 0),
        (("roster", "import", roster, "--json"), PASSPHRASE, 0),
        (("export", "attendance", "--format", "csv", "--out", out / "a.csv"), PASSPHRASE, 0),
        (("export", "attendance", "--format", "pdf", "--out", out / "a.pdf"), PASSPHRASE, 0),
        (("doctor",), f"{PASSPHRASE}!", 3),
        (("roster", "import", closed / "centre.db"), PASSPHRASE, 1),
    ):
        said = program(*words, "--data", closed, TRAINER_APP_PASSPHRASE=passphrase)
        assert said.code == code
        assert PASSPHRASE not in said.out + said.err
    assert (out / "a.pdf").exists()
    assert not shows(closed, PASSPHRASE)
    assert not shows(out, PASSPHRASE)
    (out / "planted").write_text(f"it is {PASSPHRASE}", encoding="utf-16")
    assert shows(out, PASSPHRASE)


def test_what_is_typed_at_the_prompt_is_not_shown(closed: Path) -> None:
    words = [str(PROGRAM), "doctor", "--data", str(closed)]
    env = {name: value for name, value in os.environ.items() if not name.startswith("TRAINER_")}
    child, terminal = pty.fork()
    if child == 0:
        os.execve(words[0], words, {**env, **ENGLISH})
    seen = b""
    while b"Passphrase: " not in seen:
        seen += os.read(terminal, 1000)
    # The prompt comes after the echo is off, so this is never shown by the terminal itself.
    os.write(terminal, f"{PASSPHRASE}\n".encode())
    try:
        while more := os.read(terminal, 1000):
            seen += more
    except OSError:  # how Linux says that the other side has closed
        pass
    os.close(terminal)
    _, ended = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(ended) == 0
    assert b"0 findings" in seen
    assert PASSPHRASE.encode() not in seen


def test_the_prompt_does_not_spoil_the_object(closed: Path) -> None:
    said = command("doctor", "--data", closed, "--json", passphrase=None, typed=f"{PASSPHRASE}\n")
    assert PASSPHRASE not in said.out + said.err
    assert said.json["findings"] == []
