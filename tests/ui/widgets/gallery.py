"""Every widget on one page, and three screens made of them, to look at and to measure."""

from __future__ import annotations

import tomllib
from datetime import date, time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sample_words import WORDS, page

from trainer_app import places
from trainer_app.ui import widgets as w
from trainer_app.ui.theme import current


def _t() -> dict:
    return WORDS[current().language]


def scene(name: str) -> Path:
    return places.assets() / "scenes" / f"{name}.svg"


def _column(*parts: QWidget, gap: int = 12) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().space(gap))
    for part in parts:
        column.addWidget(part)
    return whole


def _flow(*parts: QWidget) -> QWidget:
    whole = QWidget()
    row = w.FlowRow(whole, 12)
    for part in parts:
        row.addWidget(part)
    return whole


def bar() -> w.TopBar:
    t = _t()
    return w.TopBar(
        brand=("sprout", t["room"]),
        end=[
            w.Button(t["read"], icon="volume-2"),
            w.Button(t["language"], "quiet", icon="languages"),
            w.Button(t["help"], "quiet", icon="hand"),
            w.Avatar("face-01", t["people"][0]),
        ],
    )


def buttons() -> QWidget:
    t = _t()
    off = w.Button(t["cant"], icon="lock")
    off.setEnabled(False)
    chosen = w.IconButton("heart", t["friends"])
    chosen.setCheckable(True)
    chosen.setChecked(True)
    return _column(
        w.Text(t["welcome"], "headline", "bold"),
        _flow(
            w.Button(t["long"], "primary", icon="play"),
            w.Button(t["next"], "primary", icon="arrow-right", icon_last=True),
            w.Button(t["back"], icon="arrow-left"),
            w.Button(t["help"], "quiet", icon="hand"),
            w.Button(t["delete"], "danger", icon="trash-2"),
            off,
        ),
        _flow(
            w.IconButton("volume-2", t["read"]),
            chosen,
            w.IconButton("languages", t["language"], under=False),
            w.IconButton("x", t["keep"], show_word=False),
            w.Chip(t["stuck"], "warn", icon="hourglass"),
            w.Chip(t["asked"], "accent", icon="hand"),
            w.Chip(t["done"], "ok", icon="check"),
            w.Chip(t["new"]),
            w.Chip(t["wrong"], "danger", icon="x"),
        ),
        w.Stepper(2, 7, t["step"]),
        w.ProgressBar(3, 7, t["step"]),
    )


def answers() -> QWidget:
    t = _t()
    rows = [w.ChoiceButton(t[key]) for key in ("everyone", "friends", "nobody", "everyone")]
    rows[1].set_state("right", t["right"])
    rows[2].set_state("wrong", t["wrong"])
    rows[3].set_state("chosen")
    return w.Card(w.Text(t["question"], "large", "semibold"), *rows)


def notices() -> QWidget:
    t = _t()
    return _column(
        w.Notice(t["info"], "primary", title=t["help"]),
        w.Notice(t["saved"], "ok"),
        w.Notice(t["warn"], "warn", button=w.Button(t["help"], icon="hand")),
        w.Notice(t["danger"], "danger"),
    )


def form() -> QWidget:
    t = _t()
    handle = w.TextField(t["handle"], "@amira_h", latin=True, help_words=t["name_help"])
    handle.set_error(t["wrong_handle"])
    rooms = [("one", t["room"]), ("two", t["group"], "users")]
    marks = [("p", t["present"], "check"), ("l", t["late"], "clock"), ("a", t["absent"], "x")]
    return w.Card(
        w.TextField(t["name"], t["people"][0], help_words=t["name_help"]),
        handle,
        w.PassphraseField(t["secret"], t["show"], t["hide"]),
        w.SearchField(t["search"]),
        w.ChoiceField(t["room_choice"], rooms, "two"),
        w.SpinField(t["minutes"], 90, unit=t["unit"]),
        w.DateField(
            t["date"], date(2025, 3, 11), lambda: date(2025, 3, 1), bad_words=t["bad_date"],
            help_words=t["date_help"],
        ),
        w.TimeField(t["time"], time(10, 0), bad_words=t["bad_date"]),
        w.TextField(t["notes"], t["saved"], lines=3),
        w.SegmentField(t["here"], marks, "l"),
        w.CheckField(t["agree"], True),
        w.CheckField(t["friends"]),
    )  # fmt: skip


def people() -> QWidget:
    t = _t()
    faces = w.FlowGrid(150, 12)
    faces.add(
        *[w.FaceButton(f"face-{n:02}", name, f"A{n}") for n, name in enumerate(t["people"], 1)]
    )
    chosen = faces.tiles()[1]
    assert isinstance(chosen, w.FaceButton)
    chosen.setChecked(True)
    pictures = [
        w.PictureButton(path, t["boat"], show_name=number % 2 == 0)
        for number, path in enumerate(sorted((places.assets() / "signin").glob("*.svg"))[:6])
    ]
    pictures[2].setChecked(True)
    return _column(faces, _flow(*pictures))


def tiles() -> w.FlowGrid:
    t = _t()
    grid = w.FlowGrid(260, 16, most=4)
    pictures = [places.lessons() / name for name in _tile_pictures()]
    states = ["done", "done", "done", "going", "going", "new", "new", "new"]
    grid.add(
        *[
            w.TileButton(
                title,
                pictures[number % len(pictures)] if pictures else scene("welcome"),
                _hue(pictures[number % len(pictures)]) if pictures else "teal",
                state=state,
                done=number - 2,
                parts=4,
                state_said=t[state],
            )
            for number, (title, state) in enumerate(zip(t["tiles"], states, strict=True))
        ]
    )
    return grid


def _hue(picture: Path) -> str:
    structure = tomllib.loads((picture.parents[1] / "lesson.toml").read_text(encoding="utf-8"))
    return str(structure["hue"])


def _tile_pictures() -> list[str]:
    return sorted(
        path.relative_to(places.lessons()).as_posix()
        for path in places.lessons().glob("*/images/tile.svg")
    )


def figures() -> QWidget:
    t = _t()
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(current().space(14))
    line.addWidget(w.StatCard("user-check", "9 / 11", t["here"], "ok"), 1)
    line.addWidget(w.StatCard("hand", "2", t["need"], "accent"), 1)
    line.addWidget(w.StatCard("award", "14", t["done"], "primary"), 1)
    return row


def table(*, full: bool = True) -> w.Table:
    t = _t()
    columns = [
        w.Column("name", t["learner"], stretch=2),
        w.Column("lesson", t["lesson_now"], stretch=1),
        w.Column("progress", t["progress"]),
        w.Column("minutes", t["minutes"], align="end"),
        w.Column("needs", t["needs"], stretch=1, sortable=False),
    ]
    needs = {
        1: w.Cell(t["stuck"], icon="hourglass", tone="warn"),
        3: w.Cell(t["asked"], icon="hand", tone="accent"),
    }
    rows = [
        w.Row(
            f"p{n}",
            (
                w.Cell(name, face=f"face-{n + 1:02}", strong=True),
                w.Cell(t["tiles"][n]),
                w.Cell(f"{62 - n * 9}%", share=(62 - n * 9) / 100, sort=62 - n * 9),
                w.Cell(str(100 - n * 7), muted=True, sort=100 - n * 7),
                needs.get(n, w.Cell("")),
            ),
        )
        for n, name in enumerate(t["people"])
    ]
    return w.Table(columns, rows, t["learners"], sort=("name", False), full=full)


def lesson_page() -> w.BlockView:
    t = _t()
    view = w.BlockView(
        page(current().language),
        lambda _file: scene("welcome"),
        box_titles={"care": t["warn"], "say": t["tip"]},
        picture_height=220,
    )
    start = view.pieces()[0].index(" ") + 1
    view.highlight(0, start, view.pieces()[0].index(" ", start) - start)
    return view


def empty() -> w.EmptyState:
    t = _t()
    button = w.Button(t["plan"], "primary", icon="calendar-plus")
    return w.EmptyState(scene("empty-sessions"), t["alt"], t["nothing"], button=button)


def side(value: str = "today") -> w.SideNav:
    t = _t()
    return w.SideNav(
        ("sprout", t["room"]),
        [
            w.Place("today", t["today"], "calendar-check"),
            w.Place("learners", t["learners"], "users"),
            w.Place("lessons", t["lessons"], "book-open", 3),
            w.Place("reports", t["reports"], "chart-column"),
            w.Place("settings", t["settings"], "settings"),
        ],
        value,
    )


def build() -> QWidget:
    """A page with every widget; 1366 wide it shows all of them below each other."""
    whole = _ground()
    column = QVBoxLayout(whole)
    space = current().space
    column.setContentsMargins(space(24), space(16), space(24), space(16))
    column.setSpacing(space(24))
    parts = (bar(), buttons(), answers(), notices(), form(), people(), tiles(), figures())
    for part in (*parts, w.Card(table()), lesson_page(), empty()):
        column.addWidget(part)
    column.addStretch(1)
    return whole


def home() -> QWidget:
    """The learner's first screen."""
    t = _t()
    whole = _ground()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(bar())
    inside = QWidget()
    inside.setProperty("ground", "none")
    rows = QVBoxLayout(inside)
    space = current().space
    rows.setContentsMargins(space(32), space(16), space(32), space(16))
    head = QHBoxLayout()
    head.addWidget(w.Text(t["welcome"], "headline", "bold"), 1)
    head.addWidget(w.Button(t["all"], "primary", icon="play"))
    rows.addLayout(head)
    rows.addWidget(tiles())
    rows.addStretch(1)
    column.addWidget(w.Scroller(inside), 1)
    return whole


def trainer() -> QWidget:
    """The trainer's day."""
    t = _t()
    whole = _ground()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(side())
    column = QVBoxLayout()
    space = current().space
    column.setContentsMargins(space(28), space(20), space(28), space(20))
    column.setSpacing(space(16))
    head = QHBoxLayout()
    titles = QVBoxLayout()
    titles.setSpacing(0)
    titles.addWidget(w.Text(t["group"], "headline", "bold"))
    titles.addWidget(w.Text(t["when"], "body", colour="muted", tight=True))
    head.addLayout(titles, 1)
    head.addWidget(w.Button(t["print"], icon="printer"))
    head.addWidget(w.Button(t["present_now"], "primary", icon="presentation"))
    column.addLayout(head)
    column.addWidget(figures())
    column.addWidget(w.Card(table(full=False), pad=10), 1)
    row.addLayout(column, 1)
    return whole


def lesson() -> QWidget:
    """One page of a lesson, with its bars."""
    t = _t()
    whole = _ground()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    back = w.Button(t["all"], icon="arrow-left")
    read = w.Button(t["read"], icon="volume-2")
    column.addWidget(w.TopBar(start=[back], title=t["title"], end=[read]))
    inside = QWidget()
    inside.setProperty("ground", "none")
    middle = QHBoxLayout(inside)
    middle.setContentsMargins(*[current().space(24)] * 4)
    middle.addStretch(1)
    middle.addWidget(lesson_page(), 6)
    middle.addStretch(1)
    column.addWidget(w.Scroller(inside), 1)
    onward = w.Button(t["next"], "primary", icon="arrow-right", icon_last=True)
    back = w.Button(t["back"], icon="arrow-left")
    column.addWidget(w.TopBar(start=[back, w.Stepper(2, 7, t["step"])], end=[onward], foot=True))
    return whole


def ask(window: QWidget) -> w.Dialog:
    """A question in front of a window, not yet shown."""
    t = _t()
    keep, delete = w.Button(t["keep"]), w.Button(t["delete"], "danger", icon="trash-2")
    return w.Dialog(
        window, t["sure"], t["sure_body"], [("keep", keep), ("delete", delete)], escape="keep"
    )


def _ground() -> QWidget:
    whole = QWidget()
    whole.setProperty("ground", "paper")
    whole.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return whole
