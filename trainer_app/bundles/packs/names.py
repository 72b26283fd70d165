"""Which files a pack may hold: a closed list of forms, so that no name can lead anywhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trainer_app.domain.errors import UnsafePack

LABEL, SIGNATURE = "pack.json", "pack.sig"
STRUCTURES = ("lesson.toml", "practice.toml")

_PICTURE = re.compile(r"images/([a-z0-9]+(?:-[a-z0-9]+)*)\.(?:svg|png)")
_WORDS = re.compile(
    r"([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)/(?:pages|quiz|card|words|plan|practice)\.md"
)
_RECORDING = re.compile(r"([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)/voice/[0-9a-f]{32}\.wav")
# Windows takes these for devices, whatever follows the full stop.
_DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]", re.IGNORECASE)


def is_picture(name: str) -> bool:
    """Whether this is the name of a picture in a lesson."""
    found = _PICTURE.fullmatch(name)
    return found is not None and not _DEVICE.fullmatch(found[1])


def is_drawing(name: str) -> bool:
    """Whether this is the name of a picture made of shapes."""
    return is_picture(name) and name.endswith(".svg")


def is_recording(name: str) -> bool:
    """Whether this is the name of a sentence that somebody has said."""
    return bool(language_of(name)) and name.endswith(".wav")


def language_of(name: str) -> str:
    """The language of a file of words, or of a recording of them; "" if this is neither."""
    found = _WORDS.fullmatch(name) or _RECORDING.fullmatch(name)
    return "" if found is None or _DEVICE.fullmatch(found[1]) else found[1]


def belongs(name: str) -> bool:
    """Whether a lesson may hold a file of this name."""
    return name in STRUCTURES or is_picture(name) or bool(language_of(name))


def check_names(names: Iterable[str], file: str) -> None:
    """Raise UnsafePack for a name that no lesson has, and for two that are one on some disks."""
    seen: set[str] = set()
    for name in names:
        if name not in (LABEL, SIGNATURE) and not belongs(name):
            raise UnsafePack(file=file, reason="name", inside=shown(name))
        if name.casefold() in seen:
            raise UnsafePack(file=file, reason="twice", inside=shown(name))
        seen.add(name.casefold())


def shown(name: str) -> str:
    """A name that a stranger wrote, fit to be shown: short, and of printable signs only."""
    signs = "".join(sign if sign.isprintable() else "�" for sign in name)
    return signs if len(signs) <= 60 else f"{signs[:59]}…"
