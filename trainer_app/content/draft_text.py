"""What a trainer types, brought into a form that a lesson's files can hold and give back."""

from __future__ import annotations

import html
import re

from trainer_app.content.blanks import BLANK

_NEW_LINE = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# Half of a sign, which no file can hold.
_TORN = re.compile("[\ud800-\udfff]")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_SPACES = re.compile(r"[ \t\n]+")
# Anything that `one_line` would change; most lines have none of it.
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff&<]|  ")
_LOOKS = re.compile(r"[\\`*_\[\]{}]")
# What would begin a list, a heading or a quote at the start of a line.
_BEGINS = r"(?:#{1,6}[ \t]|>|[*+-][ \t])"
_BEGINNING = re.compile(rf"\\*{_BEGINS}")
_NUMBERED = re.compile(r"(\d+)(\\*)(\.(?:[ \t].*)?)", re.DOTALL)


def clean(text: str) -> str:
    """The same words without anything that a reader could take for HTML or that no file holds.

    `<` becomes `‹`, as on every screen, so that not even half a tag is lost.
    """
    before = None
    while before != text:
        before = text
        text = _CONTROL.sub("", _NEW_LINE.sub("\n", _TORN.sub("\ufffd", text)))
        text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    return text.replace("<", "‹")


def one_line(text: str) -> str:
    """Words on one line, spaces single. What stands for words to come is nothing."""
    line = (_SPACES.sub(" ", clean(text)) if _ODD.search(text) else text).strip()
    return "" if line == BLANK else line


def described(text: str) -> str:
    """What a picture shows, on one line; square brackets, which end it, become round."""
    return one_line(text.translate({ord("["): "(", ord("]"): ")"}))


def block(text: str) -> str:
    """Markdown of several lines, without spaces at their ends or empty lines around it."""
    lines = [line.rstrip() for line in clean(text).replace("\t", "  ").split("\n")]
    return "\n".join(lines).strip("\n")


def escaped(line: str) -> str:
    """Plain words as Markdown that shows them as they are."""
    line = _LOOKS.sub(r"\\\g<0>", line)
    if re.match(r"[#>+-]", line):
        return f"\\{line}"
    return re.sub(r"\A(\d+)\.", r"\1\\.", line)


def guarded(line: str) -> str:
    """Markdown of one line, so that it begins no list, heading or quote. `unguarded` undoes it."""
    if _BEGINNING.match(line):
        return f"\\{line}"
    return _NUMBERED.sub(r"\1\\\2\3", line) if _NUMBERED.fullmatch(line) else line


def unguarded(line: str) -> str:
    """The line that was guarded."""
    if line.startswith("\\") and _BEGINNING.match(line):
        return line[1:]
    found = _NUMBERED.fullmatch(line)
    return f"{found[1]}{found[2][1:]}{found[3]}" if found and found[2] else line


def uncut(text: str, level: int) -> str:
    """A text none of whose lines is a heading of the level that its file is cut at."""
    return re.sub(rf"^(?=\\*#{{{level}}}[ \t])", r"\\", text, flags=re.MULTILINE)


def recut(text: str, level: int) -> str:
    """The text that was made uncut."""
    return re.sub(rf"^\\(?=\\*#{{{level}}}[ \t])", "", text, flags=re.MULTILINE)
