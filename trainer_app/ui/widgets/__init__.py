"""The building blocks of every screen: a catalogue, one example each.

Widgets speak only the words given to them, take their look from `theme.current()` when made
(language, scale and theme change by building the page again), wrap, mirror, can be reached by
keyboard and name themselves to screen readers. Sizes given as numbers are design pixels.
`trainer_app.ui.theme`: `apply(app, Theme("light", 1.5, "ar", dense=False))` before building a
page (`dense=True` for the trainer's screens); `t = current()`; `t.px(48)` (grows with the scale:
targets, icons), `t.space(16)` (grows by half: margins, gaps), `t.font("body", "bold")`,
`t.colour("muted")`, `t.rtl`; `icon("heart", "ink", 24)` is a QIcon. Text sizes: caption small body
large title headline display. Tones: plain primary accent ok warn danger. A page of your own gets
its ground from `page.setProperty("ground", "paper")` with WA_StyledBackground.

Words      Text("Welcome", "headline", "bold")  Text(line_of_spans, colour="muted", align="center")
           text.set_words("…")  text.highlight(4, 3)            marks characters read aloud
Blocks     view = BlockView(page.blocks, lesson.image, box_titles={"tip": _("Tip")})
           view.pieces() -> texts in reading order;  view.highlight(piece, start, length)
Press      Button("Next", "primary", icon="arrow-right", icon_last=True)   .clicked
           roles: primary secondary quiet danger;  button.set_word("Pause", "pause")
           IconButton("volume-2", "Read aloud", under=False, show_word=True)   .clicked .toggled
           TileButton("Your first post", lesson.image(lesson.tile), lesson.hue, state="going",
                      done=2, parts=6, state_said="begun")   .clicked
           states: new going practised done
Answers    row = ChoiceButton(words.line);  row.set_state("right", _("Right"))   .clicked
           states: idle chosen right wrong
People     FaceButton("face-07", "Amira", "A12")  PictureButton(path, "Boat", show_name=False)
           both checkable, .clicked .toggled;   Avatar("face-07", "Amira", 48)
           SmileButton(3, "Good")   .clicked     Smile(3, 32)      faces 1 to 3 of how it was
Pictures   SvgPicture(path, alt, most=300, least=96)    Icon("heart", "accent", 24)
Type in    TextField("Name", "", help_words="…", hint="…", latin=False, lines=1)   .changed(str)
           PassphraseField("Passphrase", "Show", "Hide")   .entered()   SearchField("Search people")
           all fields: value() set_value(v) set_error("…" or None) error() control
Pick       ChoiceField("Room", [("a", "Hall"), ("b", "Library", "book-open")], "a")  .changed(key)
           SegmentField("Mark", [("present", "Present", "check"), ("late", "Late", "clock")], None)
           CheckField("I agree", False)   .toggled(bool)
           SpinField("Length", 90, least=0, most=240, step=5, unit="minutes")   .changed(int)
           DateField("Date", None, today, bad_words="This is no date.")   .changed(date or None)
           TimeField("Start", time(10), bad_words="This is no time.")   .changed(time or None)
Panels     Card(widget, layout, …)  card.add(…)  card.body (its layout)   Disc("hand", "accent")
           Notice("Saved.", "ok", title="", icon=None, button=None)   a strip; any tone
           StatCard("user-check", "9 / 11", "here today", "ok")  .set_figure("10 / 11")
           EmptyState(scene_path, alt, "No sessions yet.", button=Button("Plan one", "primary"))
           Chip("Asked for help", "accent", icon="hand")
Progress   ProgressBar(3, 7, "Page 3 of 7")  .show_progress(4, 7, "…")
           Stepper(2, 7, "Page 3 of 7")  .show_step(3, 7, "…")      `at` counts from 0
Arrange    Scroller(page) or s = Scroller(); s.add(widget)          up and down only
           grid = FlowGrid(260, gap=16, most=4); grid.add(*tiles); grid.set_tiles(tiles)
           sides = FlowGrid(440, 48, most=2, upwards=True); sides.add(picture, words)
           two halves; in a narrow window the words stand above the picture
           row = FlowRow(owner, gap=8, at_end=False); row.addWidget(button)     wraps
Bars       TopBar(start=[back], title="Who sees it?", end=[read, help])  TopBar(brand=(icon, word))
           TopBar(start=[back], end=[next], foot=True)              the bar at the bottom
           side = SideNav(("sprout", "Room"), [Place("today", "Today", "calendar-check")], "today",
                          foot=[widget])   .chosen(key)   it narrows to icons by itself
In front   d = Dialog(window, "Delete?", "It is gone.", [("keep", Button("Keep")),
                      ("delete", Button("Delete", "danger"))], escape="keep")
           d.answered.connect(…); d.open()      body may be a widget; Escape answers `escape`
           stand_in_front(cover) of `widgets.behind`: screen readers meet it alone, not the page
           Toast.say(window, "Saved", "ok")     read aloud by screen readers; goes by itself
           Toast.say(window, "Saved", button=Button("Undo"))     with something to press in it
Table      Table([Column("name", "Name", stretch=1), Column("n", "Hours", align="end")],
                 [Row("id7", (Cell("Amira", face="face-07", strong=True), Cell("9", sort=9)))],
                 "Learners", sort=("name", False), full=False)   .chosen(row_key, column_key)
           Cell(text, icon=, tone= (a pill), share= (a bar 0–1), muted=, sort=, said=)
           table.set_rows(rows)  table.keys();  `full=True` inside a Scroller; `keeps_first=True`
           where more columns may come than fit
Charts     in modules of their own, as no start needs them; `said` names one, `figures_said` is
           every figure in words, for who does not see it
           chart_bars.BarChart([Bar("Women", (12,), "12 (60%)", wanted=15)], said, figures_said)
           Bar("30 to 54", (5, 4, 1), "10") with several parts is stacked
           chart_lines.LineChart(["1", "2"], [Track("Were there", (12, 9))], said, figures_said)
           chart_marks.Legend(["Women", "Men"])      a colour and a pattern for each
           chart_card.ChartCard("By gender", "Most: …", chart, table)   .show_table(True)
"""

from __future__ import annotations

from trainer_app.ui.widgets.bars import Place, SideNav, TopBar
from trainer_app.ui.widgets.block_view import BlockView
from trainer_app.ui.widgets.buttons import Button, IconButton
from trainer_app.ui.widgets.chips import Chip, ProgressBar, Stepper
from trainer_app.ui.widgets.choices import CheckField, ChoiceButton, SegmentField
from trainer_app.ui.widgets.dates import DateField, TimeField
from trainer_app.ui.widgets.dialog import Dialog
from trainer_app.ui.widgets.faces import FaceButton, PictureButton
from trainer_app.ui.widgets.fields import Icon, PassphraseField, SearchField, TextField
from trainer_app.ui.widgets.flow import FlowRow, Scroller
from trainer_app.ui.widgets.grid import FlowGrid
from trainer_app.ui.widgets.panels import Card, Disc, EmptyState, Notice, Panel, StatCard
from trainer_app.ui.widgets.pickers import ChoiceField, SpinField
from trainer_app.ui.widgets.pictures import Avatar, SvgPicture
from trainer_app.ui.widgets.smiles import Smile, SmileButton
from trainer_app.ui.widgets.table import Table
from trainer_app.ui.widgets.table_model import Cell, Column, Row
from trainer_app.ui.widgets.text import Text
from trainer_app.ui.widgets.tiles import TileButton
from trainer_app.ui.widgets.toast import Toast

__all__ = [
    "Avatar",
    "BlockView",
    "Button",
    "Card",
    "Cell",
    "CheckField",
    "Chip",
    "ChoiceButton",
    "ChoiceField",
    "Column",
    "DateField",
    "Dialog",
    "Disc",
    "EmptyState",
    "FaceButton",
    "FlowGrid",
    "FlowRow",
    "Icon",
    "IconButton",
    "Notice",
    "Panel",
    "PassphraseField",
    "PictureButton",
    "Place",
    "ProgressBar",
    "Row",
    "Scroller",
    "SearchField",
    "SegmentField",
    "SideNav",
    "Smile",
    "SmileButton",
    "SpinField",
    "StatCard",
    "Stepper",
    "SvgPicture",
    "Table",
    "Text",
    "TextField",
    "TileButton",
    "TimeField",
    "Toast",
    "TopBar",
]  # fmt: skip
