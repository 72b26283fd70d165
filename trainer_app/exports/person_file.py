"""All that is held about one person as one page: any browser shows it, any program can read it.

The same facts stand in it twice: in words, and as JSON in `<script type="application/json">`, so
that the two cannot be parted. The page needs nothing from elsewhere and runs nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from trainer_app.exports.whole_file import written_whole

_LOOK = """
body { font: 16px/1.5 sans-serif; color: #1c2b28; background: #fff; max-width: 60rem;
  margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .3rem .6rem;
  border-bottom: 1px solid #ccd5d2; overflow-wrap: anywhere; }
@media print { body { margin: 0; } tr { break-inside: avoid; } }
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One table under a title; `heads` are empty where the first column names the second.

    `none` is what to say where there are no rows.
    """

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    none: str


@dataclass(frozen=True, slots=True)
class Readable:
    """The words of the page, in one language. `language` is its code."""

    title: str
    lead: Sequence[str]
    parts: Sequence[Part]
    language: str
    right_to_left: bool


def write_person_file(file: Path, page: Readable, data: Mapping[str, Any]) -> None:
    """Write the page whole or not at all. `data` holds what JSON can. Raises CannotWriteFile."""
    with written_whole(file) as draft:
        draft.write_text(_html(page, data), "utf-8")


def _html(page: Readable, data: Mapping[str, Any]) -> str:
    direction = "rtl" if page.right_to_left else "ltr"
    # A "<" inside JSON could end the element; its number says the same.
    text = json.dumps(data, ensure_ascii=False, indent=1).replace("<", "\\u003c")
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(page.language)}" dir="{direction}">',
            '<head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(page.title)}</title><style>{_LOOK}</style></head>",
            f"<body><h1>{escape(page.title)}</h1>",
            *(f"<p>{escape(line)}</p>" for line in page.lead),
            *(_part(part) for part in page.parts),
            f'<script type="application/json" id="data">{text}</script>',
            "</body></html>",
            "",
        ]
    )


def _part(part: Part) -> str:
    lines = [f"<h2>{escape(part.title)}</h2>"]
    if not part.rows:
        return "\n".join([*lines, f"<p>{escape(part.none)}</p>"])
    lines.append("<table>")
    if part.heads:
        lines.append(f"<thead><tr>{_cells('th', part.heads)}</tr></thead>")
    lines.append("<tbody>")
    for row in part.rows:
        if part.heads:
            lines.append(f"<tr>{_cells('td', row)}</tr>")
        else:
            name, *rest = row
            lines.append(f'<tr><th scope="row">{escape(name)}</th>{_cells("td", rest)}</tr>')
    return "\n".join([*lines, "</tbody></table>"])


def _cells(tag: str, texts: Sequence[str]) -> str:
    # Each cell finds its own direction: a name may be written the other way.
    scope = ' scope="col"' if tag == "th" else ""
    return "".join(f'<{tag}{scope} dir="auto">{escape(text)}</{tag}>' for text in texts)
