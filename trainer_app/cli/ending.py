"""How a command ends: what it prints, its exit code, and known troubles in words."""

from __future__ import annotations

import codecs
import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from trainer_app import app
from trainer_app.domain.errors import (
    CentreExists,
    EmptyField,
    InUse,
    NoCentre,
    NoLongerTrainer,
    PassExpired,
    TooManyTries,
    TrainerError,
    UnknownThing,
    WrongDoublesKey,
    WrongInvitationCode,
    WrongPassphrase,
    WrongPeriod,
    WrongRecoveryCode,
)

FINDINGS, USAGE, LOCKED, IN_USE = 1, 2, 3, 4
_LOCKED = (
    WrongPassphrase,
    WrongRecoveryCode,
    WrongInvitationCode,
    WrongDoublesKey,
    TooManyTries,
    PassExpired,
    NoLongerTrainer,
)
_USAGE = (NoCentre, CentreExists, UnknownThing, WrongPeriod)


@contextmanager
def said() -> Iterator[None]:
    """Say a known trouble in words and end with its exit code."""
    try:
        yield
    except TrainerError as error:
        for line in app.explain(error):
            click.echo(line, err=True)
        sys.exit(_code(error))
    except click.Abort:
        for line in app.explain(EmptyField(field="passphrase")):
            click.echo(line, err=True)
        sys.exit(LOCKED)


def print_json(value: dict[str, Any]) -> None:
    """Print one object, with letters that the output can hold."""
    every_letter = codecs.lookup(sys.stdout.encoding or "utf-8").name == "utf-8"
    click.echo(json.dumps(value, ensure_ascii=not every_letter, indent=1, default=str))


def print_every_script() -> None:
    """A console, or a file on Windows, that has no letters for a name shows their numbers."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _code(error: TrainerError) -> int:
    if isinstance(error, _LOCKED):
        return LOCKED
    if isinstance(error, InUse):
        return IN_USE
    return USAGE if isinstance(error, _USAGE) else FINDINGS
