"""Charts: heights that fit, both directions, patterns beside colour, words for who sees none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from trainer_app.ui import theme
from trainer_app.ui.widgets import Column, Table, Text
from trainer_app.ui.widgets.chart_bars import Bar, BarChart
from trainer_app.ui.widgets.chart_card import ChartCard
from trainer_app.ui.widgets.chart_lines import LineChart, Track, _nice
from trainer_app.ui.widgets.chart_marks import LOOKS, Legend, fill


def drawn(widget: QWidget, width: int) -> QImage:
    """The widget as high as that width asks for."""
    widget.resize(width, widget.heightForWidth(width))
    image = QImage(widget.size(), QImage.Format.Format_ARGB32)
    image.fill(theme.current().colour("card"))
    widget.render(image, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    return image


def inked(image: QImage, token: theme.Token) -> list[int]:
    """The columns of pixels in which a colour of the theme stands."""
    colour = theme.current().colour(token).rgb()
    return [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) == colour for y in range(image.height()))
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_bars_begin_where_reading_begins(qapp: QApplication, language: str) -> None:
    theme.apply(qapp, theme.Theme(language=language))
    chart = BarChart([Bar("a", (10,), "10"), Bar("b", (5,), "5")], "x", "y")
    image = drawn(chart, 400)
    half = image.copy(0, image.height() // 2, image.width(), image.height() // 2)
    whole, short = inked(image, "primary"), inked(half, "primary")
    assert len(short) == pytest.approx(len(whole) / 2, abs=4)
    at = max if language == "ar" else min
    assert at(short) == at(whole)


def test_a_target_is_marked_at_its_place(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Theme())
    plain = drawn(BarChart([Bar("", (40,), "")], "x", "y"), 400)
    marked = drawn(BarChart([Bar("", (20,), "", wanted=40)], "x", "y"), 400)
    assert max(inked(marked, "primary")) == pytest.approx(max(inked(plain, "primary")) / 2, abs=12)
    assert max(inked(marked, "ink")) > 380
    assert inked(plain, "ink") == []


def test_labels_stand_above_where_there_is_little_room(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Theme())
    bars = [Bar("A rather long label of a bar", (3,), "3 (100%)")]
    chart = BarChart(bars, "x", "y")
    assert chart.heightForWidth(260) > chart.heightForWidth(900)


def test_series_differ_by_more_than_colour(qapp: QApplication) -> None:
    """With all colour taken away the patterns are still not alike."""
    theme.apply(qapp, theme.Theme())
    seen = set()
    for number, (token, _pattern) in enumerate(LOOKS):
        image = QImage(90, 20, QImage.Format.Format_ARGB32)
        image.fill(theme.current().colour("card"))
        painter = QPainter(image)
        fill(painter, QRectF(0, 0, 90, 20), number)
        painter.end()
        own = theme.current().colour(token).rgb()
        seen.add(tuple(image.pixel(x, y) == own for x in range(90) for y in range(20)))
    assert len(seen) == len(LOOKS)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("steps", [1, 2, 40])
def test_a_line_has_a_mark_for_each_step_known(qapp, language: str, steps: int) -> None:
    theme.apply(qapp, theme.Theme(language=language))
    there = tuple(range(steps, 0, -1))
    after = (*there[1:], None)
    names = [str(at) for at in range(1, steps + 1)]
    chart = LineChart(names, [Track("a", there), Track("b", after)], "x", "y")
    image = drawn(chart, 600)
    assert inked(image, "primary")
    assert bool(inked(image, "accent")) == (steps > 1)
    assert max(inked(image, "primary")) < 600


def test_nothing_at_all_is_no_trouble(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Theme())
    assert inked(drawn(BarChart([Bar("a", (0,), "0")], "x", "y"), 300), "primary") == []
    drawn(LineChart(["1"], [Track("a", (0,))], "x", "y"), 300)
    assert BarChart([], "x", "y").heightForWidth(300) == 0


@pytest.mark.parametrize("most", [0, 1, 7, 11, 99, 101, 1234, 100_000])
def test_the_scale_ends_a_little_above_the_highest(most: int) -> None:
    assert most <= _nice(most) <= max(2, 2 * most)


def test_a_card_shows_the_chart_or_the_table_and_names_both(qtbot) -> None:
    theme.apply(QApplication.instance(), theme.Theme())
    chart = BarChart([Bar("Women", (2,), "2 (67%)")], "By gender", "Women: 2 (67%)")
    table = Table([Column("a", "A")], [], "By gender")
    legend = Legend(["Women", "", "Men"])
    card = ChartCard("By gender", "Most: Women, 2 of 3.", chart, table, legend=legend)
    qtbot.addWidget(card)
    card.show()
    assert (chart.isVisible(), legend.isVisible(), table.isVisible()) == (True, True, False)
    assert chart.accessibleName() == table.accessibleName() == card.accessibleName()
    assert chart.accessibleDescription() == "Women: 2 (67%)"
    assert [one.text() for one in legend.findChildren(Text)] == ["Women", "Men"]
    card.show_table(True)
    assert (chart.isVisible(), legend.isVisible(), table.isVisible()) == (False, False, True)
