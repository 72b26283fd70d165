"""Words of one unit between the form that people type and the form that a file holds.

Each pair of functions is its own opposite: what is put into a file is taken out as it was tidied.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from trainer_app.content.draft_text import described, escaped, guarded, one_line, unguarded
from trainer_app.content.harmless import harmless
from trainer_app.content.markup import Markup

# At the start of a line these would name a thing, open a box or show a picture.
_NAMING = re.compile(r"\\*(?:\{#|\[!|!\[)")
# Without any of these a line is shown as it stands.
_LOOKING = re.compile(r"[\\`*_\[\]<&!]")
# At the end of a heading they would belong to its signs.
_LAST_HASHES = re.compile(r"(?<!\\)#(?=#*\Z)")
_PICTURE = re.compile(r"!(?=\[)")


@dataclass(frozen=True, slots=True)
class Form:
    """How one kind of field stands in a file. `tidy` gives what `take(put(words))` will say."""

    tidy: Callable[[str], str]
    put: Callable[[str], str]
    take: Callable[[str], str]


def _tidy_inline(words: str) -> str:
    line = one_line(words)
    if not _LOOKING.search(line) or Markup().words(guard_line(line)):
        return line
    # What would show nothing, such as a picture or an empty link, is shown as it was typed.
    return escaped(line)


def guard_line(line: str) -> str:
    """Markdown of one line that begins nothing but words."""
    return f"\\{line}" if _NAMING.match(line) else guarded(line)


def _unguard_line(line: str) -> str:
    if line.startswith("\\") and _NAMING.match(line):
        return line[1:]
    return unguarded(line)


def _take_plain(line: str) -> str:
    """Plain words of a heading, without its looks."""
    text = line.strip()
    return Markup().words(text) if _LOOKING.search(text) else text


def _put_alt(words: str) -> str:
    return words.replace("\\", "\\\\").replace("`", "\\`")


def _take_alt(words: str) -> str:
    return re.sub(r"\\([\\`])", r"\1", words)


INLINE = Form(_tidy_inline, guard_line, lambda line: one_line(_unguard_line(line.strip())))
"""A line of a text, an item, an answer: Markdown that may make words strong."""

PLAIN = Form(
    one_line,
    lambda words: _LAST_HASHES.sub(r"\\#", _PICTURE.sub(r"\\!", escaped(words))),
    lambda text: one_line(_take_plain(text)),
)
"""A heading, or a word to know: shown as it is."""

ALT = Form(described, _put_alt, lambda text: one_line(_take_alt(text)))
"""What a picture shows."""

VALUE = Form(lambda words: one_line(harmless(one_line(words))), lambda words: words, one_line)
"""A value of the front matter."""
