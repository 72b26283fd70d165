"""Cut the Noto fonts down to the letters our learners use, as static files that keep shaping.

Usage: python build_fonts.py [--out FOLDER] [--text FILE_OR_FOLDER ...] FONT.ttf [FONT.ttf ...]

Each font given is recognised by the family and style inside the file, so its file name does
not matter. Chinese characters found in `--text` (lessons, catalogs) are added to the set.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

HERE = Path(__file__).resolve().parent
LISTS = HERE / "fonts"
TEXT_SUFFIXES = {".json", ".md", ".po", ".toml", ".txt", ".yaml", ".yml"}

Ranges = tuple[tuple[int, int], ...]

PUNCTUATION: Ranges = ((0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20CF), (0x2100, 0x214F))

# Latin runs far past ASCII because names do: Vietnamese, Turkish, and the hooked and
# dotted letters of Hausa, Wolof, Fula, Twi and Yoruba.
LATIN_GREEK_CYRILLIC: Ranges = (
    (0x0020, 0x007E),
    (0x00A0, 0x036F),
    (0x0370, 0x03FF),
    (0x0400, 0x052F),
    (0x1DC4, 0x1DFF),
    (0x1E00, 0x1EFF),
    *PUNCTUATION,
    (0x2190, 0x2199),
    (0x2200, 0x22FF),
    (0x25CC, 0x25CC),
    (0x2C60, 0x2C7F),
    (0xA720, 0xA7FF),
    (0xFB00, 0xFB06),
    (0xFFFD, 0xFFFD),
)
ARABIC: Ranges = (
    (0x0020, 0x0020),
    (0x00A0, 0x00A0),
    (0x0600, 0x06FF),
    (0x0750, 0x077F),
    (0x0870, 0x08FF),
    (0x200B, 0x200F),
    (0x2010, 0x2011),
    (0x202A, 0x202E),
    (0x2066, 0x2069),
    (0x25CC, 0x25CC),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFF),
)
ETHIOPIC: Ranges = (
    (0x0020, 0x0020),
    (0x00A0, 0x00A0),
    (0x1200, 0x139F),
    (0x25CC, 0x25CC),
    (0x2D80, 0x2DDF),
    (0xAB00, 0xAB2F),
    (0x1E7E0, 0x1E7FF),
)
# Signs that the Latin font lacks (arrows, ticks, stars) are taken from the Chinese one.
CHINESE_SIGNS: Ranges = (
    (0x0020, 0x007E),
    (0x00B7, 0x00B7),
    (0x2010, 0x2027),
    (0x2190, 0x2193),
    (0x2460, 0x2473),
    (0x25A0, 0x25CF),
    (0x2605, 0x2606),
    (0x2713, 0x2717),
    (0x3000, 0x301F),
    (0xFF00, 0xFFEF),
)
OWN = " Trainer"
"""What is added to a family's name."""
OTHER_NAMES = {"Andika": "Clear Letters"}
"""Names that a licence reserves for the whole font: what is cut from it is called otherwise."""

EMOJI_JOINERS: Ranges = ((0x200D, 0x200D), (0xFE0E, 0xFE0F))


def spread(ranges: Ranges) -> set[int]:
    """Every code point of the ranges, both ends included."""
    return {code for first, last in ranges for code in range(first, last + 1)}


def is_hanzi(character: str) -> bool:
    """Whether the character is a Chinese one of the basic plane."""
    return "\u3400" <= character <= "\u9fff"


def common_hanzi() -> set[int]:
    """The 3,755 everyday simplified characters: level one of the standard GB 2312."""
    rows = range(0xB0, 0xD8)
    cells = range(0xA1, 0xFF)
    pairs = (bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in cells)
    return {ord(character) for character in pairs if character}


def texts(paths: Iterable[Path]) -> Iterator[str]:
    """The words in the files given, and in the text files of the folders given."""
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.suffix in TEXT_SUFFIXES:
                yield file.read_text(encoding="utf-8")


def listed(name: str) -> str:
    """The characters of a list beside the fonts, without its line ends."""
    return "".join((LISTS / name).read_text(encoding="utf-8").split())


def chinese(extra: Iterable[Path]) -> set[int]:
    """Common characters, those of names, and whatever our own texts use besides."""
    used = {ord(character) for text in texts(extra) for character in text if is_hanzi(character)}
    return common_hanzi() | {ord(c) for c in listed("hanzi.txt")} | used | spread(CHINESE_SIGNS)


def wanted(family: str, extra: Iterable[Path]) -> set[int]:
    """Code points to keep of a family; raises KeyError for a family we do not ship."""
    match family:
        case "Noto Sans" | "Andika":
            return spread(LATIN_GREEK_CYRILLIC)
        case "Noto Sans Arabic":
            return spread(ARABIC)
        case "Noto Sans Ethiopic":
            return spread(ETHIOPIC)
        case "Noto Sans SC":
            return chinese(extra)
        case "Noto Color Emoji":
            return {ord(c) for c in listed("emoji.txt")} | spread(EMOJI_JOINERS)
        case _:
            raise KeyError(family)


def family_and_style(font: TTFont) -> tuple[str, str]:
    """The typographic family and style, which Qt shows, before the older four-style names."""
    names = font["name"]
    family = names.getDebugName(16) or names.getDebugName(1)
    style = names.getDebugName(17) or names.getDebugName(2)
    return str(family), str(style)


def options() -> Options:
    """Keep every shaping feature and the names with the licence; drop only unused letters."""
    chosen = Options()
    chosen.layout_features = ["*"]
    chosen.name_IDs = ["*"]
    chosen.notdef_outline = True
    chosen.recommended_glyphs = True
    chosen.glyph_names = False
    chosen.legacy_kern = True
    chosen.drop_tables = [table for table in chosen.drop_tables if table != "kern"]
    # Another way of shaping, which Qt does not use, takes half of a font that has it.
    chosen.drop_tables += ["Feat", "Glat", "Gloc", "Silf", "Sill"]
    return chosen


def called(family: str) -> str:
    """What a subset of a family is called here, before what is added to every name."""
    return OTHER_NAMES.get(family, family)


def call_by_own_name(font: TTFont, family: str) -> None:
    """Give the subset a family name of its own.

    A system may have the whole font under the old name, and then draws with that one instead.
    """
    for record in font["name"].names:
        text = record.toUnicode()
        if record.nameID in (1, 4, 16, 21) and text.startswith(family):
            text = f"{called(family)}{OWN}{text.removeprefix(family)}"
        elif record.nameID == 6:
            style = text.partition("-")[2] or "Regular"
            text = f"{called(family)}{OWN}-{style}".replace(" ", "")
        font["name"].setName(
            text, record.nameID, record.platformID, record.platEncID, record.langID
        )


def cut(source: Path, out: Path, extra: Iterable[Path]) -> Path:
    """Write the subset of one font and return its path.

    Raises KeyError for a family not shipped and ValueError for a variable font, whose bold
    Qt would only imitate.
    """
    with TTFont(source) as font:
        if "fvar" in font:
            raise ValueError(f"{source.name} is a variable font")
        family, style = family_and_style(font)
        subsetter = Subsetter(options())
        subsetter.populate(unicodes=wanted(family, extra))
        subsetter.subset(font)
        call_by_own_name(font, family)
        target = out / f"{called(family).replace(' ', '')}-{style.replace(' ', '')}.ttf"
        font.save(target)
    return target


def main(arguments: list[str] | None = None) -> int:
    """Cut each font named on the command line; the sizes go to the standard output."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("fonts", nargs="+", type=Path, help="whole font files (static TTF)")
    parser.add_argument("--out", type=Path, default=LISTS, help="where the subsets go")
    parser.add_argument("--text", nargs="*", type=Path, default=[], help="texts to cover too")
    chosen = parser.parse_args(arguments)
    for source in chosen.fonts:
        target = cut(source, chosen.out, chosen.text)
        print(f"{target.stat().st_size / 1024:8.0f} kB  {target.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
