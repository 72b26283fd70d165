"""The scam shelf: it keeps every rule, each broken rule is found, and it is read as it is asked."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from trainer_app import places
from trainer_app.content.checks import check_all
from trainer_app.content.rules.shelf_table import SHELF_RULES
from trainer_app.content.shelf import SHELF_FOLDER, ScamShelf
from trainer_app.content.shelf_checks import check_shelf, pairs_of
from trainer_app.content.worlds import WORLD_FOLDER
from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.scams import SLOTS, Choices, Scam

MUM = Choices("mum", "money", "secret")
STAGE = """
[[stages]]
id = "first"
kind = "phone"

[[stages.things]]
id = "hello"
kind = "message"

[[stages.goals]]
id = "read"

"""
TEMPLATE, PRACTICE, ENGLISH = "template.toml", "practice.toml", "en/practice.md"


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """A folder of lessons with one template in three languages, to break."""
    source = places.lessons()
    new = tmp_path / SHELF_FOLDER / "new-number"
    others = shutil.ignore_patterns("fr", "es", "fa", "tr", "uk")
    shutil.copytree(source / SHELF_FOLDER / "new-number", new, ignore=others)
    face = Path(WORLD_FOLDER, "images", "p-amina.svg")
    (tmp_path / face).parent.mkdir(parents=True)
    shutil.copy(source / face, tmp_path / face)
    return tmp_path


@pytest.fixture
def change(lessons: Path) -> Callable[[str, str, str], None]:
    """Writes something else into a file of the template."""

    def write(file: str, old: str, new: str) -> None:
        path = lessons / SHELF_FOLDER / "new-number" / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return write


def rules(lessons: Path) -> set[str]:
    """The broken rules, but for translations that the change in English made stale."""
    return {each.rule for each in check_shelf(lessons)} - {"translation-fresh"}


def test_ours_keeps_every_rule() -> None:
    assert list(check_shelf(places.lessons())) == []


def test_a_folder_without_a_shelf_is_whole(tmp_path: Path) -> None:
    assert check_all(tmp_path) == []
    assert ScamShelf([tmp_path]).templates == ()


BROKEN: list[tuple[str, str, str, str | None]] = [
    ("toml-known", TEMPLATE, 'hue = "plum"', 'hue = "plum"\ncolour = "red"'),
    ("toml-known", TEMPLATE, 'asks = ["money"]', 'asks = ["money"]\nsings = true'),
    ("practice-ids", TEMPLATE, 'asks = ["money"]', 'asks = ["gold"]'),
    ("toml-fields", TEMPLATE, "link = true", 'link = "yes"'),
    ("toml-fields", TEMPLATE, "[want.things.strange]", "[want.things]"),
    ("shelf-options", TEMPLATE, '[[who]]\nid = "son"\n\n[[who]]\nid = "friend"\n\n', ""),
    ("shelf-stage", PRACTICE, "[[stages]]", STAGE + "[[stages]]"),
    ("toml-readable", TEMPLATE, "[[who]]", "[[who"),
    ("ids-unique", TEMPLATE, 'id = "son"', 'id = "mum"'),
    ("practice-ids", TEMPLATE, "[want.things.strange]", "[want.things.stranger]"),
    ("picture-exists", TEMPLATE, "tile.svg", "no-tile.svg"),
    ("practice-kind", PRACTICE, 'kind = "phone"', 'kind = "radio"'),
    ("consequence-follows", PRACTICE, 'number = true\n', ""),
    ("mistake-explained", PRACTICE, 'id = "only-help"', 'id = "only-help"\nwhen = "mute"'),
    ("practice-complete", ENGLISH, "", None),
    ("front-matter", ENGLISH, "by: founders\n", ""),
    ("word-missing", ENGLISH, "- {#mum} Mum\n  > Hello, it is mum. This is my new number.\n",
     ""),
    ("word-explained", ENGLISH, "  > Tell nobody about it!\n", ""),
    ("shelf-place", ENGLISH, "{hello}", "{greeting}"),
    ("shelf-place", ENGLISH, "{clue.hurry}", "{clue.weather}"),
    ("sentence-length", ENGLISH, "> Tell nobody about it!",
     "> Tell nobody about it, not your sister, not your neighbour, not the people at work!"),
    ("sentence-length", ENGLISH, "{hello} {want} {clue}",
     "They say that somebody with a broken telephone wants this today, namely {want}"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "file", "old", "new"), BROKEN)
def test_a_broken_rule_is_found(
    lessons: Path, change: Callable[[str, str, str], None], rule: str, file: str, old: str,
    new: str | None,
) -> None:  # fmt: skip
    if new is None:
        (lessons / SHELF_FOLDER / "new-number" / file).unlink()
    else:
        change(file, old, new)
    assert rule in rules(lessons)


def test_every_rule_of_the_shelf_alone_has_a_broken_example() -> None:
    assert set(SHELF_RULES) <= {rule for rule, *_ in BROKEN}


def test_a_stale_translation_is_found(
    lessons: Path, change: Callable[[str, str, str], None]
) -> None:
    change(ENGLISH, "Good that I asked you.", "Good that I asked.")
    found = list(check_shelf(lessons))
    assert {(each.rule, each.file) for each in found} == {
        ("translation-fresh", "ar/practice.md"),
        ("translation-fresh", "nl/practice.md"),
    }


def test_any_two_options_meet_in_a_combination_that_is_tried() -> None:
    for template in ScamShelf([places.lessons()]).templates:
        pairs = pairs_of(template)
        for one in SLOTS:
            for other in SLOTS[SLOTS.index(one) + 1 :]:
                met = {(each.of(one), each.of(other)) for each in pairs}
                assert len(met) == len(template.ids(one)) * len(template.ids(other))


def test_what_was_chosen_stands_in_the_words(lessons: Path) -> None:
    shelf = ScamShelf([lessons])
    practice = shelf.practice("new-number", MUM, "en")
    stage = practice.scenario.stages[0]
    message = "Hello, it is mum. This is my new number. Please send me 200 euros. "
    assert practice.words.text(stage.word("things", "strange")) == message + "Tell nobody about it!"
    assert practice.words.text(practice.scenario.world.word("people", "old-number")) == "Mum"
    assert practice.words.stages.keys() == {"new-number"}
    assert shelf.words("new-number", "nl").title == "Een nieuw nummer"


def test_another_language_stands_in_where_one_is_missing_or_broken(lessons: Path) -> None:
    folder = lessons / SHELF_FOLDER / "new-number"
    assert ScamShelf([lessons]).words("new-number", "fa").language == "en"
    (folder / ENGLISH).write_text("nothing", "utf-8")
    shelf = ScamShelf([lessons])
    assert shelf.words("new-number", "en").language == "ar"
    assert shelf.ready == shelf.templates
    for language in ("ar", "nl"):
        (folder / language / "practice.md").write_text("nothing", "utf-8")
    shelf = ScamShelf([lessons])
    assert shelf.ready == ()
    assert not shelf.knows(Scam("1", "new-number", MUM, 0))


def test_only_what_is_there_is_known(lessons: Path) -> None:
    shelf = ScamShelf([lessons])
    assert shelf.knows(Scam("1", "new-number", MUM, 0))
    assert not shelf.knows(Scam("1", "old-number", MUM, 0))
    assert not shelf.knows(Scam("1", "new-number", Choices("uncle", "money", "secret"), 0))
    with pytest.raises(UnknownThing):
        shelf.template("old-number")
    with pytest.raises(UnknownThing):
        shelf.practice("new-number", Choices("uncle", "money", "secret"), "en")


def test_a_broken_template_does_not_hide_the_others(lessons: Path) -> None:
    torn = lessons / SHELF_FOLDER / "torn"
    torn.mkdir()
    (torn / TEMPLATE).write_text("hue =", "utf-8")
    assert [each.id for each in ScamShelf([lessons]).templates] == ["new-number"]
    assert rules(lessons) == {"toml-readable"}


def test_pictures_lie_with_the_template_or_in_the_common_world(lessons: Path) -> None:
    shelf = ScamShelf([lessons])
    assert shelf.picture("new-number", "tile.svg").is_file()
    assert shelf.picture("new-number", "p-amina.svg").is_file()
    assert shelf.template("new-number").picture.is_file()
