"""Lessons brought into other languages on real folders: kept, offered when whole, shared."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from centres import PASSPHRASE, Centre
from little_lesson import AUTHOR, files

from trainer_app import places
from trainer_app.bundles.packs.opening import open_pack
from trainer_app.content.library import LessonLibrary
from trainer_app.content.own import own_text, read_own
from trainer_app.domain.errors import (
    MissingLanguage,
    NotAllowed,
    NotYourLesson,
    UnknownThing,
    UnreadableFile,
)
from trainer_app.domain.lessons import Own
from trainer_app.domain.likeness import suggestions
from trainer_app.domain.translating import Translation
from trainer_app.services.lesson_files import TRANSLATIONS
from trainer_app.services.packs import Packs
from trainer_app.services.pictures import Pictures
from trainer_app.services.translating import Translating
from trainer_app.services.translation_places import WORLD

TEA, BREAD, MINE = "tea", "bread-abc234", "soup-abc234"


@dataclass
class Desk:
    """A laptop with a bundled lesson, one of a stranger and one of the trainer's own."""

    centre: Centre
    bundled: Path
    library: LessonLibrary
    translating: Translating

    @property
    def data(self) -> Path:
        return self.centre.folder

    def source(self, name: str, old: str, new: str) -> None:
        """Change the words that a bundled lesson was written in, as a newer program does."""
        file = self.bundled / "04-tea" / "en" / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
        self.library.refresh()

    def translate(self, lesson: str = TEA, language: str = "ti", words: str = "ቃል") -> Translation:
        """All of it, and saved."""
        made = self.translating.translation(lesson, language)
        made = made.with_words({each.unit.id: words for each in made.units}, "Sanne")
        return self.translating.save(made)


def lay(folder: Path, lesson: str) -> None:
    for name, content in files(lesson).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


@pytest.fixture
def desk(centre: Centre, tmp_path: Path) -> Desk:
    bundled = tmp_path / "bundled"
    lay(bundled / "04-tea", TEA)
    keys = {BREAD: AUTHOR.public.sign_hex, MINE: centre.door.keys.public.sign_hex}
    for lesson, key in keys.items():
        folder = centre.folder / "lessons" / f"90-{lesson}"
        lay(folder, lesson)
        own = Own("", 0, "Rosa", key, made_here=lesson == MINE)
        (folder / "own.toml").write_text(own_text(own), encoding="utf-8")
    library = LessonLibrary(bundled)
    library.have(centre.folder / "lessons", centre.folder / TRANSLATIONS)
    return Desk(centre, bundled, library, Translating(centre.door, library))


def test_a_lesson_is_taught_in_a_new_language_when_all_of_it_has_words(desk: Desk) -> None:
    made = desk.translating.translation(TEA, "ti")
    assert made.count("missing") == sum(each.unit.needed for each in made.units)
    first, *others = made.units
    some = desk.translating.save(made.with_words({first.unit.id: "ሻሂ"}, "Sanne"))
    assert some.unit(first.unit.id).words == "ሻሂ"
    assert desk.library.lesson(TEA).languages == ("en",)
    whole = desk.translating.save(some.with_words({each.unit.id: "ቃል" for each in others}))
    assert whole.whole
    assert (whole.by, whole.review) == ("Sanne", "draft")
    assert desk.library.lesson(TEA).languages == ("en", "ti")
    assert desk.library.words(TEA, "ti").pages[0].title == "ቃል"
    assert desk.library.practice(TEA, "ti").words.by == "Sanne"
    folder = desk.data / TRANSLATIONS / TEA / "ti"
    assert read_own(folder) == Own("", 0, "Sanne", desk.centre.door.keys.public.sign_hex, True)
    taken_back = whole.with_words({first.unit.id: ""})
    desk.translating.save(taken_back)
    assert desk.library.lesson(TEA).languages == ("en",)


def test_it_is_there_after_the_program_was_closed(desk: Desk) -> None:
    made = desk.translating.translation(TEA, "ti").with_words({"pages/title": "ሻሂ"}, "Sanne")
    saved = desk.translating.save(made)
    again = Translating(desk.centre.door, desk.library)
    again.finish()
    assert again.translation(TEA, "ti") == saved
    assert again.languages() == ["en", "ti"]


def test_a_newer_source_makes_its_lines_stale_and_they_can_be_renewed(desk: Desk) -> None:
    desk.translate()
    desk.source("pages.md", "# About the oven", "# About the stove")
    made = desk.translating.translation(TEA, "ti")
    assert [each.unit.id for each in made.units if each.state == "stale"] == ["pages/oven/title"]
    stale = made.unit("pages/oven/title")
    assert (stale.made_from, stale.unit.text) == ("About the oven", "About the stove")
    # A language that nobody else has stays; it is better than none.
    assert desk.library.lesson(TEA).languages == ("en", "ti")
    done = desk.translating.save(made.still_right("pages/oven/title"))
    assert done.count("stale") == 0


def test_ones_own_lesson_is_translated_in_its_own_folder(desk: Desk) -> None:
    desk.translate(MINE, "nl", "Woord")
    folder = desk.data / "lessons" / f"90-{MINE}"
    assert (folder / "nl" / "pages.md").is_file()
    assert not (folder / "nl" / "own.toml").exists()
    assert not (desk.data / TRANSLATIONS / MINE).exists()
    assert desk.library.lesson(MINE).languages == ("en", "nl")


def test_somebody_elses_lesson_stays_as_it_is(desk: Desk) -> None:
    before = {path.name for path in (desk.data / "lessons" / f"90-{BREAD}").iterdir()}
    desk.translate(BREAD, "nl", "Woord")
    assert {path.name for path in (desk.data / "lessons" / f"90-{BREAD}").iterdir()} == before
    assert desk.library.lesson(BREAD).languages == ("en", "nl")


def test_standings_say_how_far_each_has_come(desk: Desk) -> None:
    desk.translate()
    made = desk.translating.translation(BREAD, "nl").with_words({"pages/title": "Brood"}, "Sanne")
    desk.translating.save(made)
    desk.translating.save(desk.translating.translation(TEA, "ti").read_over("Hiwot"))
    desk.source("card.md", "say: Bread, please.", "say: Tea, please.")
    desk.source("words.md", "what bread is made of", "ground wheat")
    found = desk.translating.standings(["en", "nl", "ti"])
    tea, bread = found[TEA, "ti"], found[BREAD, "nl"]
    # How the sentence of the card sounds is another one now, too.
    assert (tea.origin, tea.missing, tea.stale) == ("ours", 0, 3)
    assert (tea.review, tea.reviewed_by) == ("reviewed", "Hiwot")
    assert bread.missing == made.count("missing")
    assert found[TEA, "en"].origin == "source"
    assert found[TEA, "nl"].origin == "none"


def test_who_reads_it_all_stands_with_it_until_it_is_changed(desk: Desk) -> None:
    read = desk.translating.save(desk.translate().read_over("Hiwot"))
    assert desk.library.words(TEA, "ti").review == "reviewed"
    assert desk.translating.translation(TEA, "ti").reviewed_by == "Hiwot"
    desk.translating.save(read.with_words({"pages/title": "ሓድሽ"}, "Sanne"))
    assert desk.library.words(TEA, "ti").review == "draft"


def test_what_was_translated_elsewhere_is_remembered(desk: Desk) -> None:
    made = desk.translating.translation(BREAD, "ti")
    made = made.with_words({"pages/flour/text/2": "ርአዮ።", "plan/touch/title": "ብዛዕባ"}, "Sanne")
    desk.translating.save(made)
    memory = desk.translating.memory("en", "ti")
    found = suggestions("Look at it.", memory)
    assert [(each.words, each.lesson, each.nearness) for each in found] == [("ርአዮ።", BREAD, 1.0)]
    assert desk.translating.memory("en", "am") == ()


def test_findings_name_the_line_that_they_are_about(desk: Desk) -> None:
    long = " ".join(["ቃል"] * 20) + "።"
    made = desk.translating.translation(TEA, "ti").with_words(
        {
            "pages/oven/text/1": long,
            "quiz/first/a/why": long,
            "practice/kitchen/goals/rung": long,
            "pages/summary": long,
            "words/1/meaning": "[x](y)",
        }
    )
    found = {unit: {each.rule for each in rules} for unit, rules in
             desk.translating.findings(made).items()}  # fmt: skip
    for unit in ("pages/oven/text/1", "quiz/first/a/why", "practice/kitchen/goals/rung"):
        assert "sentence-length" in found[unit]
    assert found["pages/summary"] == {"sentence-length"}
    short = made.with_words({"pages/oven/text/1": "ቃል"})
    assert "sentence-length" not in {
        each.rule for each in desk.translating.findings(short).get("pages/oven/text/1", ())
    }


def test_a_page_can_be_looked_at_before_it_is_whole(desk: Desk) -> None:
    made = desk.translating.translation(TEA, "ar").with_words({"pages/oven/title": "الفرن"})
    words = desk.translating.preview(made, "pages")
    assert words is not None
    assert (words.page("oven").title, words.page("flour").title) == ("الفرن", "…")


def test_po_goes_out_and_comes_back(desk: Desk, tmp_path: Path) -> None:
    made, file = desk.translate(), tmp_path / "tea.ti.po"
    desk.translating.write_po(made, {}, file)
    text = file.read_text(encoding="utf-8").replace('msgstr "ቃል"', 'msgstr "ሓድሽ"', 1)
    file.write_text(text, encoding="utf-8")
    found = desk.translating.read_po(made, file, "Selam")
    assert (found.taken, found.left) == (1, ())
    saved = desk.translating.save(found.translation)
    assert [each.words for each in saved.units].count("ሓድሽ") == 1
    assert saved.by == "Sanne, Selam"
    with pytest.raises(UnreadableFile):
        desk.translating.read_po(made, tmp_path)


def test_a_translation_travels_as_a_pack_and_is_nobody_elses_there(
    desk: Desk, tmp_path: Path
) -> None:
    packs = Packs(desk.centre.door, desk.library, desk.bundled, Pictures())
    desk.translate()
    file = tmp_path / "tea.lesson"
    packs.share_translation(TEA, "ti", file)
    shared = open_pack(file)
    assert (shared.label.kind, shared.label.language) == ("translation", "ti")
    assert sorted(shared.files) == sorted(
        f"ti/{each}.md" for each in ("pages", "quiz", "card", "words", "plan", "practice")
    )


def test_what_was_taken_in_is_only_changed_when_it_is_taken_over(desk: Desk) -> None:
    made = desk.translate()
    folder = desk.data / TRANSLATIONS / TEA / "ti"
    theirs = Own("", 0, "Rosa", AUTHOR.public.sign_hex, made_here=False)
    (folder / "own.toml").write_text(own_text(theirs) + "version = 3\n", encoding="utf-8")
    assert desk.translating.taken_from(TEA, "ti") == "Rosa"
    changed = made.with_words({"pages/title": "ሓድሽ"}, "Sanne")
    with pytest.raises(NotYourLesson):
        desk.translating.save(changed)
    assert desk.translating.translation(TEA, "ti").unit("pages/title").words == "ቃል"
    desk.translating.save(changed, take_over=True)
    own = read_own(folder)
    assert own is not None
    assert (own.author, own.made_here) == ("Rosa, Sanne", True)
    assert own.key == desk.centre.door.keys.public.sign_hex
    assert desk.translating.taken_from(TEA, "ti") is None


def test_a_spoiled_file_costs_its_own_words_only(desk: Desk) -> None:
    desk.translate()
    folder = desk.data / TRANSLATIONS / TEA / "ti"
    (folder / "quiz.md").write_bytes(b"\xff\xfe not text")
    (folder / "units.toml").write_text("]] not toml", encoding="utf-8")
    desk.library.refresh()
    made = desk.translating.translation(TEA, "ti")
    assert {each.unit.file for each in made.units if each.state == "missing"} == {"quiz"}
    assert made.count("stale") == 0


def test_the_people_of_the_common_world_are_translated_once(desk: Desk) -> None:
    world = desk.bundled / WORLD
    (world / "en").mkdir(parents=True)
    (world / "world.toml").write_text('[[people]]\nid = "amina"\n', encoding="utf-8")
    (world / "en" / "world.md").write_text(
        "---\nby: Rosa\nreview: draft\n---\n# Plaza {#world}\n\n## People {#people}\n\n"
        "- {#amina} Amina\n",
        encoding="utf-8",
    )
    practice = desk.bundled / "04-tea" / "practice.toml"
    text = practice.read_text(encoding="utf-8")
    practice.write_text(f"{text}\n[world]\ncommon = true\n", encoding="utf-8")
    desk.library.refresh()
    assert desk.translating.lessons()[0] == WORLD
    desk.translate()
    # The lesson can be taught; its practice waits for the people in it.
    assert desk.library.practice_languages(TEA) == ("en",)
    with pytest.raises(MissingLanguage):
        desk.library.practice(TEA, "ti")
    made = desk.translating.translation(WORLD, "ti")
    assert [each.unit.text for each in made.units if each.unit.needed] == ["Plaza", "Amina"]
    desk.translating.save(made.with_words({each.unit.id: "ኣሚና" for each in made.units}, "Sanne"))
    assert desk.library.practice_languages(TEA) == ("en", "ti")
    said = desk.library.practice(TEA, "ti").words.said
    assert "ኣሚና" in {each.line[0].text for each in said.values()}


def test_only_trainers_and_only_into_languages(desk: Desk) -> None:
    with pytest.raises(ValueError, match="en"):
        desk.translating.translation(TEA, "en")
    with pytest.raises(ValueError, match="x"):
        desk.translating.translation(TEA, "../x")
    with pytest.raises(UnknownThing):
        desk.translating.translation("nothing", "ti")
    made = desk.translating.translation(TEA, "ti")
    desk.centre.door.leave_trainer()
    for action in (
        lambda: desk.translating.translation(TEA, "ti"),
        lambda: desk.translating.save(made),
        lambda: desk.translating.standings(["ti"]),
        lambda: desk.translating.memory("en", "ti"),
    ):
        with pytest.raises(NotAllowed):
            action()
    desk.centre.door.lock()
    desk.centre.door.unlock(desk.centre.slot, PASSPHRASE)


def test_a_newer_one_of_my_own_says_that_it_would_replace_work_of_here(
    desk: Desk, tmp_path: Path
) -> None:
    packs = Packs(desk.centre.door, desk.library, desk.bundled, Pictures())
    made, file = desk.translate(), tmp_path / "tea.lesson"
    packs.share_translation(TEA, "ti", file)
    assert not packs.look_at(file).edited_here
    desk.translating.save(made.with_words({"pages/title": "ሓድሽ"}, "Sanne"))
    assert packs.look_at(file).edited_here


def test_what_is_not_whole_is_not_shared(desk: Desk, tmp_path: Path) -> None:
    packs = Packs(desk.centre.door, desk.library, desk.bundled, Pictures())
    desk.translating.save(desk.translate().with_words({"pages/title": ""}))
    with pytest.raises(MissingLanguage):
        packs.share_translation(TEA, "ti", tmp_path / "tea.lesson")
    assert not (tmp_path / "tea.lesson").exists()


def test_a_word_to_type_has_letters_that_a_keyboard_has(desk: Desk) -> None:
    lesson = next(each for each in LessonLibrary(places.lessons()).lessons
                  if each.id == "type-in-my-script")  # fmt: skip
    desk.library.have(places.lessons(), desk.data / TRANSLATIONS)
    made = desk.translating.translation(lesson.id, "ti")
    typed = [each.unit.id for each in made.units if "/targets/" in each.unit.id]
    found = desk.translating.findings(made.with_words(dict.fromkeys(typed, "ሰላም")))
    untypable = [unit for unit, rules in found.items() if "typable" in {r.rule for r in rules}]
    assert untypable
    facts = next(each.facts for each in found[untypable[0]] if each.rule == "typable")
    assert facts == {"letters": "ሰላም"}
    good = desk.translating.findings(made.with_words(dict.fromkeys(typed, "selam")))
    assert not any("typable" in {each.rule for each in rules} for rules in good.values())
