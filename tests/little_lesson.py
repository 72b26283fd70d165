"""A good little lesson as the files of a pack, and packs of it as nobody should write them."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from trainer_app.bundles.packs.label import Label, hash_of, statement
from trainer_app.bundles.packs.writing import packed, zipped
from trainer_app.domain.events import canonical
from trainer_app.keys.keypair import PrivateKeys

AUTHOR = PrivateKeys(bytes(range(32)))
STRANGER = PrivateKeys(bytes(range(1, 33)))

ID, NUMBER = "bread-abc234", 90
LABEL = Label(
    kind="lesson",
    lesson=ID,
    number=NUMBER,
    version=1,
    title="We bake bread",
    language="en",
    author="Rosa",
    key=AUTHOR.public.sign_hex,
)
DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360">\n'
    b'  <rect width="640" height="360" rx="24" fill="#DDEFEA"/>\n'
    b'  <g stroke="#334455" stroke-width="3" fill="none">\n'
    b'    <path d="M100 100C120 80 200 90 220 140Z"/>\n'
    b"  </g>\n</svg>\n"
)
_PAGES = ("flour", "water", "oven", "table")
_RIGHT = {"first": "a", "second": "b", "third": "c"}
_TIMED = ("activity", "discussion", "input", "deepening", "synthesis")
_PARTS = (
    *("prepare", "first-words", *_TIMED, "trouble", "easier", "harder", "touch"),
    *("without-computers", "refer"),
)

PRACTICE = """version = 1
minutes = 5

[[stages]]
id = "kitchen"
kind = "pointer"

[[stages.targets]]
id = "bell"
does = "click"

[[stages.goals]]
id = "rung"
of = ["bell"]

[[stages.consequences]]
id = "beside"
when = "missed"

[[stages.consequences]]
id = "not-so"
"""
PRACTICE_WORDS = """---
by: Rosa
review: draft
---
# The kitchen {#kitchen}

The bread is ready. Ring the bell.

## Targets {#targets}

- {#bell} Bell

## Goals {#goals}

- {#rung} The bell has rung.
  > Click on the bell.

## When it goes wrong {#consequences}

- {#beside} That was beside it.
  > Go closer to the bell.
- {#not-so} Not like this.
  > Click once.

## Done {#done}

Everybody comes to eat.
"""


def files(lesson: str = ID, version: int = 1) -> dict[str, bytes]:
    """The files of a lesson that breaks no rule of safety."""
    pictures = ("tile", *_PAGES, *(f"q-{each}" for each in _RIGHT))
    texts = {
        "lesson.toml": _structure(lesson, version),
        "practice.toml": PRACTICE,
        "en/practice.md": PRACTICE_WORDS,
        "en/pages.md": _matter(
            "title: We bake bread", f"summary: Bread {version}.", "can.bake: I can."
        )
        + "\n".join(_page(each) for each in _PAGES),
        "en/quiz.md": _matter() + "\n".join(_question(each) for each in _RIGHT),
        "en/card.md": _matter("say: Bread, please.") + "- I bake.\n\n## At home\n\n- I eat.\n",
        "en/words.md": _matter() + "- **flour** – what bread is made of.\n",
        "en/plan.md": _matter() + "\n".join(map(_part, _PARTS)),
    }
    drawings = {f"images/{each}.svg": DRAWING for each in pictures}
    return {**{name: text.encode() for name, text in texts.items()}, **drawings}


def pack(
    changes: Mapping[str, bytes | None] | None = None,
    keys: PrivateKeys = AUTHOR,
    label: Label = LABEL,
) -> bytes:
    """A pack of the little lesson, some files put in (or None: left out), signed all the same."""
    there = {**files(label.lesson, label.version), **(changes or {})}
    return packed(label, {name: each for name, each in there.items() if each is not None}, keys)


def translation(words: Mapping[str, bytes], language: str, keys: PrivateKeys = AUTHOR) -> bytes:
    """A pack of these files as a translation of the little lesson."""
    label = replace(LABEL, kind="translation", language=language, title="Wij bakken brood")
    return packed(label, words, keys)


def relabelled(
    change: Callable[[dict[str, Any]], object],
    keys: PrivateKeys = AUTHOR,
    *,
    spell: Callable[[Any], bytes] = canonical,
) -> bytes:
    """A pack whose label says something else, signed by its author all the same."""
    there = files()
    said = {name: hash_of(each) for name, each in there.items()}
    fields = {**_fields(replace(LABEL, files=said))}
    change(fields)
    label = spell(fields)
    return zipped({"pack.json": label, "pack.sig": keys.sign(statement(label)), **there})


def png(width: int, height: int, *, pixels: bytes | None = None) -> bytes:
    """A PNG of one colour, or with a header that says more than there is."""
    rows = (b"\0" + b"\x80\x90\xa0" * width) * height if pixels is None else pixels
    return b"".join((
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">II5B", width, height, 8, 2, 0, 0, 0)),
        _chunk(b"IDAT", zlib.compress(rows)),
        _chunk(b"IEND", b""),
    ))  # fmt: skip


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _fields(label: Label) -> dict[str, Any]:
    fields = json.loads(label.as_bytes())
    assert isinstance(fields, dict)
    return fields


def _structure(lesson: str, version: int) -> str:
    lines = [f'id = "{lesson}"', f"version = {version}", "minutes = 30", "core_minutes = 15"]
    lines += ['hue = "clay"', 'tile = "tile.svg"', "", "[[objectives]]", 'id = "bake"']
    lines += ['practised = ["kitchen/rung"]', ""]
    for page in _PAGES:
        lines += ["[[steps]]", f'id = "{page}"', f'picture = "{page}.svg"', "core = true"]
        lines += ['objectives = ["bake"]', ""]
    for question, right in _RIGHT.items():
        lines += ["[[quiz]]", f'id = "{question}"', f'picture = "q-{question}.svg"']
        lines += ['objective = "bake"', 'choices = ["a", "b", "c"]', f'right = "{right}"', ""]
    return "\n".join(lines)


def _matter(*more: str) -> str:
    return "\n".join(("---", "by: Rosa", "review: draft", *more, "---", ""))


def _page(page: str) -> str:
    return (
        f"# About the {page} {{#{page}}}\n\n![A {page}.]({page}.svg)\n\n"
        f"We bake with **{page}** and wait. Press `Start` now.\n\n- Look at it.\n- Wait.\n\n"
        "> [!TIP] Slowly\n> Nobody is in a hurry here.\n"
    )


def _question(question: str) -> str:
    return (
        f"# What comes {question}? {{#{question}}}\n\n![A table.](q-{question}.svg)\n\n"
        "- {#a} The flour.\n  > Flour comes first.\n- {#b} The water.\n  > It comes later.\n"
        "- {#c} The guest.\n  > A guest eats it.\n"
    )


def _part(part: str) -> str:
    minutes = " minutes=6" if part in _TIMED else ""
    return f"## About {part} {{#{part}{minutes}}}\n\n- Do it.\n"
