"""A trainer makes lessons: from nothing, from a copy, on real folders and a real store."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from centres import PASSPHRASE, Centre
from drafting import whole_draft
from photographs import photo

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.content.own import own_text
from trainer_app.domain.blocks import words_of
from trainer_app.domain.drafts import Draft
from trainer_app.domain.errors import (
    DiskFull,
    EmptyField,
    MissingLanguage,
    NotAllowed,
    NotYourLesson,
    UnknownThing,
)
from trainer_app.domain.lessons import WordToKnow
from trainer_app.services.authoring import Authoring, OwnLesson
from trainer_app.services.drafting import Drafting, random_letters
from trainer_app.services.lesson_files import (
    LESSONS,
    TRANSLATIONS,
    empty_bin,
    finish_saves,
    save_files,
)

DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360">'
    b'<rect width="640" height="360" fill="#DDEFEA"/></svg>'
)


@pytest.fixture
def lessons(centre: Centre) -> LessonLibrary:
    """The bundled lessons and this centre's own."""
    library = LessonLibrary(places.lessons())
    library.have(centre.folder / LESSONS, centre.folder / TRANSLATIONS)
    return library


def letters() -> Iterator[str]:
    for number in count():
        yield f"{number:06d}".translate(str.maketrans("0123456789", "abcdefghij"))


@pytest.fixture
def authoring(centre: Centre, lessons: LessonLibrary) -> Authoring:
    """Its ids are aaaaaa, aaaaab, …"""
    following = letters()
    return Authoring(centre.door, lessons, lambda _count: next(following))


def filled(empty: Draft, authoring: Authoring) -> Draft:
    """The draft of a new lesson with all that a whole lesson has."""
    whole = whole_draft()
    pictured = {
        name: authoring.put_picture(empty.lesson, DRAWING, f"{name}.svg")
        for name in ("Tile", *(page.id for page in whole.pages))
    }
    return replace(
        whole,
        lesson=empty.lesson,
        title=empty.title,
        by=empty.by,
        tile=pictured["Tile"],
        pages=tuple(replace(page, picture=pictured[page.id]) for page in whole.pages),
        questions=tuple(replace(each, picture="tile.svg") for each in whole.questions),
        plan=tuple(
            replace(part, title=old.title) for part, old in zip(whole.plan, empty.plan, strict=True)
        ),
    )


def test_a_lesson_from_nothing_is_written_checked_and_played(
    centre: Centre, lessons: LessonLibrary, authoring: Authoring
) -> None:
    made = authoring.begin("Drinking tea, together!", "en")
    assert made == "drinking-tea-together-aaaaaa"
    draft = authoring.draft(made)
    assert (draft.title, draft.by, draft.source) == ("Drinking tea, together!", "Sanne", "en")
    assert [part.title for part in draft.plan][:3] == [
        "Prepare",
        "Words to teach first",
        "Activity",
    ]
    assert {found.rule for found in authoring.findings(made)} >= {
        "filled", "picture-chosen", "page-number", "question-number", "words-number", "plan-filled"
    }  # fmt: skip
    assert made not in {lesson.id for lesson in lessons.for_learners}
    draft = filled(draft, authoring)
    assert authoring.save(draft) == draft == authoring.draft(made)
    assert authoring.findings(made) == []
    assert made in {lesson.id for lesson in lessons.for_learners}
    lesson = lessons.lesson(made)
    assert (lesson.number, lesson.source, lesson.languages) == (90, "en", ("en",))
    assert lessons.words(made, "en") == Drafting().preview(draft)
    centre.sit(centre.evening("Abdi").people[0])
    centre.playing.reach(lesson, 1)
    assert centre.playing.answer(lesson, "q-b", "b")
    assert centre.playing.finish(lesson, 3, 3)
    assert centre.playing.progress()[made].passed


def test_a_copy_takes_pictures_and_practice_along_in_one_language(
    centre: Centre, lessons: LessonLibrary, authoring: Authoring
) -> None:
    origin = lessons.lesson("messages-that-hurry-me")
    made = authoring.copy(origin.id, "nl", author="Rosa  (Wijk 3)")
    lesson = lessons.lesson(made)
    assert (lesson.number, lesson.source, lesson.languages) == (12, "nl", ("nl",))
    assert lesson.quiz == origin.quiz
    assert lesson.folder.parent == centre.folder / LESSONS
    before, after = lessons.words(origin.id, "nl"), lessons.words(made, "nl")
    assert (after.pages, after.questions, after.plan) == (
        before.pages, before.questions, before.plan
    )  # fmt: skip
    assert after.by == f"{before.by}, Rosa (Wijk 3)"
    there, before_it = (lessons.practice(each, "nl") for each in (made, origin.id))
    assert there.words == before_it.words
    # Its people are those of the common world, which lies with the program's lessons.
    assert there.scenario.world == before_it.scenario.world
    (amina,) = (each for each in there.scenario.world.people if each.id == "amina")
    assert lessons.practice_picture(made, amina.picture).is_file()
    assert lessons.practice_picture(made, "p-sister.svg").parent == lesson.folder / "images"
    assert authoring.findings(made) == []
    assert authoring.own() == [
        OwnLesson(
            id=made, title=before.title, language="nl", author="Rosa (Wijk 3)", version=1,
            origin=origin.id, newer=False, mine=True, made_here=True,
        )
    ]  # fmt: skip


def test_a_newer_origin_is_told(
    centre: Centre, lessons: LessonLibrary, authoring: Authoring
) -> None:
    first = authoring.copy("sign-in-and-out", "en")
    second = authoring.copy(first, "en")
    assert second.startswith("sign-in-and-out-")
    assert second.count("-") == first.count("-")
    assert [(each.origin, each.newer) for each in authoring.own()] == [
        ("sign-in-and-out", False), (first, False)
    ]  # fmt: skip
    structure = lessons.lesson(first).folder / "lesson.toml"
    text = structure.read_text(encoding="utf-8")
    structure.write_text(text.replace("version = 1", "version = 2"), encoding="utf-8")
    lessons.refresh()
    assert [(each.id, each.newer) for each in authoring.own() if each.newer] == [(second, True)]
    assert authoring.save(authoring.draft(first)).version == 2


def test_what_is_missing_is_said(lessons: LessonLibrary, authoring: Authoring) -> None:
    with pytest.raises(EmptyField) as empty:
        authoring.begin("  ", "en")
    assert empty.value.facts == {"field": "lesson-title"}
    with pytest.raises(MissingLanguage):
        authoring.copy("sign-in-and-out", "so")
    with pytest.raises(UnknownThing):
        authoring.copy("no-such-lesson", "en")
    made = authoring.begin("شاي", "ar")
    assert made.startswith("shy-")
    draft = authoring.draft(made)
    with pytest.raises(EmptyField):
        authoring.save(replace(draft, pages=()))
    assert authoring.draft(made) == draft


def test_only_the_author_edits_and_anybody_copies(
    centre: Centre, lessons: LessonLibrary, authoring: Authoring
) -> None:
    with pytest.raises(NotYourLesson):
        authoring.draft("sign-in-and-out")
    made = authoring.begin("Tea", "en")
    draft, own = authoring.draft(made), lessons.lesson(made).own
    assert own is not None
    other = replace(own, key="ab" * 32, author="Mei", made_here=False)
    file = lessons.lesson(made).folder / "own.toml"
    file.write_text(own_text(other), encoding="utf-8")
    lessons.refresh()
    for refused in (
        lambda: authoring.draft(made),
        lambda: authoring.save(draft),
        lambda: authoring.put_picture(made, DRAWING, "a.svg"),
    ):
        with pytest.raises(NotYourLesson):
            refused()
    (listed,) = authoring.own()
    assert (listed.author, listed.mine, listed.made_here) == ("Mei", False, False)
    copy = authoring.draft(authoring.copy(made, "en"))
    assert (copy.title, copy.by) == ("Tea", "Sanne, Sanne")
    authoring.remove(made)
    assert len(authoring.own()) == 1


def test_a_trainer_who_came_back_with_the_recovery_code_keeps_her_lessons(
    centre: Centre, lessons: LessonLibrary, authoring: Authoring
) -> None:
    made = authoring.begin("Tea", "en")
    centre.door.recover(centre.recovery_code, centre.slot, PASSPHRASE)
    assert authoring.save(authoring.draft(made)).title == "Tea"
    own = lessons.lesson(made).own
    assert own is not None
    assert own.key == centre.door.keys.public.sign_hex


def test_learners_make_no_lessons(centre: Centre, authoring: Authoring) -> None:
    made = authoring.begin("Tea", "en")
    draft = authoring.draft(made)
    centre.door.leave_trainer()
    for refused in (
        authoring.own,
        lambda: authoring.begin("Tea", "en"),
        lambda: authoring.copy("sign-in-and-out", "en"),
        lambda: authoring.draft(made),
        lambda: authoring.save(draft),
        lambda: authoring.findings(made),
        lambda: authoring.put_picture(made, DRAWING, "a.svg"),
        lambda: authoring.remove(made),
        lambda: authoring.undo_remove(made),
    ):
        with pytest.raises(NotAllowed):
            refused()


def test_pictures_get_names_of_their_own(lessons: LessonLibrary, authoring: Authoring) -> None:
    made = authoring.begin("Tea", "en")
    names = [
        authoring.put_picture(made, data, suggested)
        for data, suggested in (
            (photo(), "My Photo.JPG"), (photo(), "my photo.png"), (DRAWING, "../../etc/чай.svg"),
            (DRAWING, "con.svg"), (DRAWING, "…"),
        )
    ]  # fmt: skip
    assert names == [
        "my-photo.png", "my-photo-aaaaah.png", "chay.svg", "picture-con.svg", "picture.svg"
    ]  # fmt: skip
    draft = authoring.draft(made)
    page = replace(draft.pages[0], picture=names[0], alt="A cup of tea.")
    authoring.save(replace(draft, pages=(page,), tile=names[2]))
    assert authoring.draft(made).pages[0].picture == "my-photo.png"
    assert not {"picture-name", "picture-exists", "photo-small", "picture-plain"} & {
        found.rule for found in authoring.findings(made)
    }


def test_a_removed_lesson_comes_back_until_the_next_start(
    centre: Centre, lessons: LessonLibrary, authoring: Authoring
) -> None:
    made = authoring.begin("Tea", "en")
    draft = authoring.draft(made)
    authoring.remove(made)
    assert authoring.own() == []
    with pytest.raises(UnknownThing):
        lessons.lesson(made)
    authoring.undo_remove(made)
    assert authoring.draft(made) == draft
    authoring.remove(made)
    empty_bin(centre.folder / LESSONS)
    with pytest.raises(UnknownThing):
        authoring.undo_remove(made)


def test_a_lesson_that_cannot_be_read_is_named_and_can_be_removed(
    lessons: LessonLibrary, authoring: Authoring
) -> None:
    made = authoring.begin("Tea", "en")
    (lessons.lesson(made).folder / "lesson.toml").write_text("id = ", encoding="utf-8")
    lessons.refresh()
    assert [found.rule for found in authoring.findings(made)] == ["toml-readable"]
    authoring.remove(made)
    assert lessons.broken == ()


def test_a_translation_of_an_own_lesson_waits_while_its_pages_change(
    lessons: LessonLibrary, authoring: Authoring
) -> None:
    made = authoring.begin("Tea", "en")
    draft = replace(authoring.draft(made), words=(WordToKnow("cup", "a thing to drink from"),))
    authoring.save(draft)
    dutch = replace(draft, language="nl", title="Thee")
    authoring.save(dutch)
    assert lessons.lesson(made).languages == ("en", "nl")
    assert authoring.draft(made, "nl") == replace(dutch, source="en")
    assert "translation-fresh" not in {found.rule for found in authoring.findings(made)}
    authoring.save(replace(draft, pages=(*draft.pages, Drafting().new_page())))
    assert lessons.lesson(made).languages == ("en",)
    authoring.save(draft)
    assert lessons.words(made, "nl").title == "Thee"


def test_questions_come_and_go_as_gift(authoring: Authoring) -> None:
    made = authoring.begin("Tea", "en")
    drafting, draft = Drafting(), authoring.draft(made)
    text = "Is *tea* hot? {T#Touch it.#Right.}\n\nTwo? {=2#Yes.\n~[x](y)#No.}\n\nWhen? {#1822}\n"
    questions, problems = drafting.from_gift(text, ("Yes", "No"))
    assert [(each.line, each.reason) for each in problems] == [(6, "numeric")]
    saved = authoring.save(replace(draft, questions=questions))
    assert saved.questions == questions
    shown = drafting.preview(saved).questions
    assert shown[0].text == "Is *tea* hot?"
    assert [each.line[0].text for each in shown[1].choices] == ["2", "[x](y)"]
    again, problems = drafting.from_gift(drafting.to_gift(saved.questions))
    assert problems == ()
    assert [(each.words, [c.words for c in each.choices]) for each in again] == [
        (each.words, [c.words for c in each.choices]) for each in questions
    ]
    assert len({each.id for each in (*questions, *again)}) == 4


def test_new_parts_have_ids_that_nobody_had(authoring: Authoring) -> None:
    drafting = Drafting()
    made = authoring.begin("Tea", "en")
    draft = authoring.draft(made)
    pages = tuple(drafting.new_page() for _ in range(3))
    objectives = (*draft.objectives, drafting.new_objective())
    question = drafting.new_question(draft.objectives)
    assert question.objective == draft.objectives[0].id
    assert drafting.new_question(objectives).objective == ""
    question = replace(question, choices=(*question.choices, drafting.new_choice()))
    changed = replace(
        draft, pages=(*draft.pages, *pages), objectives=objectives,
        questions=(*draft.questions, question),
    )  # fmt: skip
    assert authoring.save(changed) == changed
    assert len(random_letters(6)) == 6
    words = drafting.preview(changed)
    assert [words_of(block) for block in words.pages[0].blocks] == [""]


def test_what_was_half_saved_is_finished_or_forgotten(
    centre: Centre, lessons: LessonLibrary, authoring: Authoring
) -> None:
    made = authoring.begin("Tea", "en")
    folder = lessons.lesson(made).folder
    before = (folder / "en" / "pages.md").read_bytes()
    for left, expected in ((".saving", before), (".saved", b"new")):
        (folder / left / "en").mkdir(parents=True)
        (folder / left / "en" / "pages.md").write_bytes(b"new")
        finish_saves(centre.folder / LESSONS)
        assert (folder / "en" / "pages.md").read_bytes() == expected
        assert not (folder / left).exists()


SAVING = """
import sys
from pathlib import Path
from trainer_app.services.lesson_files import save_files
folder = Path(sys.argv[1])
for number in range(10_000):
    text = str(number).encode()
    save_files(folder, {"lesson.toml": text, "en/pages.md": text, "en/quiz.md": text})
    print(number, flush=True)
"""


@pytest.mark.parametrize("after", [1, 4, 9])
def test_a_kill_loses_nothing_that_was_confirmed(tmp_path: Path, after: int) -> None:
    folder = tmp_path / "lessons" / "90-tea"
    (folder / "en").mkdir(parents=True)
    program = [sys.executable, "-c", SAVING, str(folder)]
    saving = subprocess.Popen(
        program, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    )
    assert saving.stdout is not None
    confirmed = 0
    for _ in range(after):
        confirmed = int(saving.stdout.readline())
    saving.kill()
    confirmed = max((confirmed, *(int(line) for line in saving.stdout.read().split())))
    saving.wait()
    saving.stdout.close()
    finish_saves(folder.parent)
    kept = {path.read_text() for path in folder.rglob("*") if path.is_file()}
    assert len(kept) == 1
    assert confirmed <= int(kept.pop()) <= confirmed + 1


def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    files = {"lesson.toml": b"a", "en/pages.md": b"b"}
    assert save_files(tmp_path, files)
    written = (tmp_path / "lesson.toml").stat().st_mtime_ns
    assert not save_files(tmp_path, files)
    assert save_files(tmp_path, {**files, "en/pages.md": b"c"})
    assert (tmp_path / "lesson.toml").stat().st_mtime_ns == written


def test_a_full_disk_is_said_and_leaves_the_lesson(small_disk: Path) -> None:
    folder = small_disk / "90-tea"
    (folder / "en").mkdir(parents=True)
    save_files(folder, {"lesson.toml": b"a"})
    with pytest.raises(DiskFull):
        save_files(folder, {"lesson.toml": b"b", "images/a.png": bytes(9_000_000)})
    assert (folder / "lesson.toml").read_bytes() == b"a"
    save_files(folder, {"lesson.toml": b"c"})
    assert (folder / "lesson.toml").read_bytes() == b"c"


def test_the_last_name_under_a_lesson_is_its_author(
    authoring: Authoring, lessons: LessonLibrary
) -> None:
    made = authoring.copy("messages-that-hurry-me", "en", "Rosa")
    draft = authoring.draft(made)
    authoring.save(replace(draft, by=f"{draft.by} and Ali"))
    assert [one.author for one in authoring.own()] == ["Rosa and Ali"]
    authoring.save(replace(draft, by=""))
    assert [one.author for one in authoring.own()] == ["Rosa and Ali"]


def test_saving_a_lesson_does_not_read_the_programs_own_again(
    authoring: Authoring, lessons: LessonLibrary
) -> None:
    made = authoring.begin("Tea", "en")
    bundled, own = (lessons.words(each, "en") for each in ("messages-that-hurry-me", made))
    authoring.save(replace(authoring.draft(made), title="Coffee"))
    assert lessons.words("messages-that-hurry-me", "en") is bundled
    assert lessons.words(made, "en").title == "Coffee" != own.title
