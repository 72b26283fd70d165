"""The guide as a site: whole, linked, in each language's direction, and as its words are now."""

from __future__ import annotations

import importlib.util
import re
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest

from trainer_app import places
from trainer_app.content.guide import Guide

ROOT = Path(__file__).parents[2]
GUIDE = places.assets() / "guide"


@pytest.fixture(scope="module")
def writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "guide_site", ROOT / "docs" / "guide" / "write_site.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Links(HTMLParser):
    """What a page points to, and its language and direction."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.root: dict[str, str | None] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.targets += [str(found[key]) for key in ("href", "src") if found.get(key)]
        if tag == "html":
            self.root = found


def test_every_link_of_every_page_leads_to_a_file(writer: ModuleType, tmp_path: Path):
    files = writer.write_site(Guide(GUIDE), tmp_path / "site")
    pages = [file for file in files if file.suffix == ".html"]
    assert len(pages) > len(Guide(GUIDE).pages)
    for page in pages:
        links = Links(page.read_text(encoding="utf-8"))
        assert links.targets, page
        for target in links.targets:
            assert not re.match("[a-z]+:", target), target
            assert (page.parent / target).resolve().is_file(), (page, target)


def test_words_signs_and_direction_are_those_of_the_language(writer: ModuleType, tmp_path: Path):
    folder = tmp_path / "guide"
    for code in ("en", "ar"):
        (folder / code).mkdir(parents=True)
    table = '[[page]]\nid = "door"\nplace = "today"\npicture = "x"\nmore = []\n'
    (folder / "guide.toml").write_text(table, encoding="utf-8")
    head = "---\nby: us\nreview: draft\n---\n"
    body = "# A & B\n\n1. Press **Open** or `Enter`.\n\n> [!CARE] Slowly\n> It is heavy.\n"
    (folder / "en" / "door.md").write_text(head + body, encoding="utf-8")
    (folder / "ar" / "door.md").write_text(head + "# الباب\n\nافتح.\n", encoding="utf-8")
    writer.write_site(Guide(folder), tmp_path / "site")
    english = (tmp_path / "site" / "en" / "door.html").read_text(encoding="utf-8")
    assert "<h1>A &amp; B</h1>" in english
    assert "<ol>\n<li>Press <strong>Open</strong> or <kbd>Enter</kbd>.</li>\n</ol>" in english
    assert '<aside class="care">\n<h3>Slowly</h3>\n<p>It is heavy.</p>' in english
    arabic = Links((tmp_path / "site" / "ar" / "door.html").read_text(encoding="utf-8"))
    assert (arabic.root["lang"], arabic.root["dir"]) == ("ar", "rtl")


def test_the_site_in_the_repository_is_as_the_words_are_now(writer: ModuleType, tmp_path: Path):
    kept = ROOT / "docs" / "guide"
    written = {
        file.relative_to(tmp_path): file.read_text(encoding="utf-8")
        for file in writer.write_site(Guide(GUIDE), tmp_path)
    }
    for file in sorted(kept.rglob("*.html")):
        name = file.relative_to(kept)
        # Pictures lie elsewhere, seen from here.
        now, then = written[name], file.read_text(encoding="utf-8")
        assert _words(now) == _words(then), f"run `make guide`: {name} is of other words than now"


def _words(text: str) -> str:
    """The page's own words: what the program's catalogs say around them is theirs."""
    page = text[text.find("<main") : text.rfind("<h2>")]
    return re.sub('src="[^"]*"', "", page)
