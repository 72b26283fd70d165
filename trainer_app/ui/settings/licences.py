"""The licences of the program, its fonts, icons, voices and sound, as they lie on the disk."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata

from trainer_app import places
from trainer_app.i18n import _

_FONTS = {
    "NotoSans": "Noto Sans",
    "NotoSansArabic": "Noto Sans Arabic",
    "NotoSansEthiopic": "Noto Sans Ethiopic",
    "NotoSansSC": "Noto Sans SC",
    "NotoColorEmoji": "Noto Color Emoji",
    "Andika": "Andika (Clear Letters)",
}


@dataclass(frozen=True, slots=True)
class Licence:
    """What it is for, in words, and its whole text, which is never translated."""

    key: str
    name: str
    text: str


def licences() -> tuple[Licence, ...]:
    """Every licence whose text is here."""
    found = []
    program = _program()
    if program is not None:
        name = _("Program: GNU GPL 3 or later")
        found.append(Licence("program", name, program))
    for stem, font in _FONTS.items():
        file = places.assets() / "fonts" / f"OFL-{stem}.txt"
        name = _("{font}: SIL OFL 1.1").format(font=font)
        found.append(Licence(stem, name, file.read_text(encoding="utf-8")))
    icons = places.assets() / "icons" / "LICENSE-lucide.txt"
    name = _("Icons by Lucide: ISC licence")
    found.append(Licence("icons", name, icons.read_text(encoding="utf-8")))
    for stem, name in _speech().items():
        file = places.assets() / "speech" / f"LICENSE-{stem}.txt"
        found.append(Licence(stem, name, file.read_text(encoding="utf-8")))
    return tuple(found)


def _speech() -> dict[str, str]:
    return {
        "espeak-ng": _("Voices by eSpeak NG: GNU GPL 3 or later"),
        "miniaudio": _("Sound by miniaudio: MIT licence"),
    }


def _program() -> str | None:
    """The text beside the program's files, or the one kept with an installed package."""
    beside = places.assets().parent / "LICENSE"
    if beside.exists():
        return beside.read_text(encoding="utf-8")
    try:
        return metadata.distribution("trainer-app").read_text("licenses/LICENSE")
    except metadata.PackageNotFoundError:
        return None
