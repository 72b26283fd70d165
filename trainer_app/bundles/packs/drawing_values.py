"""Which elements and attributes a plain picture has, and which values each may take."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from trainer_app.bundles.packs import limits

_NUMBER = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?"
_NUMBERS = re.compile(_NUMBER)
_LENGTH = re.compile(rf"{_NUMBER}(?:px|%)?")
_LIST = re.compile(rf"{_NUMBER}(?:[\s,]+{_NUMBER})*", re.ASCII)
_PATH = re.compile(r"[MmLlHhVvCcSsQqTtAaZzeE0-9+\-.,\s]*", re.ASCII)
_PAINT = re.compile(
    r"none|currentColor|[a-zA-Z]{3,24}|#[0-9a-fA-F]{3,8}|rgba?\([\d\s.,%]{5,40}\)"
    r"|url\(#[A-Za-z][\w-]{0,40}\)",
    re.ASCII,
)
_ID = re.compile(r"[A-Za-z][\w-]{0,40}", re.ASCII)
_WORD = re.compile(r"[a-zA-Z-]{2,24}")
_MOVES = re.compile(
    rf"(?:\s*(?:translate|rotate|scale|skewX|skewY|matrix)\(\s*{_NUMBER}"
    rf"(?:[\s,]+{_NUMBER}){{0,5}}\s*\)[\s,]*){{1,6}}",
    re.ASCII,
)

_LOOKS = (
    *("fill", "stroke", "fill-opacity", "stroke-opacity", "opacity", "fill-rule", "stroke-width"),
    *("stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray"),
    *("stroke-dashoffset", "transform", "display", "visibility"),
)
_RUN = ("id", "gradientUnits", "gradientTransform", "spreadMethod")

SHAPES: Mapping[str, tuple[str, ...]] = {
    "svg": ("viewBox", "width", "height", *_LOOKS),
    "g": _LOOKS,
    "defs": (),
    "linearGradient": (*_RUN, "x1", "y1", "x2", "y2"),
    "radialGradient": (*_RUN, "cx", "cy", "r", "fx", "fy"),
    "stop": ("offset", "stop-color", "stop-opacity"),
    "rect": ("x", "y", "width", "height", "rx", "ry", *_LOOKS),
    "circle": ("cx", "cy", "r", *_LOOKS),
    "ellipse": ("cx", "cy", "rx", "ry", *_LOOKS),
    "path": ("d", *_LOOKS),
    "line": ("x1", "y1", "x2", "y2", *_LOOKS),
    "polyline": ("points", *_LOOKS),
    "polygon": ("points", *_LOOKS),
}
"""By element its attributes, in the order in which they are written."""


def attributes_of(element: str) -> tuple[str, ...]:
    """The attributes that a plain element may have."""
    return SHAPES[element]


def _within_reach(value: str) -> bool:
    return all(abs(float(each)) <= limits.DRAWING_REACH for each in _NUMBERS.findall(value))


def _is_length(value: str) -> bool:
    return _LENGTH.fullmatch(value.strip()) is not None and _within_reach(value)


def _is_list(value: str) -> bool:
    return (
        len(value) <= limits.DRAWING_PATH
        and _LIST.fullmatch(value.strip()) is not None
        and _within_reach(value)
    )


def _is_path(value: str) -> bool:
    return (
        len(value) <= limits.DRAWING_PATH
        and _PATH.fullmatch(value) is not None
        and _within_reach(value)
    )


def _is_dashes(value: str) -> bool:
    """Dashes that are too short would be drawn without end."""
    if value.strip() == "none":
        return True
    return _is_list(value) and all(float(each) >= 0.1 for each in _NUMBERS.findall(value))


def _is_paint(value: str) -> bool:
    return _PAINT.fullmatch(value.strip()) is not None


def _is_moves(value: str) -> bool:
    return len(value) <= 400 and _MOVES.fullmatch(value) is not None and _within_reach(value)


def _matches(form: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda value: form.fullmatch(value.strip()) is not None


_LENGTHS = (
    *("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "width"),
    *("height", "offset", "stop-opacity", "fill-opacity", "stroke-opacity", "opacity"),
    *("stroke-width", "stroke-miterlimit", "stroke-dashoffset"),
)
_WORDS = (
    *("fill-rule", "stroke-linecap", "stroke-linejoin", "display", "visibility"),
    *("gradientUnits", "spreadMethod"),
)

FORMS: Mapping[str, Callable[[str], bool]] = {
    **dict.fromkeys(_LENGTHS, _is_length),
    **dict.fromkeys(_WORDS, _matches(_WORD)),
    **dict.fromkeys(("fill", "stroke", "stop-color"), _is_paint),
    **dict.fromkeys(("transform", "gradientTransform"), _is_moves),
    **dict.fromkeys(("points", "viewBox"), _is_list),
    "d": _is_path,
    "stroke-dasharray": _is_dashes,
    "id": _matches(_ID),
}
"""By attribute, whether a value is one that it may have."""
