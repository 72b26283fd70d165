"""The audit is shown one fault of each kind on a page of the real window, and the page without."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from trainer_app.app import open_window
from trainer_app.i18n import _, use
from trainer_app.ui import theme
from trainer_app.ui.main_window import Shown
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import Button, IconButton, Scroller, Text, TextField

from .audit import LONGER, THEMES, Form, OwnWindows, look_at
from .hand import settle
from .known import words_of_all
from .leftovers import English
from .pseudo import pseudo, untranslated, words_of
from .tour import CHEAP, SIZE, Clock


class Made(Page):
    """A page with a little of everything, and room for a fault."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column, row = QVBoxLayout(self), QHBoxLayout()
        self.back, self.on = Button(_("Back")), Button(_("Next"), "primary", icon="arrow-right")
        self.field = TextField(_("Your name"), "", help_words=_("Search by name or number"))
        self.last: QWidget = self.field.control
        self.room = QWidget()
        row.addWidget(self.back)
        row.addWidget(self.on)
        row.addStretch()
        column.addWidget(Text(_("Welcome"), "headline", "bold"))
        column.addWidget(self.field)
        column.addWidget(self.room, 1)
        column.addLayout(row)


class Painted(QWidget):
    """Paints words at places of its own."""

    def __init__(self, *words: tuple[int, str]) -> None:
        super().__init__()
        self._words = words
        self.setFixedSize(300, 40)

    def paintEvent(self, _event: QEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.current().font())
        painter.setPen(theme.current().colour("ink"))
        for left, words in self._words:
            painter.drawText(QPoint(left, 30), words)


class Unmoved(Button):
    """Looks the same with the keyboard and without."""

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)
        self._ring = False


def put(page: Made, widget: QWidget, left: int = 0, top: int = 20) -> QWidget:
    """Into the room of the page, where a layout would have put it."""
    widget.setParent(page.room)
    widget.move(left, top)
    widget.resize(widget.sizeHint())
    widget.show()
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        QWidget.setTabOrder(page.last, widget)
        page.last = widget
    return widget


def cut(page: Made) -> None:
    put(page, Text(_("All that was confirmed before is saved. You can go on."))).resize(90, 24)


def outside(page: Made) -> None:
    button = put(page, Button(_("Save")))
    button.move(page.room.width() - button.width() + 6, 20)


def sideways(page: Made) -> None:
    wide = QWidget()
    wide.setMinimumSize(900, 40)
    put(page, Scroller(wide)).resize(400, 60)


def scrolls(page: Made) -> None:
    high = QWidget()
    high.setMinimumSize(100, 900)
    put(page, Scroller(high)).resize(400, 200)


def small(page: Made) -> None:
    button = put(page, QPushButton("PDF"))
    button.setAccessibleName("PDF")
    button.setFixedSize(46, 46)


def overlapping(page: Made) -> None:
    one = put(page, Button(_("Save")))
    put(page, Button(_("Undo")), one.width() - 12)


def written_over(page: Made) -> None:
    put(page, Painted((0, _("Save")), (8, _("Undo"))))


def clipped(page: Made) -> None:
    put(page, Painted((280, _("Save"))))


def faint(page: Made) -> None:
    put(page, Text(_("Save"), colour="line"))


def unnamed(page: Made) -> None:
    put(page, IconButton("search", "", show_word=False)).setAccessibleName("")


def turned(page: Made) -> None:
    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    page.window().setLayoutDirection(left if page.isRightToLeft() else right)


def unreachable(page: Made) -> None:
    put(page, Button(_("Save"))).setFocusPolicy(Qt.FocusPolicy.NoFocus)


def trapped(page: Made) -> None:
    put(page, QPlainTextEdit()).resize(200, 60)


def disorder(page: Made) -> None:
    QWidget.setTabOrder(page.on, page.back)
    QWidget.setTabOrder(page.back, page.field.control)


def unseen(page: Made) -> None:
    put(page, Unmoved(_("Save")))


def english(page: Made) -> None:
    put(page, Text("Choose another colour"))


FAULTS = {
    "cut": cut, "outside": outside, "sideways": sideways, "scrolls": scrolls, "small": small,
    "overlapping": overlapping, "over": written_over, "clipped": clipped, "faint": faint,
    "unnamed": unnamed, "turned": turned, "unreachable": unreachable, "trap": trapped,
    "order": disorder, "unseen": unseen, "english": english,
}  # fmt: skip
# Who cannot leave a field cannot come to what is after it either.
MORE = {"trap": {"unreachable"}}


@pytest.fixture(scope="module", params=["nl", "ar"])
def form(request) -> Form:
    return Form(request.param)


@pytest.fixture(scope="module")
def window(qapp, form, tmp_path_factory):
    opened = open_window(tmp_path_factory.mktemp("made"), form.code, Clock().now, CHEAP)
    opened.resize(*SIZE)
    opened.show()
    opened.activateWindow()
    settle()
    yield opened
    opened.close()


@pytest.fixture
def shown(window, form):
    """Shows a new page whenever it is called."""

    def show() -> Made:
        use(form.code)
        window.unsetLayoutDirection()
        made: list[Made] = []

        def build() -> Shown:
            made.append(Made())
            return Shown(made[-1], made[-1])

        window.show_page(build)
        settle()
        return made[-1]

    return show


@pytest.fixture
def page(shown) -> Made:
    return shown()


def kinds(window, form) -> set[str]:
    settle()
    return {one.partition(":")[0] for one in look_at(window, form)}


def test_a_sound_page_has_no_fault(window, form, page):
    found = []
    for name in THEMES:
        window.preferences.change(theme=name)
        window.rebuild()
        settle()
        found += look_at(window, Form(form.language, theme=name))
    window.preferences.change(theme="light")
    assert found == []


def test_each_kind_of_fault_is_found_and_no_other(window, form, shown):
    found, planted = {}, {}
    for kind, plant in FAULTS.items():
        plant(shown())
        found[kind] = kinds(window, form)
        planted[kind] = {kind, *MORE.get(kind, ())}
    assert found == planted


def test_a_sign_that_is_hard_to_see_is_found(window, form, page):
    button = put(page, IconButton("search", _("Search"), show_word=False))
    assert kinds(window, form) == set()
    button._tone = "line"
    button.update()
    assert kinds(window, form) == {"faint"}


def test_what_cannot_be_pressed_may_be_faint(window, form, page):
    put(page, Text(_("Save"), colour="line")).setEnabled(False)
    assert kinds(window, form) == set()


def test_in_high_contrast_more_is_asked(window, form, page):
    put(page, Text(_("Save"), colour="muted"))
    assert kinds(window, form) == set()
    assert kinds(window, Form(form.language, theme="contrast")) == {"faint"}


def test_a_window_of_its_own_is_found(qapp):
    watch = OwnWindows()
    text = Text("Under way")
    text.setVisible(True)
    assert len(watch.take()) == 1
    text.close()
    watch.stop()


@pytest.mark.parametrize(("code", "sound"), [("nl", "Opslaan als boek"), ("ar", "حفظ الملف")])
def test_english_is_told_from_another_language_by_its_words(code, sound):
    words, data = English(code), words_of(["Amina Diallo"])
    texts = ["Save the file", "Save", sound, "Amina Diallo", "12–14", "PDF"]
    assert words.left(texts, data | words_of_all(code)) == ["Save the file", "Save"]


def test_what_was_never_given_to_translators_is_found_in_the_longer_language():
    data = words_of(["Amina Diallo", "maandag"])
    assert pseudo("Late {count} min").count("{count}") == 1
    assert untranslated([pseudo("Save"), "Amina Diallo", "12–14", "Monday"], data) == ["Monday"]
    inside = pseudo("{name} is here").format(name="Nobody Known")
    assert untranslated([inside, f"{inside} · Sign out"], data) == [f"{inside} · Sign out"]
    assert Form(LONGER).code == "nl"
