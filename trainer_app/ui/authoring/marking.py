"""Puts strong words, lists and boxes into a text, as Markdown that its author need not know."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STRONG = "**"
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_ITEM = re.compile(r"[-*+] ")
_BOX = re.compile(r"> \[!(TIP|CARE|SAY|HELP [a-z]+)\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with what is chosen in it, from `start` up to `end` (the cursor where they meet)."""

    text: str
    start: int
    end: int


def strong(at: Marked) -> Marked:
    """With what is chosen, or the word at the cursor, strong; where it was strong, plain again."""
    start, end = (at.start, at.end) if at.start < at.end else _word_at(at)
    chosen = at.text[start:end]
    start += len(chosen) - len(chosen.lstrip())
    end -= len(chosen) - len(chosen.rstrip())
    if start >= end or "\n" in at.text[start:end]:
        return at
    before, inside, after = at.text[:start], at.text[start:end], at.text[end:]
    if before.endswith(_STRONG) and after.startswith(_STRONG):
        return Marked(before[:-2] + inside + after[2:], start - 2, end - 2)
    if len(inside) > 4 and inside.startswith(_STRONG) and inside.endswith(_STRONG):
        return Marked(before + inside[2:-2] + after, start, end - 4)
    return Marked(f"{before}{_STRONG}{inside}{_STRONG}{after}", start + 2, end + 2)


def listed(at: Marked) -> Marked:
    """With each chosen line as a point of a list; where all were points, as plain lines."""
    before, lines, after = _lines(at)
    if all(_ITEM.match(line) for line in lines if line.strip()) and any(map(str.strip, lines)):
        lines = [_ITEM.sub("", line, count=1) for line in lines]
    else:
        lines = [line if _ITEM.match(line) or not line.strip() else f"- {line}" for line in lines]
        if not any(map(str.strip, lines)):
            lines = ["- "]
        # A list begins a paragraph of its own.
        if before.strip() and not _ITEM.match(before.rstrip("\n").rsplit("\n", 1)[-1]):
            before = before.rstrip("\n") + "\n\n"
    return _joined(before, lines, after)


def boxed(at: Marked, mark: str) -> Marked:
    """With the chosen lines in a box such as `TIP` or `HELP legal`, without a title yet.

    In a box of the same kind: out of it; of another kind: that kind instead.
    """
    before, lines, after = _lines(_whole_box(at))
    found = _BOX.match(lines[0])
    if found is None:
        inside = [f"> {line}" for line in lines if line.strip()] or ["> "]
        lines = [f"> [!{mark}]", *inside]
        before = f"{before.rstrip(chr(10))}\n\n" if before.strip() else ""
        after = f"\n\n{after.lstrip(chr(10))}" if after.strip() else ""
    elif found[1] == mark:
        title = lines[0][found.end() :].strip()
        lines = [*([title] if title else []), *(line.removeprefix("> ") for line in lines[1:])]
    else:
        lines[0] = f"> [!{mark}]{lines[0][found.end() :]}"
    joined = _joined(before, lines, after)
    return Marked(joined.text, joined.end, joined.end)


def _word_at(at: Marked) -> tuple[int, int]:
    for found in _WORD.finditer(at.text):
        if found.start() <= at.start <= found.end():
            return found.start(), found.end()
    return at.start, at.start


def _lines(at: Marked) -> tuple[str, list[str], str]:
    """What stands before the lines that are touched, those lines, and what follows."""
    first = at.text.rfind("\n", 0, at.start) + 1
    last = at.text.find("\n", at.end)
    last = len(at.text) if last < 0 else last
    return at.text[:first], at.text[first:last].split("\n"), at.text[last:]


def _whole_box(at: Marked) -> Marked:
    """The whole of the box that the cursor is in."""
    before, lines, _after = _lines(at)
    if not lines[0].startswith(">"):
        return at
    start = len(before)
    while before and (line := before[:-1].rsplit("\n", 1)[-1]).startswith(">"):
        start -= len(line) + 1
        before = before[: -len(line) - 1]
    end = at.end
    for line in at.text[start:].split("\n"):
        if not line.startswith(">"):
            break
        end = max(end, start + len(line))
        start += len(line) + 1
    return Marked(at.text, len(before), end)


def _joined(before: str, lines: list[str], after: str) -> Marked:
    text = "\n".join(lines)
    return Marked(before + text + after, len(before), len(before) + len(text))
