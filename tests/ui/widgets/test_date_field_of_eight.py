"""The fields for a date and a time in each language: shown, typed and moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from trainer_app import places
from trainer_app.i18n import use
from trainer_app.i18n.catalogs import find_catalogs_in
from trainer_app.i18n.languages import FILE, find_languages_in
from trainer_app.ui import theme
from trainer_app.ui.widgets import DateField, TextField, TimeField

DAY = date(2025, 3, 11)


@pytest.fixture(autouse=True)
def every_language(tmp_path: Path, qapp: QApplication) -> Iterator[None]:
    words = (places.locales() / FILE).read_text(encoding="utf-8")
    (tmp_path / FILE).write_text(words.replace('"making"', '"draft"'), encoding="utf-8")
    find_languages_in(tmp_path)
    yield
    use("en")
    find_catalogs_in(places.locales())
    theme.apply(qapp, theme.Theme())


@pytest.mark.parametrize(
    ("language", "shown", "clock"),
    [
        ("en", "11/03/2025", "09:05"), ("nl", "11/03/2025", "09:05"),
        ("fr", "11/03/2025", "09:05"), ("es", "11/03/2025", "09:05"),
        ("ar", "11/03/2025", "09:05"), ("fa", "۱۴۰۳/۱۲/۲۱", "۰۹:۰۵"),
        ("tr", "11.03.2025", "09:05"), ("uk", "11.03.2025", "09:05"),
    ],
)  # fmt: skip
def test_a_field_shows_the_day_as_readers_write_it(
    language: str, shown: str, clock: str, qapp: QApplication, qtbot
) -> None:
    use(language)
    theme.apply(qapp, theme.Theme(language=language))
    field = DateField("When?", DAY, lambda: DAY, bad_words="No date")
    hour = TimeField("At?", time(9, 5), bad_words="No time")
    for each in (field, hour):
        qtbot.addWidget(each)
        each.show()
    assert field._line.text() == shown
    assert hour._line.text() == clock
    assert (field.value(), hour.value()) == (DAY, time(9, 5))
    QTest.keyClick(field._line, Qt.Key.Key_Up)
    assert field.value() == date(2025, 3, 12)
    field._line.clear()
    field._line.insert(shown)  # QTest has no keys for the figures of other scripts
    assert field.value() == DAY


def lowest_ink(field: TextField, words: str) -> int:
    """The row of pixels, from the top, on which the words stand."""
    field.set_value(words)
    QApplication.processEvents()
    line = field.control
    picture = line.grab().toImage()
    edge = line.height() // 6
    inner = range(line.width() // 8, line.width() * 7 // 8)
    return max(
        row
        for row in range(edge, line.height() - edge)
        if any(picture.pixelColor(column, row).lightness() < 120 for column in inner)
    )


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_words_of_every_script_stand_on_one_line(scale: float, qapp: QApplication, qtbot) -> None:
    use("fa")
    theme.apply(qapp, theme.Theme(language="fa", scale=scale))
    field = TextField("Name")
    qtbot.addWidget(field)
    field.resize(400, 200)
    field.show()
    high = field.control.height()
    latin = lowest_ink(field, "12 1204")
    assert abs(lowest_ink(field, "۱۲ ۱۲۰۴") - latin) <= round(3 * scale)
    assert abs(lowest_ink(field, "ا ادا ۱۲") - latin) <= round(3 * scale)
    assert lowest_ink(field, "12 1204") == latin
    assert field.control.height() == high
