"""Buttons, answers, tick boxes: mouse, keys, names, sizes."""

from __future__ import annotations

import pytest
from gallery import scene
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from trainer_app import places
from trainer_app.ui import widgets as w
from trainer_app.ui.theme import Theme

# The offscreen platform says so of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_press_a_button(qtbot, shown, key):
    button = shown(w.Button("Next", "primary", icon="arrow-right"))
    pressed = []
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.keyClick(button, key)
    assert pressed == [True]


def test_a_disabled_button_is_silent(qtbot, shown):
    button = shown(w.Button("Next"))
    button.setEnabled(False)
    pressed = []
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == []


def test_in_high_contrast_a_disabled_button_is_told_by_its_edge(shown, dress):
    dress(Theme("contrast"))
    edges = []
    for enabled in (True, False):
        button = shown(w.Button("Next"), 200, 60)
        button.setEnabled(enabled)
        button.clearFocus()
        picture = button.grab().toImage()
        edges.append({picture.pixelColor(x, 1).lightness() > 128 for x in range(40, 160)})
    assert edges == [{True}, {True, False}]


def test_a_screen_reader_hears_the_word_and_the_kind(shown):
    button = shown(w.Button("Tea & bread", icon="coffee"))
    heard = QAccessible.queryAccessibleInterface(button)
    assert heard.text(QAccessible.Text.Name) == "Tea & bread"
    assert heard.role() == QAccessible.Role.Button
    tick = shown(w.CheckField("I agree"))
    heard = QAccessible.queryAccessibleInterface(tick)
    assert heard.role() == QAccessible.Role.CheckBox
    assert heard.text(QAccessible.Text.Name) == "I agree"


def test_a_label_is_heard_without_signs(shown):
    label = shown(w.Text("كتبت @maria_92 أمس"))
    heard = QAccessible.queryAccessibleInterface(label)
    assert heard.text(QAccessible.Text.Name) == "كتبت @maria_92 أمس"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_targets_are_large_enough(dress, language, scale):
    dress(Theme(language=language, scale=scale))
    made = [
        w.Button("A"), w.Button("A", "quiet"), w.IconButton("x", "A", show_word=False),
        w.IconButton("x", "A"), w.ChoiceButton("A"), w.CheckField("A"),
        w.FaceButton("face-01", "A"), w.TileButton("A", scene("welcome")),
        w.PictureButton(places.assets() / "signin" / "cup.svg", "A"),
    ]  # fmt: skip
    least = 48 * scale
    for widget in made:
        for size in (widget.sizeHint(), widget.minimumSizeHint()):
            assert min(size.width(), size.height()) >= least, type(widget)


def test_long_words_make_a_button_grow():
    short, long = w.Button("Next"), w.Button("Continue with the lesson about messages " * 3)
    assert long.heightForWidth(200) > short.heightForWidth(200)
    assert long.minimumSizeHint().width() < 300


def test_the_ring_is_for_the_keyboard(shown):
    button = shown(w.Button("Next"), 200, 60)
    button.clearFocus()
    plain = button.grab().toImage()
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert button.grab().toImage() == plain
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.grab().toImage() != plain


def test_an_answer_shows_and_says_what_became_of_it(shown):
    answer = shown(w.ChoiceButton("Everyone"), 400, 60)
    looks = []
    for state in ("idle", "chosen", "right", "wrong"):
        answer.set_state(state, state)
        looks.append(answer.grab().toImage())
        assert answer.accessibleDescription() == state
    assert all(one != other for n, one in enumerate(looks) for other in looks[:n])


def test_a_segment_is_chosen_and_told(qtbot, shown):
    field = shown(w.SegmentField("Mark", [("p", "Present"), ("l", "Late", "clock")], "p"))
    told = []
    field.changed.connect(told.append)
    late = next(b for b in field.findChildren(w.Button.__mro__[1]) if b.accessibleName() == "Late")
    qtbot.mouseClick(late, Qt.MouseButton.LeftButton)
    assert (field.value(), told) == ("l", ["l"])
    field.set_value("p")
    assert told == ["l"]
    with pytest.raises(ValueError):
        field.set_value("x")


def test_a_tile_says_its_state(shown):
    tile = shown(w.TileButton("First post", None, "moss", state="done", state_said="finished"))
    heard = QAccessible.queryAccessibleInterface(tile)
    assert heard.text(QAccessible.Text.Name) == "First post"
    assert heard.text(QAccessible.Text.Description) == "finished"


def test_a_missing_picture_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        w.SvgPicture(tmp_path / "none.svg", "nothing")
