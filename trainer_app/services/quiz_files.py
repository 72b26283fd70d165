"""Questions in text files, as other programs write and read them."""

from __future__ import annotations

from pathlib import Path

from trainer_app.domain.errors import UnreadableFile
from trainer_app.exports.whole_file import written_whole
from trainer_app.rosters.decoding import decode
from trainer_app.rosters.refusal import RefusedError

MOST_BYTES = 2_000_000
"""More is no quiz; what is read of it says so."""


def read_quiz(file: Path) -> str:
    """The text of a file in whatever encoding; UnreadableFile where it is none."""
    try:
        with file.open("rb") as stream:
            return decode(stream.read(MOST_BYTES))[0]
    except (OSError, RefusedError) as trouble:
        raise UnreadableFile(file=file.name) from trouble


def write_quiz(file: Path, text: str) -> None:
    """Write a text in UTF-8, whole or not at all. Raises CannotWriteFile."""
    with written_whole(file) as draft:
        draft.write_text(text, encoding="utf-8", newline="\n")
