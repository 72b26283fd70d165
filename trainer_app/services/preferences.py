"""How this laptop is set up, beside the store: known before anybody unlocks, never personal."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

FILE = "preferences.json"
SCALES = (100, 125, 150, 175, 200)
THEMES = ("light", "dark", "contrast")
SPEEDS = ("slow", "normal", "fast")
LETTERS = ("usual", "clear")
POINTERS = ("usual", "large")
MOTIONS = ("system", "none")
PATIENCES = (500, 1000, 2000)
_MOST_KEPT = 40


@dataclass(frozen=True, slots=True)
class Preferences:
    """`scale` is the text size in per cent. `idle_minutes` dims, `lock_minutes` ends a trainer's
    state when nobody touches anything. `speech` is how fast is read aloud, `reads_pages` whether
    pages of learners are read by themselves. `letters` are "clear" where they shall be easier to
    tell apart, the `pointer` may be "large", `motion` is "none" or what the system says, and
    `patience` the milliseconds in which a press does not count twice. `slides_on`: the screen that
    showed slides, by arrangement of screens; `stopped_at`: the slide, by lesson."""

    language: str = ""
    scale: int = 100
    theme: str = "light"
    idle_minutes: int = 5
    lock_minutes: int = 10
    speech: str = "normal"
    reads_pages: bool = False
    letters: str = "usual"
    pointer: str = "usual"
    motion: str = "system"
    patience: int = 500
    slides_on: dict[str, str] = field(default_factory=dict)
    stopped_at: dict[str, str] = field(default_factory=dict)


class PreferencesFile:
    """Reads and keeps preferences. A file that cannot be read counts as none."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self.now = self._read()

    def change(self, **values: Any) -> Preferences:
        """Keep changed values; in memory at once, on the disk where the folder can be written."""
        self.now = replace(self.now, **values)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._file.with_suffix(".new")
            fresh.write_text(json.dumps(asdict(self.now), indent=1), encoding="utf-8")
            fresh.replace(self._file)
        except OSError:
            # Preferences are a comfort: a read-only folder keeps them for this run only.
            return self.now
        return self.now

    def _read(self) -> Preferences:
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Preferences()
        if not isinstance(found, dict):
            return Preferences()
        standard = Preferences()
        kept = {
            one.name: found[one.name]
            for one in fields(Preferences)
            if type(found.get(one.name)) is type(getattr(standard, one.name))
        }
        return _sound(replace(standard, **kept))


def _sound(found: Preferences) -> Preferences:
    """Put back what no hand on a screen could have chosen."""
    return replace(
        found,
        scale=found.scale if found.scale in SCALES else 100,
        theme=found.theme if found.theme in THEMES else "light",
        idle_minutes=min(60, max(1, found.idle_minutes)),
        lock_minutes=min(60, max(1, found.lock_minutes)),
        speech=found.speech if found.speech in SPEEDS else "normal",
        letters=found.letters if found.letters in LETTERS else "usual",
        pointer=found.pointer if found.pointer in POINTERS else "usual",
        motion=found.motion if found.motion in MOTIONS else "system",
        patience=found.patience if found.patience in PATIENCES else 500,
        slides_on=_newest(found.slides_on),
        stopped_at=_newest(found.stopped_at),
    )


def _newest(kept: dict[str, str]) -> dict[str, str]:
    """The last words that were kept, and nothing else that may stand in a file."""
    words = {one: kept[one] for one in kept if isinstance(kept[one], str)}
    return dict(list(words.items())[-_MOST_KEPT:])
