"""A good little lesson in two languages, written afresh for each test."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

MakeLesson = Callable[[str], Path]

PLAN = {
    "prepare": None,
    "first-words": None,
    "activity": 5,
    "discussion": 5,
    "input": 5,
    "deepening": 10,
    "synthesis": 5,
    "trouble": None,
    "easier": None,
    "harder": None,
    "touch": None,
    "without-computers": None,
    "refer": None,
}
PAGES = ("kettle", "cup", "leaves", "guest")
QUESTIONS = {"first": "a", "second": "b", "third": "c"}
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360">\n'
    '<rect width="640" height="360" rx="24" fill="#DDEFEA"/>\n</svg>\n'
)


def structure(lesson_id: str) -> str:
    lines = [f'id = "{lesson_id}"', "version = 1", "minutes = 30", "core_minutes = 15"]
    lines += ["needs = []", 'hue = "clay"', 'tile = "tile.svg"', "caution = false", ""]
    lines += ["[[competences]]", 'code = "4.1"', 'level = "basic"', ""]
    lines += ["[[objectives]]", 'id = "make-tea"', ""]
    for page in PAGES:
        lines += ["[[steps]]", f'id = "{page}"', f'picture = "{page}.svg"', "core = true"]
        lines += ['objectives = ["make-tea"]', ""]
    for question, right in QUESTIONS.items():
        lines += ["[[quiz]]", f'id = "{question}"', f'picture = "q-{question}.svg"']
        lines += ['objective = "make-tea"', 'choices = ["a", "b", "c"]', f'right = "{right}"', ""]
    return "\n".join(lines)


def pages() -> str:
    return "\n".join(
        f"# About the {page} {{#{page}}}\n\n"
        f"![A {page} on a table.]({page}.svg)\n\n"
        f"We make tea with a **{page}**. Press `Start` and wait a little.\n\n"
        "- The water gets warm, and then it gets hot.\n"
        "- Now you can drink it.\n\n"
        f"> [!TIP] Slowly\n> Nobody is in a hurry here.\n"
        for page in PAGES
    )


def quiz() -> str:
    return "\n".join(
        f"# What comes {question}? {{#{question}}}\n\n"
        f"![A table, and a hand on it.](q-{question}.svg)\n\n"
        "- {#a} The water.\n  > Water comes before all else.\n"
        "- {#b} The leaves.\n  > Leaves go into the water.\n"
        "- {#c} The guest, who rings.\n  > A guest drinks it.\n"
        for question in QUESTIONS
    )


def card() -> str:
    return (
        "- I warm the water.\n- I add the leaves.\n- I wait.\n\n"
        "## Now on your own phone\n\n- Set a clock for tea.\n- Ask a guest.\n"
    )


def words() -> str:
    meant = ("kettle", "cup", "leaf", "guest", "table")
    return "".join(f"- **{word}** – a thing that you can draw.\n" for word in meant)


def plan() -> str:
    return "\n".join(
        f"## About {part} {{#{part}{f' minutes={minutes}' if minutes else ''}}}\n\n- Do it.\n"
        for part, minutes in PLAN.items()
    )


BODIES = {"pages": pages, "quiz": quiz, "card": card, "words": words, "plan": plan}


def matter(name: str, language: str, body: str) -> str:
    lines = ["by: founders", "review: draft"]
    if language != "en":
        digest = hashlib.sha256(body.encode()).hexdigest()
        lines.append(f"translated_from: {digest[:16]}")
    if name == "pages":
        lines += [f"title: Tea in {language.upper()}", "summary: We make tea."]
        lines.append("can.make-tea: I can make tea.")
    if name == "card":
        other = "nl" if language == "en" else "en"
        lines += ["say: Tea, please.", f"sound.{other}: tee pleez"]
    return "\n".join(("---", *lines, "---", ""))


@pytest.fixture
def make_lesson(tmp_path: Path) -> MakeLesson:
    """Writes a good lesson into `lessons/<name>`, English and Dutch, and gives its folder."""

    def make(name: str) -> Path:
        folder = tmp_path / "lessons" / name
        (folder / "images").mkdir(parents=True)
        (folder / "lesson.toml").write_text(structure(name[3:]), encoding="utf-8")
        for picture in ("tile", *PAGES, *(f"q-{question}" for question in QUESTIONS)):
            (folder / "images" / f"{picture}.svg").write_text(PICTURE, encoding="utf-8")
        for language in ("en", "nl"):
            (folder / language).mkdir()
            for file, body in BODIES.items():
                text = matter(file, language, body()) + body()
                (folder / language / f"{file}.md").write_text(text, encoding="utf-8")
        return folder

    return make


@pytest.fixture
def lesson_folder(make_lesson: MakeLesson) -> Path:
    """One good lesson, `lessons/01-tea`."""
    return make_lesson("01-tea")
