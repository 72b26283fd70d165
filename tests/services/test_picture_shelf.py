"""Pictures for lessons in the making: at hand, elsewhere, and from files."""

from __future__ import annotations

from pathlib import Path

import pytest
from centres import Centre
from little_lesson import png

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.content.photos import not_small
from trainer_app.domain.errors import CannotWriteFile, UnreadableFile, UnusablePicture
from trainer_app.services.authoring import Authoring
from trainer_app.services.lesson_files import LESSONS, TRANSLATIONS
from trainer_app.services.picture_shelf import PictureShelf
from trainer_app.services.pictures import Pictures
from trainer_app.services.quiz_files import read_quiz, write_quiz


@pytest.fixture
def library(centre: Centre) -> LessonLibrary:
    library = LessonLibrary(places.lessons())
    library.have(centre.folder / LESSONS, centre.folder / TRANSLATIONS)
    return library


@pytest.fixture
def authoring(centre: Centre, library: LessonLibrary) -> Authoring:
    return Authoring(centre.door, library)


@pytest.fixture
def shelf(authoring: Authoring, library: LessonLibrary) -> PictureShelf:
    return PictureShelf(authoring, Pictures(), library)


def test_a_picture_of_the_program_is_copied_with_its_words(
    shelf: PictureShelf, authoring: Authoring, library: LessonLibrary
) -> None:
    lesson = authoring.begin("Tea", "en")
    assert shelf.here(lesson) == []
    assert "messages-that-hurry-me" in shelf.elsewhere()
    assert lesson not in shelf.elsewhere()
    there = shelf.of("messages-that-hurry-me", "en")
    words = [each for each in there if each.shows]
    assert len(words) >= 4
    name = shelf.copied(lesson, words[0])
    assert shelf.here(lesson) == [name]
    assert shelf.path(lesson, name).read_bytes() == words[0].path.read_bytes()
    assert shelf.path(lesson, "gone.svg") == shelf.path(lesson, "")
    assert not any(each.shows for each in shelf.of("messages-that-hurry-me", "ti"))


def test_a_photo_is_made_safe_before_it_lies_beside_a_lesson(
    shelf: PictureShelf, authoring: Authoring, tmp_path: Path
) -> None:
    lesson, photo = authoring.begin("Tea", "en"), tmp_path / "Cup 1.png"
    photo.write_bytes(png(2000, 10))
    name = shelf.put(lesson, shelf.read(photo), photo)
    assert name == "cup-1.png"
    assert not_small(shelf.path(lesson, name).read_bytes()) == ""
    with pytest.raises(UnreadableFile):
        shelf.read(tmp_path / "gone.png")
    (tmp_path / "words.png").write_text("words")
    with pytest.raises(UnusablePicture):
        shelf.read(tmp_path / "words.png")


def test_questions_are_read_in_any_encoding_and_written_whole(tmp_path: Path) -> None:
    text = "What is thé? {=A drink. ~A stone.}\n"
    file = tmp_path / "quiz.gift"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        file.write_text(text, encoding=encoding)
        assert read_quiz(file) == text
    write_quiz(file, "سلام {=1 ~2}\n")
    assert file.read_bytes().decode() == "سلام {=1 ~2}\n"
    assert [path.name for path in tmp_path.iterdir()] == ["quiz.gift"]
    with pytest.raises(UnreadableFile):
        read_quiz(tmp_path / "gone")
    with pytest.raises(CannotWriteFile):
        write_quiz(tmp_path / "gone" / "quiz.gift", text)
