"""Takes out of people's words whatever a screen could mistake for markup."""

from __future__ import annotations

import html
import re

# An element whose content is not words goes with its content.
_UNREAD = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[A-Za-z/!?][^<>]*>")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_SIGNS = re.compile(r"[<&\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""One of them stands in everything that is taken out; most words have none."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def without_tags(text: str) -> str:
    """The text without HTML tags and comments; line breaks stay, so lines keep their numbers."""
    before = None if "<" in text else text
    # Taking out one tag can leave a new one behind, as in `<<b>b>`.
    while before != text:
        before = text
        text = _TAG.sub(_breaks_of, _UNREAD.sub(_breaks_of, text))
    return text


def harmless(text: str) -> str:
    """Words that no screen can take for rich text: without tags, entities or control characters.

    A lone `<` becomes `‹`: a label that guesses at the kind of its text looks for that sign.
    """
    before = None if _SIGNS.search(text) else text
    while before != text:
        before = text
        text = _CONTROL.sub("", _ENTITY.sub(lambda found: html.unescape(found.group()), text))
        text = without_tags(text)
    return text.replace("<", "‹")


def html_in(text: str) -> list[int]:
    """Where in the text HTML begins: tags, comments and entities, as offsets in order."""
    starts = {
        found.start() for pattern in (_UNREAD, _TAG, _ENTITY) for found in pattern.finditer(text)
    }
    return sorted(starts)


def _breaks_of(found: re.Match[str]) -> str:
    return "\n" * found.group().count("\n")
