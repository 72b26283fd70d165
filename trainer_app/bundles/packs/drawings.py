"""Writes an SVG picture anew, of plain shapes only: whatever else it held is refused or gone."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from xml.etree.ElementTree import ParseError, XMLParser

from trainer_app.bundles.packs import limits
from trainer_app.bundles.packs.drawing_values import FORMS, SHAPES, attributes_of
from trainer_app.domain.errors import UnusablePicture

NAMESPACE = "http://www.w3.org/2000/svg"
_SVG = f"{{{NAMESPACE}}}"
# A document type can name entities, which is how a small file grows huge or reads another.
_UNSAFE = re.compile(r"<!DOCTYPE|<!ENTITY|<\?(?!xml\s)", re.IGNORECASE)
_REFERENCE = re.compile(r"url\(#([A-Za-z][\w-]*)\)")


def plain_drawing(content: bytes, name: str) -> bytes:
    """The same picture, written anew with nothing but what a plain picture has.

    What it writes, it would write the same way again. Raises UnusablePicture (reason: bytes, xml,
    shapes, elements, depth, values).
    """

    def unusable(reason: str) -> UnusablePicture:
        return UnusablePicture(picture=name, reason=reason)

    if len(content) > limits.DRAWING_BYTES:
        raise unusable("bytes")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise unusable("xml") from None
    if _UNSAFE.search(text) or "\x00" in text:
        raise unusable("shapes")
    copier = _Copier()
    parser = XMLParser(target=copier)
    try:
        parser.feed(text)
        written = str(parser.close())
    except _Refused as refused:
        raise unusable(str(refused)) from None
    except (ParseError, ValueError):
        raise unusable("xml") from None
    return written.encode()


class _Refused(Exception):
    """The reason as UnusablePicture has it."""


class _Copier:
    """Hears an SVG element by element, and writes the plain ones; no tree is ever built."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._open: list[str] = []
        self._elements = 0
        self._ids: set[str] = set()
        self._wanted: set[str] = set()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.removeprefix(_SVG)
        self._check(tag, name)
        kept = {key: attributes[key] for key in attributes_of(name) if key in attributes}
        _check_values(kept, attributes)
        if not self._open:
            _check_size(kept)
            self._out.append(f'<svg xmlns="{NAMESPACE}"')
        else:
            self._out.append(f"{'  ' * len(self._open)}<{name}")
        for key, value in kept.items():
            self._note(key, value)
            self._out.append(f' {key}="{_spaced(value)}"')
        self._out.append(">\n")
        self._open.append(name)

    def end(self, _tag: str) -> None:
        name = self._open.pop()
        if self._out[-1] == ">\n" and self._open:
            self._out[-1] = "/>\n"
        else:
            self._out.append(f"{'  ' * len(self._open)}</{name}>\n")

    def data(self, text: str) -> None:
        if text.strip():
            raise _Refused("shapes")

    def close(self) -> str:
        if self._wanted - self._ids:
            raise _Refused("values")
        return "".join(self._out)

    def _check(self, tag: str, name: str) -> None:
        is_known = name in SHAPES and tag != name
        if not is_known or (name == "svg") is not (not self._open):
            raise _Refused("shapes")
        self._elements += 1
        if self._elements > limits.DRAWING_ELEMENTS:
            raise _Refused("elements")
        if len(self._open) >= limits.DRAWING_DEPTH:
            raise _Refused("depth")

    def _note(self, key: str, value: str) -> None:
        """Remember which colour runs there are, and which are asked for."""
        if key == "id":
            if value in self._ids:
                raise _Refused("values")
            self._ids.add(value)
        self._wanted.update(_REFERENCE.findall(value))


def _check_values(kept: Mapping[str, str], attributes: Mapping[str, str]) -> None:
    """What could act or reach out is refused even where it would be left out."""
    for key in attributes:
        if key in ("style", "class", "href") or key.startswith(("on", "{")):
            raise _Refused("shapes")
    for key, value in kept.items():
        if not FORMS[key](value):
            raise _Refused("values")


def _check_size(kept: Mapping[str, str]) -> None:
    """A picture says how large it was drawn, and is no thread."""
    try:
        wide, high = (
            [float(each) for each in re.split(r"[\s,]+", kept["viewBox"].strip())][2:]
            if "viewBox" in kept
            else [float(kept[side].removesuffix("px")) for side in ("width", "height")]
        )
    except (KeyError, ValueError):
        raise _Refused("values") from None
    if not (0 < wide <= 20 * high and 0 < high <= 20 * wide):
        raise _Refused("values")


def _spaced(value: str) -> str:
    return html.escape(" ".join(value.split()))
