"""Writes the trainers' guide as a site: a page of HTML for each page and language, and an index.

`python docs/guide/write_site.py [FOLDER]` takes the words and pictures of assets/guide and writes
into docs/guide where no folder is named. Pages link to the pictures where they lie, so publish the
site with `assets/guide/pictures` beside it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from trainer_app import places
from trainer_app.content.guide import Guide, GuidePage
from trainer_app.domain.blocks import Block, Box, Heading, Line, Listing, Paragraph, Picture
from trainer_app.i18n import Language, _, in_language, languages
from trainer_app.i18n.catalogs import find_catalogs_in

HERE = Path(__file__).resolve().parent
_STYLE = HERE / "style.css"


def write_site(guide: Guide, folder: Path) -> list[Path]:
    """Write every page in every language that the guide has words in; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    spoken = [one for one in languages() if (guide.folder / one.code).is_dir()]
    files = [_put(folder / "index.html", _front(spoken))]
    if folder != HERE:
        files.append(_put(folder / "style.css", _STYLE.read_text(encoding="utf-8")))
    for language in spoken:
        with in_language(language.code):
            for page in guide.pages:
                file = folder / language.code / f"{page.id}.html"
                files.append(_put(file, _page(guide, page, language, spoken, file.parent)))
    return files


def _put(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def _front(spoken: list[Language]) -> str:
    links = "".join(
        f'<li><a href="{one.code}/begin.html" lang="{one.code}">{escape(one.own_name)}</a></li>\n'
        for one in spoken
    )
    return _whole("trainer-app", "en", "ltr", "style.css", f"<main><ul>\n{links}</ul></main>")


def _page(
    guide: Guide, page: GuidePage, language: Language, spoken: list[Language], beside: Path
) -> str:
    words = guide.words(page.id, language.code)
    parts = [f"<h1>{escape(words.title)}</h1>"]
    picture = guide.picture(page.id, language.code)
    if picture is not None:
        source = Path(os.path.relpath(picture, beside)).as_posix()
        parts.append(f'<img src="{escape(source)}" alt="{escape(words.title)}">')
    parts += map(_block, words.blocks)
    parts.append(f"<h2>{escape(_('See also'))}</h2>\n<ul>")
    parts += [_item(guide, guide.page(one), language) for one in page.more]
    parts.append("</ul>")
    side = "foreign" if words.language != language.code else ""
    main = f'<main lang="{words.language}" class="{side}">\n' + "\n".join(parts) + "\n</main>"
    others = " · ".join(
        f'<a href="../{one.code}/{page.id}.html" lang="{one.code}">{escape(one.own_name)}</a>'
        for one in spoken
        if one.code != language.code
    )
    list_ = "\n".join(_list(guide, page, language))
    body = f"<nav>\n{list_}\n</nav>\n{main}\n<footer>{others}</footer>"
    direction = "rtl" if language.right_to_left else "ltr"
    return _whole(words.title, language.code, direction, "../style.css", body)


def _list(guide: Guide, now: GuidePage, language: Language) -> Iterator[str]:
    """All pages under the names of the places that they stand beside."""
    for key, word in _places().items():
        yield f"<h2>{escape(word)}</h2>\n<ul>"
        for one in guide.pages:
            if one.place == key:
                yield _item(guide, one, language, here=one.id == now.id)
        yield "</ul>"


def _item(guide: Guide, page: GuidePage, language: Language, *, here: bool = False) -> str:
    mark = ' aria-current="page"' if here else ""
    title = escape(guide.words(page.id, language.code).title)
    return f'<li><a href="{page.id}.html"{mark}>{title}</a></li>'


def _places() -> dict[str, str]:
    return {
        "today": _("Today"),
        "courses": _("Courses"),
        "people": _("People"),
        "lessons": _("Lessons"),
        "reports": _("Reports"),
        "settings": _("Settings"),
    }


def _block(block: Block) -> str:
    match block:
        case Heading(line):
            return f"<h2>{_line(line)}</h2>"
        case Paragraph(line):
            return f"<p>{_line(line)}</p>"
        case Listing(items, ordered):
            tag = "ol" if ordered else "ul"
            inner = "\n".join(f"<li>{_line(item)}</li>" for item in items)
            return f"<{tag}>\n{inner}\n</{tag}>"
        case Box(mark, title, blocks):
            inner = "\n".join(map(_block, blocks))
            return f'<aside class="{mark}">\n<h3>{escape(title)}</h3>\n{inner}\n</aside>'
        case Picture():
            return ""


def _line(line: Line) -> str:
    found = []
    for span in line:
        text = escape(span.text)
        tag = "strong" if span.strong else "kbd" if span.key else "em" if span.emphasis else ""
        found.append(f"<{tag}>{text}</{tag}>" if tag else text)
    return "".join(found)


def _whole(title: str, language: str, direction: str, style: str, body: str) -> str:
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n"
        f'<link rel="stylesheet" href="{style}">\n</head>\n<body>\n{body}\n</body>\n</html>\n'
    )


def main() -> None:
    """Write the site and say where."""
    find_catalogs_in(places.locales())
    folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else HERE
    files = write_site(Guide(places.assets() / "guide"), folder)
    print(f"{len(files)} pages in {folder}")


if __name__ == "__main__":
    main()
