"""Lets other programs find, copy and read aloud what a PDF shows in joined scripts.

Qt writes which character a glyph stands for only where the font maps one to the other; the joined
forms of Arabic letters and their dots have no such mapping. So each run of glyphs is drawn in a
colour that differs invisibly, by which it is found again in the finished page and given its
characters (`ActualText`, ISO 32000-1, 14.9.4), one cluster at a time.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QGlyphRun, QPdfWriter, QTextLayout, QTextLine

JOINED = re.compile(
    "[\u0300-\u036f\u0590-\u109f\u1780-\u18af\u1e00-\u1eff\ufb1d-\ufdff\ufe70-\ufefc]"
)
"""Letters that a font may draw as several glyphs or in joined forms, Vietnamese ones too."""

_WORD = re.compile(r"[^\s\u2066-\u2069]+")
_STEP = 257  # between neighbouring 8-bit colours on the 16-bit scale
_MOST = 65_535
_RUN = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) scn\n/GSa gs\nBT\n([^\n]*)\n(.*?)\nET", re.DOTALL)
_PAGE = re.compile(rb"/Type /Page\n/Parent \d+ 0 R\n/Contents (\d+) 0 R\n")
_ENTRY = re.compile(rb"(\d{10}) \d{5} ([nf]) ")
_START = re.compile(rb"startxref\n(\d+)")

Clusters = Sequence[str | None]
"""For each glyph of a run: the characters of its cluster, or None for a cluster's later glyphs."""


class SearchablePdf(QPdfWriter):
    """A PDF in memory that remembers, page by page, what its joined glyphs stand for."""

    def __init__(self, target: QBuffer) -> None:
        super().__init__(target)
        self.runs: list[list[Clusters]] = [[]]

    def newPage(self) -> bool:  # noqa: N802  (Qt's name)
        """Begin the next page."""
        self.runs.append([])
        return super().newPage()

    def name_run(self, clusters: Clusters, ink: QColor) -> QColor:
        """Remember a run; returns the colour to draw it with."""
        number = len(self.runs[-1])
        self.runs[-1].append(clusters)
        high, low = divmod(number, 256)
        return QColor.fromRgba64(
            ink.red() * _STEP ^ high, ink.green() * _STEP ^ low, ink.blue() * _STEP ^ 1
        )


def glyphs_of_words(line: QTextLine, text: str) -> Iterator[tuple[QGlyphRun, Clusters]]:
    """The glyphs of a line word by word, since Qt's places in the text hold within a word only."""
    units = text.encode("utf-16-le")
    end = line.textStart() + line.textLength()
    for start, stop in _word_spans(text):
        if start >= end or stop <= line.textStart():
            continue
        start, stop = max(start, line.textStart()), min(stop, end)
        runs = line.glyphRuns(start, stop - start, _EVERYTHING)
        marks = sorted({place for run in runs for place in run.stringIndexes()} | {stop})
        ends = dict(pairwise(marks))
        for run in runs:
            yield run, _clusters(run.stringIndexes(), ends, units)


_EVERYTHING = QTextLayout.GlyphRunRetrievalFlag.RetrieveAll


def _word_spans(text: str) -> list[tuple[int, int]]:
    """Words in UTF-16 units, in which Qt counts."""
    spans = [match.span() for match in _WORD.finditer(text)]
    if max(text, default="") <= "\uffff":
        return spans
    units = [0]
    for letter in text:
        units.append(units[-1] + (2 if letter > "\uffff" else 1))
    return [(units[start], units[stop]) for start, stop in spans]


def _clusters(places: Sequence[int], ends: Mapping[int, int], units: bytes) -> Clusters:
    before = [None, *places[:-1]]
    return [
        None if place == last else units[2 * place : 2 * ends[place]].decode("utf-16-le", "ignore")
        for place, last in zip(places, before, strict=True)
    ]


def with_text(pdf: bytes, pages: Sequence[Sequence[Clusters]]) -> bytes:
    """The finished file with the characters of every remembered run put in."""
    start = int(_last(_START, pdf)[1])
    places = [
        (number, int(entry[1]))
        for number, entry in enumerate(_ENTRY.finditer(pdf, start))
        if entry[2] == b"n"
    ]
    contents = [int(page[1]) for page in _PAGE.finditer(pdf)]
    if len(contents) != len(pages):
        raise RuntimeError(f"{len(contents)} pages written, {len(pages)} drawn")
    runs = {number: page for number, page in zip(contents, pages, strict=True) if page}
    ordered = sorted(places, key=lambda place: place[1])
    written = [pdf[: ordered[0][1]]]
    at, moved = ordered[0][1], {}
    for (number, begin), (_, end) in pairwise([*ordered, (0, start)]):
        body = pdf[begin:end]
        body = _retold(body, number, runs[number]) if number in runs else body
        moved[number] = at
        written.append(body)
        at += len(body)
    trailer = _START.sub(b"startxref\n%d" % at, pdf[pdf.index(b"trailer", start) :])
    return b"".join([*written, _cross_reference(moved), trailer])


def _cross_reference(places: Mapping[int, int]) -> bytes:
    size = max(places) + 1
    entries = [
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
        for number in range(size)
    ]
    return b"xref\n0 %d\n" % size + b"".join(entries)


def _last(pattern: re.Pattern[bytes], data: bytes) -> re.Match[bytes]:
    *_, found = pattern.finditer(data)
    return found


def _retold(body: bytes, number: int, runs: Sequence[Clusters]) -> bytes:
    """A page's content object with its runs told."""
    _, _, packed = body.partition(b"stream\n")
    content = zlib.decompressobj().decompress(packed)
    told = zlib.compress(_RUN.sub(lambda match: _told(match, runs), content))
    head = b"%d 0 obj\n<<\n/Length %d\n/Filter /FlateDecode\n>>\nstream\n" % (number, len(told))
    return head + told + b"\nendstream\nendobj\n"


def _told(match: re.Match[bytes], runs: Sequence[Clusters]) -> bytes:
    red, green, blue = (round(float(match[channel]) * _MOST) for channel in (1, 2, 3))
    if blue % _STEP == 0:
        return match[0]
    clusters = runs[_offset(red) << 8 | _offset(green)]
    glyphs = match[5].split(b"\n")
    if len(glyphs) != len(clusters):
        return match[0]  # a font that Qt draws in some other way stays visible, untold
    pieces = [match[0][: match.start(5) - match.start()].rstrip(b"\n")]
    for glyph, cluster in zip(glyphs, clusters, strict=True):
        # Dots and marks stand for nothing of their own: told with their letter, they would
        # shift its place, and readers would see a gap in the middle of the word.
        told = (cluster or "").encode("utf-16-be").hex().encode()
        pieces += [b"/Span <</ActualText <FEFF%s>>> BDC" % told, glyph, b"EMC"]
    return b"\n".join([*pieces, b"ET"])


def _offset(channel: int) -> int:
    """What was put into the low byte of a channel that began as an 8-bit colour times 257."""
    high, low = divmod(channel, 256)
    return high ^ low
