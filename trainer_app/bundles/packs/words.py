"""Looks at a pack's Markdown before any reader of Markdown does: nothing that harms goes on."""

from __future__ import annotations

import re
from types import MappingProxyType

from trainer_app.bundles.packs import limits
from trainer_app.bundles.packs.signs import TURNING, hidden_sign
from trainer_app.content.harmless import html_in
from trainer_app.content.rules.markup import markup_findings
from trainer_app.content.sources import Source
from trainer_app.domain.errors import HarmfulLesson

HARMFUL = frozenset({"no-html", "no-links", "picture-name"})
"""The rules of content that a pack may not break; the others are matters of style."""

# Found without looking for their ends, which a long file without one makes slow.
_HTML_BEGINS = re.compile(r"<(?:script|style)\b|<!--", re.IGNORECASE)
_NO_MATTER = MappingProxyType[str, str]({})


def check_words(content: bytes, inside: str, file: str) -> None:
    """Raise HarmfulLesson for words that could act, reach out, deceive the eye or hang a reader.

    `inside` is their path in the pack `file`.
    """

    def harmful(rule: str, line: int) -> HarmfulLesson:
        return HarmfulLesson(file=file, inside=inside, line=line, rule=rule)

    text = _text(content, inside, file)
    if found := _unreadable(text):
        raise harmful(*found)
    if begun := _HTML_BEGINS.search(text):
        raise harmful("no-html", text.count("\n", 0, begun.start()) + 1)
    if starts := html_in(text):
        raise harmful("no-html", text.count("\n", 0, starts[0]) + 1)
    language, name = inside.split("/")
    # The front matter stands in it, too: no rule of content looks there.
    source = Source(file, language, name, _NO_MATTER, text, 1, photos=True)
    for finding in markup_findings(source):
        if finding.rule in HARMFUL:
            raise harmful(finding.rule, finding.line)


def _text(content: bytes, inside: str, file: str) -> str:
    if len(content) > limits.WORD_BYTES:
        raise HarmfulLesson(file=file, inside=inside, line=0, rule="too-long")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise HarmfulLesson(file=file, inside=inside, line=0, rule="encoding") from None
    # As reading a file as text does.
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unreadable(text: str) -> tuple[str, int] | None:
    """The rule and the line of what would keep a reader busy, or show something else than it is."""
    at = hidden_sign(text)
    if at is not None:
        return "odd-signs", text.count("\n", 0, at) + 1
    letters = brackets = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            letters = brackets = 0
        letters += len(line) + 1
        brackets += line.count("[")
        if len(line) > limits.LINE_LETTERS or letters > limits.BLOCK_LETTERS:
            return "too-long", number
        if brackets > limits.BRACKETS:
            return "odd-signs", number
        if len(TURNING.findall(line)) > limits.TURNS:
            return "odd-signs", number
    return None
