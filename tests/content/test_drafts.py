"""What a trainer wrote reads back as the same, and breaks no file whatever it is."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from drafting import DRAFTS, HOSTILE, whole_draft
from hypothesis import HealthCheck, given, settings

from trainer_app import places
from trainer_app.content.checks import check_lesson
from trainer_app.content.draft_preview import lesson_in, words_in
from trainer_app.content.draft_reading import read_draft
from trainer_app.content.draft_writing import files_of, tidied
from trainer_app.content.library import LessonLibrary
from trainer_app.content.own import own_text
from trainer_app.content.structure import read_structure
from trainer_app.content.words import read_words
from trainer_app.domain.blocks import plain, words_of
from trainer_app.domain.drafts import ChoiceDraft, Draft
from trainer_app.domain.errors import EmptyField
from trainer_app.domain.lessons import Lesson, Own

BUNDLED = [each for each in LessonLibrary(places.lessons()).lessons if each.has_pages]
LONG = os.environ.get("HYPOTHESIS_PROFILE", "short") != "short"
OWN = Own("", 0, "Rosa", "ab" * 32, True)


def written(draft: Draft, folder: Path) -> Lesson:
    """The lesson that a folder holds once the draft was written there."""
    where = folder / f"90-{draft.lesson}"
    shutil.rmtree(where, ignore_errors=True)
    for path, data in files_of(draft).items():
        (where / path).parent.mkdir(parents=True, exist_ok=True)
        (where / path).write_bytes(data)
    (where / "own.toml").write_text(own_text(OWN), encoding="utf-8")
    return read_structure(where)


@given(DRAFTS)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_reads_back_as_the_same(tmp_path: Path, draft: Draft) -> None:
    lesson = written(draft, tmp_path)
    again = read_draft(lesson, draft.language)
    assert again == tidied(draft)
    assert tidied(again) == again
    assert files_of(again) == files_of(draft)
    assert lesson == lesson_in(again, 90, lesson.folder, OWN)
    assert read_words(lesson, draft.language) == words_in(draft)


def some_of(lesson: Lesson) -> list[str]:
    """Its source and two languages more, from lesson to lesson other ones; all in the long run."""
    others = [each for each in lesson.languages if each != lesson.source]
    if LONG:
        return [lesson.source, *others]
    first = BUNDLED.index(lesson) * 2
    return [lesson.source, *{others[(first + at) % len(others)] for at in range(2)}]


@pytest.mark.parametrize("lesson", BUNDLED, ids=lambda lesson: lesson.id)
def test_a_bundled_lesson_written_again_is_the_same_lesson(lesson: Lesson, tmp_path: Path) -> None:
    for language in some_of(lesson):
        draft = read_draft(lesson, language)
        for path, data in files_of(draft).items():
            (tmp_path / lesson.folder.name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / lesson.folder.name / path).write_bytes(data)
        again = read_structure(tmp_path / lesson.folder.name)
        assert again == replace(
            lesson, folder=again.folder, languages=again.languages, commons=None, joined=()
        )
        # Here each language stands alone: whether it was translated, the lesson itself says.
        before = read_words(lesson, language)
        assert replace(read_words(again, language), translated=before.translated) == before
        assert read_draft(again, language) == draft


def test_a_whole_draft_lacks_nothing_but_its_pictures(tmp_path: Path) -> None:
    lesson = written(whole_draft(), tmp_path)
    assert {found.rule for found in check_lesson(lesson.folder)} == {"picture-exists"}


def test_hostile_words_stay_on_their_own_page() -> None:
    draft = whole_draft()
    others = words_in(draft).pages[1:]
    for text in HOSTILE:
        first = replace(
            draft.pages[0], text=f"Before.\n{text}\nAfter.", title=f"A {text} b", alt=text
        )
        words = words_in(replace(draft, pages=(first, *draft.pages[1:])))
        assert words.pages[1:] == others
        shown = "\n".join(words_of(block) for block in words.pages[0].blocks[1:])
        assert shown.startswith("Before.")
        assert "After." in shown
        assert words.pages[0].title.startswith("A ")


def test_plain_fields_show_what_was_typed() -> None:
    typed = "1. *Stars*, `keys`, [brackets], {braces} #tags C# _low_ > more \\ back - “quotes”"
    draft = whole_draft()
    words = words_in(
        replace(draft, title=typed, pages=(replace(draft.pages[0], title=typed), *draft.pages[1:]))
    )
    assert (words.title, words.pages[0].title) == (typed, typed)


def test_less_than_becomes_a_sign_that_no_screen_takes_for_a_tag() -> None:
    draft = whole_draft()
    page = replace(draft.pages[0], text="I <3 you. <b>Bold</b> <!-- a note")
    words = words_in(replace(draft, pages=(page, *draft.pages[1:])))
    assert words_of(words.pages[0].blocks[1]) == "I ‹3 you. ‹b>Bold‹/b> ‹!-- a note"


def test_a_choice_that_would_show_nothing_is_shown_as_it_was_typed() -> None:
    draft = whole_draft()
    choices = (ChoiceDraft("a", "![a](b.svg)", "[](x)"), *draft.questions[0].choices[1:])
    question = replace(draft.questions[0], choices=choices)
    words = words_in(replace(draft, questions=(question, *draft.questions[1:])))
    choice = words.questions[0].choices[0]
    assert (plain(choice.line), plain(choice.why)) == ("![a](b.svg)", "[](x)")


def test_words_to_come_are_said_to_be_missing(tmp_path: Path) -> None:
    draft = whole_draft()
    question = replace(draft.questions[0], choices=(ChoiceDraft("a"), ChoiceDraft("b")))
    draft = replace(draft, title="", questions=(replace(question, words="", picture=""),))
    lesson = written(draft, tmp_path)
    found = {(each.rule, each.file) for each in check_lesson(lesson.folder)}
    assert found >= {
        ("filled", "en/pages.md"), ("filled", "en/quiz.md"), ("picture-chosen", "lesson.toml")
    }  # fmt: skip
    lines = [each.line for each in check_lesson(lesson.folder) if each.file == "en/quiz.md"]
    text = (lesson.folder / "en" / "quiz.md").read_text(encoding="utf-8").split("\n")
    assert [text[line - 1] for line in sorted(lines)] == [
        "# … {#q-a}", "- {#a} …", "  > …", "- {#b} …", "  > …"
    ]  # fmt: skip


def test_the_first_choice_is_right_where_the_right_one_was_taken_out() -> None:
    draft = whole_draft()
    question = replace(draft.questions[1], choices=draft.questions[1].choices[2:])
    assert tidied(replace(draft, questions=(question,))).questions[0].right == "c"


@pytest.mark.parametrize("field", ["objectives", "pages", "questions"])
def test_a_lesson_without_a_page_or_a_question_is_refused(field: str) -> None:
    with pytest.raises(EmptyField) as refused:
        files_of(replace(whole_draft(), **{field: ()}))
    assert refused.value.facts == {"field": field}


def test_ids_are_never_made_of_words() -> None:
    draft = whole_draft()
    page = replace(draft.pages[0], id="../../x")
    with pytest.raises(ValueError, match="pages"):
        files_of(replace(draft, pages=(page,)))
