"""The screens of translating: what is read there, found, taken over, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from centres import Centre
from little_lesson import AUTHOR, files
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.reading_a_page import buttons, cut, names, overflow, press, without_signs, words
from trainer_app.content.library import LessonLibrary
from trainer_app.content.own import own_text
from trainer_app.content.po_file import BroughtIn, Left
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.lessons import Own
from trainer_app.domain.likeness import Suggestion, differences
from trainer_app.domain.translating import Translation
from trainer_app.i18n import languages, use
from trainer_app.services.lesson_files import TRANSLATIONS
from trainer_app.services.translating import Standing, Translating
from trainer_app.ui import theme
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.translating.brought_view import BroughtView
from trainer_app.ui.translating.editor import TranslationEditor
from trainer_app.ui.translating.language_choice import languages_like
from trainer_app.ui.translating.preview_pane import Drawn
from trainer_app.ui.translating.suggestions_view import SuggestionsView
from trainer_app.ui.translating.translations_page import TranslationsPage
from trainer_app.ui.translating.words import kind_words, standing_words, state_words
from trainer_app.ui.widgets import Dialog

LESSON = "bread-abc234"


@pytest.fixture(autouse=True)
def dress(qapp: QApplication) -> Callable[..., None]:
    def put_on(language: str = "en", scale: float = 1.0) -> None:
        use(language)
        theme.apply(qapp, theme.Theme(language=language, scale=scale, dense=True))

    put_on()
    return put_on


@pytest.fixture
def bridge() -> Iterator[Bridge]:
    one = Bridge()
    yield one
    one.forget()


@pytest.fixture
def troubles(bridge: Bridge) -> list[TrainerError]:
    said: list[TrainerError] = []
    bridge.troubled.connect(said.append)
    return said


@pytest.fixture
def translating(centre: Centre, tmp_path: Path) -> Translating:
    """A centre with one lesson of a stranger."""
    folder = centre.folder / "lessons" / f"90-{LESSON}"
    for name, content in files(LESSON).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    own = Own("", 0, "Rosa", AUTHOR.public.sign_hex, made_here=False)
    (folder / "own.toml").write_text(own_text(own), encoding="utf-8")
    library = LessonLibrary(tmp_path / "none")
    library.have(centre.folder / "lessons", centre.folder / TRANSLATIONS)
    return Translating(centre.door, library)


@pytest.fixture
def show(
    translating: Translating, bridge: Bridge, qtbot: QtBot
) -> Callable[..., TranslationEditor]:
    """The editor of the lesson in a language, in the room that the trainer's frame leaves."""

    def show_editor(language: str = "ti", file: Path | None = None) -> TranslationEditor:
        made = translating.translation(LESSON, language)
        page = TranslationEditor(
            translating, bridge, made, lambda _lesson: "We bake bread",
            lambda _made, unit, _width: Drawn(QPixmap(40, 40), f"page of {unit}", long=True),
            lambda finding: f"rule {finding.rule}", lambda _suggested: file,
            shares=translating.shares(LESSON),
        )  # fmt: skip
        qtbot.addWidget(page)
        page.resize(1290, 768)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        qtbot.waitUntil(lambda: not bridge._jobs)
        return page

    return show_editor


def test_a_line_is_typed_and_saved_and_the_next_one_comes(
    show, translating: Translating, qtbot: QtBot
) -> None:
    page = show()
    qtbot.waitUntil(page.view.field.control.hasFocus)
    QTest.keyClicks(page.view.field.control, "Brood bakken ")
    assert page.translation.unit("pages/title").words == "Brood bakken "
    QTest.keyClick(page.view.field.control, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert translating.translation(LESSON, "ti").unit("pages/title").words == "Brood bakken"
    assert "Bread 1." in words(page)
    assert "Saved" in words(page)
    QTest.keyClick(page.view.field.control, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.view.value() == "Brood bakken"


def test_what_is_typed_is_saved_by_itself_and_when_the_page_is_left(
    show, translating: Translating, qtbot: QtBot
) -> None:
    page = show()
    page.view.put_words("Brood")
    qtbot.waitUntil(
        lambda: translating.translation(LESSON, "ti").unit("pages/title").words == "Brood"
    )
    page.view.put_words("Wit brood")
    page.leaving()
    assert translating.translation(LESSON, "ti").unit("pages/title").words == "Wit brood"


def test_built_anew_it_keeps_the_line_and_what_is_typed(show) -> None:
    page = show()
    page.open("quiz/first/a/why")
    page.view.put_words("Eerst")
    memory = page.remember()
    again = show()
    again.recall(memory)
    assert (again.view.value(), "Flour comes first." in words(again)) == ("Eerst", True)


def test_lines_are_filtered_and_chosen(show) -> None:
    page = show()
    made = page.translation
    press_segment(page, "Changed")
    assert page.lines.shown() == (made.units[0].unit.id,)
    press_segment(page, "Missing")
    needed = [each.unit.id for each in made.units if each.unit.needed]
    assert list(page.lines.shown()) == needed
    page.lines.table.chosen.emit("plan/touch/text/1", "line")
    assert "Plan: “About touch”" in words(page)


def press_segment(page: TranslationEditor, word: str) -> None:
    found = next(one for one in buttons(page.lines.filter) if one.text() == word)
    found.click()
    QApplication.processEvents()


def test_a_changed_original_shows_what_changed_and_may_still_fit(
    show, translating: Translating, centre: Centre
) -> None:
    made = translating.translation(LESSON, "ti")
    translating.save(made.with_words({each.unit.id: "ቃል" for each in made.units}, "Sanne"))
    file = centre.folder / "lessons" / f"90-{LESSON}" / "en" / "pages.md"
    file.write_text(file.read_text().replace("# About the oven", "# About the hot oven"))
    translating._library.refresh()
    page = show()
    assert "Before it said:\nAbout the oven" in words(page)
    assert "Now it says:\nAbout the hot oven" in words(page)
    assert not page.head.read_over.isEnabled()
    press(page, "The translation still fits")
    assert "Before it said:" not in words(page)
    assert page.head.read_over.isEnabled()


def test_what_is_not_as_it_should_be_is_said_at_the_line(
    show, translating: Translating, qtbot: QtBot
) -> None:
    page = show()
    page.open("pages/oven/text/1")
    page.view.put_words(" ".join(["ቃል"] * 20) + "።")
    page.save()
    qtbot.waitUntil(lambda: "rule sentence-length" in words(page))
    assert "This page is longer than the screen. Learners have to scroll." in words(page)
    assert page.preview.picture.accessibleName() == "page of pages/oven/text/1"


def test_suggestions_are_taken_by_button_and_by_key(show, qtbot: QtBot) -> None:
    page = show()
    for line, typed in (("pages/flour/text/3", "Wacht."), ("pages/water/text/3", "")):
        page.open(line)
        if typed:
            page.view.put_words(typed)
    assert "The same line in “We bake bread”" in words(page)
    assert "Use: Wacht." in names(page)
    QTest.keyClick(page.view.field.control, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert page.view.value() == "Wacht."


def test_a_near_one_says_what_differs(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    view = SuggestionsView(owner, str)
    QVBoxLayout(owner).addWidget(view)
    owner.show()
    differs = differences("Wait a bit.", "Wait a lot.")
    view.show_found([Suggestion("Wacht even.", "tea", 0.83, differs)])
    assert "Nearly the same (83 %) in “tea”" in words(owner)
    assert "Wait a bit." in words(owner)


def test_who_has_read_it_all_is_asked_and_shown(show, translating: Translating) -> None:
    made = translating.translation(LESSON, "ti")
    translating.save(made.with_words({each.unit.id: "ቃል" for each in made.units}, "Sanne"))
    page = show()
    assert "Learners have it, as a draft." in words(page)
    press(page, "I have read it all")
    dialog = page.findChild(Dialog)
    dialog.findChildren(type(page.view.field))[0].set_value("  Hiwot  T. ")
    dialog.answer("yes")
    assert "Read over by Hiwot T." in words(page)
    assert translating.translation(LESSON, "ti").reviewed_by == "Hiwot T."


def test_somebody_elses_is_changed_only_when_it_is_made_ones_own(
    show, translating: Translating, centre: Centre, troubles: list[TrainerError]
) -> None:
    made = translating.translation(LESSON, "ti")
    translating.save(made.with_words({each.unit.id: "ቃል" for each in made.units}, "Sanne"))
    folder = centre.folder / TRANSLATIONS / LESSON / "ti"
    (folder / "own.toml").write_text(
        own_text(Own("", 0, "Yonas", AUTHOR.public.sign_hex, made_here=False)), encoding="utf-8"
    )
    page = show()
    assert "This translation came from Yonas." in words(page)
    assert not page.view.field.isEnabled()
    press(page, "Change it here")
    assert page.view.field.isEnabled()
    page.view.put_words("ሓድሽ")
    assert page.save()
    assert translating.taken_from(LESSON, "ti") is None
    assert not troubles


def test_a_po_file_goes_out_and_a_broken_one_is_refused(
    show, tmp_path: Path, troubles: list[TrainerError]
) -> None:
    file = tmp_path / "bread.po"
    page = show(file=file)
    press(page, "To a .po file")
    assert b"Page \xe2\x80\x9cAbout the flour\xe2\x80\x9d" in file.read_bytes()
    file.write_bytes(b"not a po file")
    press(page, "From a .po file")
    assert [type(each).__name__ for each in troubles] == ["NotATranslationFile"]


def test_every_line_that_was_left_is_named_with_its_reason(qtbot: QtBot) -> None:
    reasons = ("unknown", "changed", "unsure", "html", "link", "signs", "long")
    made = Translation("tea", "ti", "en", ())
    left = tuple(Left(why, "x", f"source {why}", f"words {why}") for why in reasons)
    view = BroughtView(BroughtIn(made, 2, left))
    qtbot.addWidget(view)
    view.show()
    said = words(view)
    assert "2 lines are new or other than before." in said
    assert all(f"source {why} → words {why}" in said for why in reasons)


def test_the_table_names_lessons_languages_and_how_far_they_are(
    translating: Translating, bridge: Bridge, qtbot: QtBot
) -> None:
    made = translating.translation(LESSON, "ti")
    translating.save(made.with_words({"pages/title": "ቃል"}, "Sanne"))
    page = TranslationsPage(translating, translating._library, bridge, "en")
    qtbot.addWidget(page)
    page.resize(1134, 768)
    page.show()
    qtbot.waitUntil(lambda: page.table is not None)
    model = page.table.model()
    across = range(model.columnCount())
    titles = [without_signs(model.headerData(at, Qt.Orientation.Horizontal)) for at in across]
    assert titles == ["Lesson", *(one.own_name for one in languages()), "ትግርኛ"]
    left = made.count("missing") - 1
    row = [model.index(0, at).data() for at in across]
    assert row == ["We bake bread", "Original", *"–" * 7, f"{left} lines missing"]
    opened: list[tuple[str, str]] = []
    page.opened.connect(lambda lesson, language: opened.append((lesson, language)))
    page.table.chosen.emit(LESSON, "ti")
    page.table.chosen.emit(LESSON, "en")
    assert opened == [(LESSON, "ti")]
    assert "The lesson was written in this language." in words(page)


@pytest.mark.parametrize("interface", ["en", "nl", "ar"])
def test_a_language_is_found_by_any_of_its_names(interface: str) -> None:
    use(interface)
    for text in ("Tigrinya", "ትግርኛ", "ti", "tigrin"):
        assert languages_like(text, interface)[0] == "ti"
    assert languages_like("francais", interface)[0] == "fr"
    assert languages_like("", interface)[0] == "en"
    assert languages_like("pt-BR", interface) == ["pt-BR"]
    assert languages_like("../etc", interface) == []


def test_every_state_and_kind_has_words_of_its_own() -> None:
    assert len({state_words(state)[0] for state in ("missing", "stale", "done")}) == 3
    kinds = ("title", "sentence", "list", "quote", "picture", "word", "sound")
    assert len({kind_words(kind) for kind in kinds}) == len(kinds)
    bare = Standing("tea", "ti", "ours")
    standings = [
        replace(bare, origin="source"), replace(bare, origin="none"), replace(bare, missing=2),
        replace(bare, stale=1), bare, replace(bare, review="reviewed"),
        replace(bare, review="reviewed", reviewed_by="Hiwot"),
    ]  # fmt: skip
    assert len({standing_words(each)[0] for each in standings}) == len(standings)


@pytest.mark.parametrize(
    ("language", "scale"), [("en", 1.0), ("ar", 1.0), ("en", 2.0), ("ar", 2.0)]
)
def test_nothing_is_cut_and_nothing_scrolls_sideways(
    show, dress, translating: Translating, language: str, scale: float
) -> None:
    dress(language, scale)
    page = show("ar")
    page.open("pages/oven/text/1")
    QApplication.processEvents()
    assert cut(page) == []
    if scale == 1.0:
        assert overflow(page) == 0


def test_words_run_as_their_language_does_whatever_the_program_speaks(show) -> None:
    for language, direction in (("ar", Qt.LayoutDirection.RightToLeft),
                                ("ti", Qt.LayoutDirection.LeftToRight)):  # fmt: skip
        option = show(language).view.field.control.document().defaultTextOption()
        assert option.textDirection() is direction
