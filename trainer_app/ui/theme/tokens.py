"""The colours, sizes and distances that everything on screen is made of, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Token = Literal[
    "paper", "card", "sunk", "line", "edge", "ink", "muted",
    "primary", "on_primary", "primary_strong", "primary_tint",
    "accent", "accent_tint", "ok", "ok_tint", "warn", "warn_tint", "danger", "danger_tint",
    "on_danger", "focus", "mark", "key",
]  # fmt: skip
Tone = Literal["plain", "primary", "accent", "ok", "warn", "danger"]
HueName = Literal["teal", "clay", "plum", "ochre", "sky", "moss"]
ThemeName = Literal["light", "dark", "contrast"]
Letters = Literal["usual", "clear"]
Size = Literal["caption", "small", "body", "large", "title", "headline", "display"]
Weight = Literal["regular", "semibold", "bold"]

TYPE: Mapping[Size, int] = {
    "caption": 14, "small": 17, "body": 20, "large": 22,
    "title": 28, "headline": 36, "display": 52,
}  # fmt: skip
DENSE_TYPE: Mapping[Size, int] = {
    "caption": 14, "small": 14, "body": 17, "large": 20,
    "title": 22, "headline": 28, "display": 36,
}  # fmt: skip
RADIUS_SMALL, RADIUS, RADIUS_LARGE = 8, 12, 18
TARGET, DENSE_TARGET, TABLE_TARGET = 48, 40, 32
MOTION_MS = 140

_LIGHT: Mapping[Token, str] = {
    "paper": "#FAF6EF", "card": "#FFFFFF", "sunk": "#F3EDE2", "line": "#E6DCCB",
    "edge": "#8C8474", "ink": "#22302D", "muted": "#56635F",
    "primary": "#17645C", "on_primary": "#FFFFFF", "primary_strong": "#0F4A44",
    "primary_tint": "#DFF0EC", "accent": "#A8481F", "accent_tint": "#FBE7DB",
    "ok": "#2A6B3C", "ok_tint": "#E1F1E3", "warn": "#7A4E00", "warn_tint": "#FDEFD0",
    "danger": "#A32F2A", "danger_tint": "#FBE3E0", "on_danger": "#FFFFFF",
    "focus": "#1B5FC1", "mark": "#FFDF8A", "key": "#EADFCC",
}  # fmt: skip
_DARK: Mapping[Token, str] = {
    "paper": "#141C1A", "card": "#1E2926", "sunk": "#182220", "line": "#33423E",
    "edge": "#83958F", "ink": "#F2EDE4", "muted": "#B3BFBA",
    "primary": "#7CCFC0", "on_primary": "#06231F", "primary_strong": "#A9E4DA",
    "primary_tint": "#1F3F3A", "accent": "#F2AA84", "accent_tint": "#48291A",
    "ok": "#93D8A4", "ok_tint": "#1F3B28", "warn": "#F3CB73", "warn_tint": "#41320F",
    "danger": "#F7ABA4", "danger_tint": "#4A2220", "on_danger": "#330806",
    "focus": "#8DBBFF", "mark": "#6B5310", "key": "#364642",
}  # fmt: skip
_CONTRAST: Mapping[Token, str] = {
    "paper": "#000000", "card": "#000000", "sunk": "#0D0D0D", "line": "#FFFFFF",
    "edge": "#FFFFFF", "ink": "#FFFFFF", "muted": "#FFFFFF",
    "primary": "#FFE45C", "on_primary": "#000000", "primary_strong": "#FFE45C",
    "primary_tint": "#1F1B00", "accent": "#FFC39E", "accent_tint": "#241000",
    "ok": "#8CFFA6", "ok_tint": "#001F08", "warn": "#FFDB70", "warn_tint": "#221800",
    "danger": "#FFB8B0", "danger_tint": "#260402", "on_danger": "#000000",
    "focus": "#5CE6FF", "mark": "#5A3C00", "key": "#333333",
}  # fmt: skip
COLOURS: Mapping[ThemeName, Mapping[Token, str]] = {
    "light": _LIGHT, "dark": _DARK, "contrast": _CONTRAST,
}  # fmt: skip

_GROUNDS: tuple[Token, ...] = ("paper", "card", "sunk")
_ON_GROUNDS: tuple[Token, ...] = (
    "ink", "muted", "primary", "primary_strong", "accent", "ok", "warn", "danger",
)  # fmt: skip
_TINTS: tuple[Token, ...] = (
    "primary_tint", "accent_tint", "ok_tint", "warn_tint", "danger_tint", "mark", "key",
)  # fmt: skip
TEXT_PAIRS: tuple[tuple[Token, Token], ...] = (
    *((text, ground) for ground in _GROUNDS for text in _ON_GROUNDS),
    *(("ink", tint) for tint in _TINTS),
    ("primary", "primary_tint"), ("primary_strong", "primary_tint"),
    ("accent", "accent_tint"), ("ok", "ok_tint"), ("warn", "warn_tint"),
    ("danger", "danger_tint"), ("on_primary", "primary"), ("on_primary", "primary_strong"),
    ("on_danger", "danger"), ("card", "ink"),
)  # fmt: skip
MARK_PAIRS: tuple[tuple[Token, Token], ...] = tuple(
    (mark, ground) for ground in _GROUNDS for mark in ("edge", "focus")
)


@dataclass(frozen=True, slots=True)
class Hue:
    """The three shades of a lesson's own colour; they go with the pictures in every theme."""

    tint: str
    mid: str
    deep: str


HUES: Mapping[str, Hue] = {
    "teal": Hue("#DDEFEA", "#5FA79B", "#17645C"),
    "clay": Hue("#FBE6D8", "#DE9068", "#A8481F"),
    "plum": Hue("#EFE4F1", "#A984B4", "#6B3F79"),
    "ochre": Hue("#FBEFCF", "#E0B24C", "#7A5200"),
    "sky": Hue("#E0ECF7", "#7CA6D1", "#275A8E"),
    "moss": Hue("#E8F0D8", "#97B166", "#4A6320"),
}
_TONES: Mapping[Tone, tuple[Token, Token]] = {
    "plain": ("muted", "sunk"), "primary": ("primary_strong", "primary_tint"),
    "accent": ("accent", "accent_tint"), "ok": ("ok", "ok_tint"),
    "warn": ("warn", "warn_tint"), "danger": ("danger", "danger_tint"),
}  # fmt: skip


def of_tone(tone: Tone) -> tuple[Token, Token]:
    """The text colour and the ground colour of a tone."""
    return _TONES[tone]


def contrast(one: str, other: str) -> float:
    """How far two `#RRGGBB` colours stand apart, 1–21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
