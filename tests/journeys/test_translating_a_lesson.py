"""A volunteer brings a lesson into a language that the program does not speak, and it is played."""

from __future__ import annotations

from pathlib import Path

import pytest
from centres import PICTURES, Centre
from little_lesson import AUTHOR, DRAWING
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from trainer_app.content.own import own_text
from trainer_app.content.words import PLAN_PARTS, TIMED_PARTS
from trainer_app.domain.lessons import Own
from trainer_app.ui import theme
from trainer_app.ui.main_window import MainWindow

from .hand import Hand, settle

LESSON = "tea-abc234"
STRUCTURE = f"""id = "{LESSON}"
version = 1
minutes = 30
core_minutes = 15
hue = "clay"
tile = "tile.svg"

[[objectives]]
id = "tea"

[[steps]]
id = "kettle"
picture = "tile.svg"
core = true
objectives = ["tea"]

[[quiz]]
id = "first"
picture = "tile.svg"
objective = "tea"
choices = ["water", "cup"]
right = "water"
"""
MATTER = "---\nby: Rosa\nreview: draft\n"
WORDS = {
    "pages.md": f"{MATTER}title: We make tea\nsummary: Tea for two.\ncan.tea: I can make tea.\n"
    "---\n# The kettle {#kettle}\n\n![A kettle.](tile.svg)\n\nThe **water** boils.\n",
    "quiz.md": f"{MATTER}---\n# What is first? {{#first}}\n\n![A cup.](tile.svg)\n\n"
    "- {#water} The water.\n  > Right. It boils first.\n- {#cup} The cup.\n  > It comes later.\n",
    "card.md": f"{MATTER}say: Tea, please.\n---\n- I boil water.\n\n## At home\n\n- I wait.\n",
    "words.md": f"{MATTER}---\n- **tea** – a warm drink.\n",
    "plan.md": f"{MATTER}---\n"
    + "\n".join(
        f"## {each} {{#{each}{' minutes=6' if each in TIMED_PARTS else ''}}}\n\nDo it.\n"
        for each in PLAN_PARTS
    ),
}

LONG = 30_000


@pytest.fixture
def centre(centre: Centre) -> Centre:
    """A centre with a lesson from a stranger."""
    folder = centre.folder / "lessons" / f"90-{LESSON}"
    own = own_text(Own("", 0, "Rosa", AUTHOR.public.sign_hex, made_here=False))
    files = {"lesson.toml": STRUCTURE, "own.toml": own}
    files |= {f"en/{name}": text for name, text in WORDS.items()}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "images").mkdir()
    (folder / "images" / "tile.svg").write_bytes(DRAWING)
    return centre


def open_in(window: MainWindow, hand: Hand, language: str) -> None:
    """From the lessons to the editor, by the cell of the lesson in a language."""
    hand.press("Lessons")
    hand.press("Translate a lesson")
    # Every lesson in every language is looked at first.
    hand.wait_until(lambda: hand.reads("We make tea"), "the lessons", LONG)
    columns = window.page.table.model().columnCount()
    hand.press("Another language")
    hand.wait_for("Name or code of a language")
    QTest.keyClicks(QApplication.focusWidget(), language)
    hand.key(Qt.Key.Key_Return)
    hand.wait_for("ትግርኛ")
    hand.must_read("The buttons and menus of the program stay in the languages that it has.")
    more = columns + 1
    hand.wait_until(
        lambda: window.page.table.model().columnCount() == more, "a column for it", LONG
    )
    table = window.page.table
    model = table.model()
    row = next(at for at in range(model.rowCount()) if model.index(at, 0).data() == "We make tea")
    column = model.columnCount() - 1
    table.setCurrentIndex(model.index(row, column))
    table.setFocus()
    hand.key(Qt.Key.Key_Return)


def write(hand: Hand, words: str) -> None:
    """Type into the field that has the keyboard, and go to the next line."""
    hand.wait_until(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit), "the field")
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    # Ethiopic letters have no keys of their own here: they come as an input method brings them.
    field.insertPlainText(words)
    hand.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_lesson_is_translated_wholly_read_over_and_played(window: MainWindow, hand: Hand) -> None:
    open_in(window, hand, "tigrin")
    hand.must_read("We make tea in ትግርኛ", "0 of 44 lines", "Learners do not have it yet.")
    hand.must_read("We make tea", "About the lesson · Title", "Not translated yet")
    titles = ["ሻሂ ንገብር", "ሻሂ ንክልተ።", "ሻሂ ክገብር ይኽእል።", "ቃንቃ", "ሓንቲ ቃንቃ።", "እቲ **ማይ** ይፈልሕ።"]
    for words in titles:
        write(hand, words)
    hand.must_read("6 of 44 lines", "Saved")
    for number in range(38):
        write(hand, f"ቃል {number}")
    hand.must_read("44 of 44 lines", "Learners have it, as a draft.")
    hand.press("I have read it all")
    hand.type_into("Name of the reader", "Hiwot")
    hand.press("I have read it all")
    hand.must_read("Read over by Hiwot")
    # What was never written is not suggested; what was, is, with the key that takes it.
    window.page.open("plan/refer/text/1")
    settle()
    hand.must_read("Translated before", "The same line in “We make tea”", "Ctrl+1")
    hand.press("Translate lessons")
    hand.wait_for("Read over by Hiwot", LONG)
    play(window, hand)


def play(window: MainWindow, hand: Hand) -> None:
    """A learner chooses the language at the top, learns in it to the end, and is known by it."""
    seats, learner = window.desk.seats, window.learner
    person = window.desk.enrolling.people()[0]
    seats.choose_pictures(person.id, PICTURES)
    seats.sit_down(person.id, PICTURES)
    learner.home()
    settle()
    hand.press("English")
    hand.press("ትግርኛ")
    hand.must_read("ሻሂ ንገብር", "ትግርኛ", "You are Amina")
    hand.press("ሻሂ ንገብር")
    hand.must_read("ቃንቃ", "እቲ ማይ ይፈልሕ።")
    hand.press("Next")
    hand.must_read("ቃል 0", "ቃል 2")
    hand.press("ቃል 2")
    hand.must_read("ቃል 3")
    hand.press("Next")
    hand.must_read("ሻሂ ክገብር ይኽእል።")
    assert window.desk.playing.progress()[LESSON].passed
    assert window.desk.enrolling.person(person.id).language == "ti"
    seats.leave()
    learner.reading.forget()
    learner.who()
    settle()
    assert hand.can_press("ትግርኛ")
    seats.sit_down(person.id, PICTURES)
    learner.signing_in._seated(person.id)
    settle()
    hand.must_read("ሻሂ ንገብር", "You finished 1 lesson.")


def test_a_lesson_from_right_to_left_is_shown_so_under_english_buttons(
    window: MainWindow, hand: Hand
) -> None:
    translating = window.desk.translating
    made = translating.translation(LESSON, "ur")
    translating.save(made.with_words({each.unit.id: "چای" for each in made.units}, "Sanne"))
    window.learner.guest()
    settle()
    hand.press("English")
    hand.press("اردو")
    assert not theme.current().rtl
    hand.press("چای")
    hand.must_read("Next", "چای")
    assert theme.current().rtl
    assert window.page.layoutDirection() is Qt.LayoutDirection.RightToLeft
    hand.press("All lessons")
    assert not theme.current().rtl


def test_lines_go_out_to_another_program_and_come_back(
    window: MainWindow, hand: Hand, tmp_path: Path
) -> None:
    window.teaching.translating.edit(LESSON, "ti")
    settle()
    hand.press("To a .po file")
    file = tmp_path / f"{LESSON}.ti.po"
    text = file.read_text(encoding="utf-8")
    assert "Page “The kettle” · Text" in text
    text = text.replace('msgid "The **water** boils."\nmsgstr ""',
                        'msgid "The **water** boils."\nmsgstr "እቲ **ማይ** ይፈልሕ።"')  # fmt: skip
    text = text.replace('msgid "The cup."\nmsgstr ""', 'msgid "The cup."\nmsgstr "<b>ሻሂ</b>"')
    (tmp_path / "back.po").write_text(text, encoding="utf-8")
    hand.press("From a .po file")
    hand.must_read("1 line is new or other than before.", "There is program code (HTML)")
    hand.press("OK")
    hand.must_read("1 of 44 lines")
    words = window.desk.translating.translation(LESSON, "ti").unit("pages/kettle/text/1").words
    assert words == "እቲ **ማይ** ይፈልሕ።"
