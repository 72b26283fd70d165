"""A lesson as units and as files again, in any language, whatever people type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from drafting import TEXTS, whole_draft
from hypothesis import example, given, settings
from hypothesis import strategies as st
from little_lesson import PRACTICE_WORDS, files

from trainer_app import places
from trainer_app.content.draft_preview import lesson_in
from trainer_app.content.draft_writing import tidied as tidied_draft
from trainer_app.content.draft_writing import word_texts
from trainer_app.content.library import LessonLibrary
from trainer_app.content.sources import Source, read_source, source_in
from trainer_app.content.translating import (
    Original,
    files_of,
    original_of,
    read_translation,
    tidied,
)
from trainer_app.content.unit_notes import notes_text, read_notes
from trainer_app.content.words import words_of
from trainer_app.domain.blocks import Box, plain
from trainer_app.domain.drafts import Draft
from trainer_app.domain.lessons import Lesson, LessonWords
from trainer_app.domain.translating import Translation


def original(draft: Draft) -> Original:
    """What there is to translate of a draft, whose card two other languages say, too."""
    texts = word_texts(tidied_draft(draft))
    sources = {name: source_in(text, "tea", draft.language, name) for name, text in texts.items()}
    return Original("tea", draft.language, sources, {draft.language: "Tea!", "nl": "Thee!"})


def little(*, change: Mapping[str, tuple[str, str]] | None = None) -> Original:
    """The little lesson with its practice; `change` puts other words into a file."""
    there = {path: data.decode() for path, data in files().items() if path.startswith("en/")}
    for path, (old, new) in (change or {}).items():
        assert old in there[path]
        there[path] = there[path].replace(old, new)
    sources = {
        path[3:]: source_in(text, "bread", "en", path[3:]) for path, text in sorted(there.items())
    }
    return Original("bread", "en", sources, {})


def again(
    made: Translation, of: Original, tmp_path: Path | None = None, now: Original | None = None
) -> Translation:
    """What is read from the files of a translation, perhaps of a source that was changed since."""
    texts = files_of(of, made, {})
    there = {name: source_in(text, "x", made.language, name) for name, text in texts.items()}
    notes: Mapping[str, str] = {}
    if tmp_path is not None:
        (tmp_path / "units.toml").write_text(notes_text(made), encoding="utf-8")
        notes = read_notes(tmp_path / "units.toml")
    return read_translation(now or of, made.language, there, notes)


def translated(of: Original, language: str = "ti") -> Translation:
    """Every unit with words of its own."""
    empty = read_translation(of, language, {}, {})
    return empty.with_words({each.unit.id: f"ti {each.unit.id}" for each in empty.units}, "Hiwot")


@settings(max_examples=40, deadline=None)
@example(source=["", "", "", "# 0"], typed=["C#", "##", "#"])
@given(
    source=st.lists(TEXTS, min_size=4, max_size=4), typed=st.lists(TEXTS, min_size=3, max_size=3)
)
def test_what_is_typed_reads_back_as_it_was_tidied(source: list[str], typed: list[str]) -> None:
    """Whatever stands in the source, too."""
    language = "ti"
    draft = whole_draft()
    first, *others = draft.pages
    first = replace(first, text="\n".join(source), title=source[0], alt=source[1])
    plan = tuple(replace(part, text=source[2]) for part in draft.plan)
    card = replace(draft.card, text=source[3], say=source[0])
    of = original(replace(draft, pages=(first, *others), plan=plan, card=card))
    empty = read_translation(of, language, {}, {})
    words = {each.unit.id: typed[at % 3] for at, each in enumerate(empty.units)}
    made = empty.with_words(
        {unit: tidied(of, language, unit, text) for unit, text in words.items()}
    )
    back = again(made, of)
    assert {each.unit.id: each.words for each in back.units} == {
        each.unit.id: each.words for each in made.units
    }
    for each in made.units:
        assert tidied(of, language, each.unit.id, each.words) == each.words


@settings(max_examples=20, deadline=None)
@given(st.lists(TEXTS, min_size=4, max_size=4))
def test_what_is_whole_can_be_opened_with_the_pages_and_answers_of_the_source(
    typed: list[str],
) -> None:
    draft = whole_draft()
    of = original(draft)
    empty = read_translation(of, "ti", {}, {})
    words = {
        each.unit.id: tidied(of, "ti", each.unit.id, typed[at % 4]) or "x"
        for at, each in enumerate(empty.units)
    }
    made = empty.with_words(words)
    assert made.whole
    lesson = lesson_in(tidied_draft(draft), 4, Path(), None)
    read = read_as(lesson, made, of)
    assert [page.id for page in read.pages] == [page.id for page in draft.pages]
    assert read.title == words["pages/title"]
    assert [part.minutes for part in read.plan] == [part.minutes for part in draft.plan]


def read_as(lesson: Lesson, made: Translation, of: Original) -> LessonWords:
    """The words as learners get them."""
    texts = files_of(of, made, {})
    sources = {name: source_in(text, "x", made.language, name) for name, text in texts.items()}
    return words_of(replace(lesson, languages=("en", made.language)), made.language, sources)


def test_lists_boxes_and_answers_keep_their_form() -> None:
    of = little()
    made = translated(of)
    texts = files_of(of, made, {})
    assert texts["quiz.md"].count("- {#a} ") == 3
    assert "  > ti quiz/first/a/why" in texts["quiz.md"]
    assert "> [!TIP] ti pages/flour/text/4" in texts["pages.md"]
    assert "## About" not in texts["plan.md"]
    assert "minutes=6" in texts["plan.md"]
    # Headings of lists that nobody reads stay as they were written.
    assert "## Targets {#targets}" in texts["practice.md"]
    assert not any(each.unit.id.endswith("targets/title") for each in made.units)
    kinds = {each.unit.id: each.unit.kind for each in made.units}
    assert [kinds[f"pages/flour/{each}"] for each in ("title", "picture", "text/1", "text/2")] == [
        "title", "picture", "sentence", "list"
    ]  # fmt: skip
    assert kinds["practice/kitchen/targets/bell"] == "list"
    assert kinds["practice/kitchen/goals/rung/why"] == "quote"
    assert kinds["words/1/word"] == "word"


def test_missing_words_keep_their_place_and_mark_the_files() -> None:
    of = little()
    made = translated(of).with_words({"pages/flour/text/1": ""})
    texts = files_of(of, made, {})
    assert all("\nwhole: no\n" in text for text in texts.values())
    assert "\n\n…\n\n" in texts["pages.md"]
    assert again(made, of).unit("pages/flour/text/1").state == "missing"
    assert "whole: no" not in "".join(files_of(of, translated(of), {}).values())


def test_only_the_line_that_changed_is_stale(tmp_path: Path) -> None:
    made = translated(little())
    now = little(change={"en/pages.md": ("# About the oven", "# About the hot oven")})
    back = again(made, little(), tmp_path, now)
    stale = [each for each in back.units if each.state == "stale"]
    assert [(each.unit.id, each.made_from) for each in stale] == [
        ("pages/oven/title", "About the oven")
    ]
    # Without the notes the whole file has to be looked at, and nothing tells what it was.
    bare = again(made, little(), None, now)
    assert bare.count("stale") == sum(each.unit.file == "pages" for each in bare.units)
    assert {each.made_from for each in bare.units} == {None}


def test_a_new_line_is_missing_and_the_others_stay(tmp_path: Path) -> None:
    made = translated(little())
    harder = "## About harder {#harder}\n\n"
    now = little(change={"en/plan.md": (harder, f"{harder}First rest.\n\n")})
    back = again(made, little(), tmp_path, now)
    assert [each.unit.text for each in back.units if each.state != "done"] == ["First rest."]
    assert back.unit("plan/harder/text/2").words == "ti plan/harder/text/1"


def test_a_file_stays_made_from_older_words_until_nothing_in_it_is_stale(tmp_path: Path) -> None:
    before, now = (
        little(),
        little(change={"en/words.md": ("what bread is made of", "ground wheat")}),
    )
    made = again(translated(before), before, tmp_path, now)
    there = {name: source_in(text, "x", "ti", name)
             for name, text in files_of(before, translated(before), {}).items()}  # fmt: skip
    texts = files_of(now, made, there)
    assert f"translated_from: {before.files['words.md'].hash}\n" in texts["words.md"]
    done = made.with_words({"words/1/meaning": "ሓርጭ"})
    assert (
        f"translated_from: {now.files['words.md'].hash}\n" in files_of(now, done, there)["words.md"]
    )


def test_who_read_it_all_stands_in_every_file() -> None:
    of = little()
    made = translated(of).read_over("Karin Berg")
    texts = files_of(of, made, {})
    for text in texts.values():
        assert "by: Hiwot\nreview: reviewed\nreviewed_by: Karin Berg\n" in text
    back = again(made, of)
    assert (back.by, back.review, back.reviewed_by) == ("Hiwot", "reviewed", "Karin Berg")


def test_how_a_sentence_sounds_is_asked_for_each_other_language_and_may_be_left() -> None:
    of = original(whole_draft())
    empty = read_translation(of, "ti", {}, {})
    sounds = {each.unit.id: each.unit.text for each in empty.units if each.unit.kind == "sound"}
    assert sounds == {"card/sound.en": "Tea!", "card/sound.nl": "Thee!"}
    made = empty.with_words({each.unit.id: "x" for each in empty.units if each.unit.needed})
    assert made.whole
    assert "sound." not in files_of(of, made, {})["card.md"]
    spelled = made.with_words({"card/sound.nl": "ተ!"})
    assert "\nsound.nl: ተ!\n" in files_of(of, spelled, {})["card.md"]


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_bundled_translations_are_units_and_the_same_files_again(language: str) -> None:
    library = LessonLibrary(places.lessons())
    for lesson in library.lessons:
        if language not in lesson.languages:
            continue
        of = original_of(lesson)
        there: dict[str, Source] = {
            name: read_source(lesson.folder.name, lesson.words_file(language, name))
            for name in of.files
        }
        made = read_translation(of, language, there, {})
        assert made.count("missing") == 0, lesson.id
        for name, text in files_of(of, made, there).items():
            body = text.split("---\n", 2)[2]
            assert body.strip("\n") == there[name].raw.strip("\n"), (lesson.id, name)


def test_another_form_of_a_text_loses_no_words() -> None:
    of = little()
    text = files_of(of, translated(of), {})["pages.md"]
    other = text.replace("\n- ti", "\n\nti")
    assert other != text
    there = {"pages.md": source_in(other, "x", "ti", "pages.md")}
    back = read_translation(of, "ti", there, {})
    said = " ".join(each.words for each in back.units)
    for each in translated(of).units:
        if each.unit.file == "pages":
            assert each.words in said


def test_a_page_is_shown_with_its_box_and_its_strong_words() -> None:
    of = little()
    draft = whole_draft()
    made = translated(of).with_words({"pages/flour/text/1": "ን **flour** `Start` ጠውቕ።"})
    pages = files_of(of, made, {})["pages.md"]
    assert "ን **flour** `Start` ጠውቕ።" in pages
    spread = translated(original(draft)).with_words({"pages/cup/text/1": "**ሻሂ** ጽቡቕ"})
    lesson = lesson_in(tidied_draft(draft), 4, Path(), None)
    page = read_as(lesson, spread, original(draft)).page("cup")
    assert [plain(block.line) for block in page.blocks if hasattr(block, "line")] == ["ሻሂ ጽቡቕ"]
    assert not any(isinstance(block, Box) for block in page.blocks)
    assert "The kitchen" in PRACTICE_WORDS
