"""The one style sheet, made from tokens, for the controls that Qt draws itself."""

from __future__ import annotations

from string import Template

from trainer_app.ui.theme.icons import icon_path
from trainer_app.ui.theme.look import Theme
from trainer_app.ui.theme.tokens import RADIUS, TABLE_TARGET, Token

_TOKENS: tuple[Token, ...] = (
    "paper", "card", "sunk", "line", "edge", "ink", "muted", "primary", "on_primary",
    "primary_tint", "danger", "danger_tint", "focus",
)  # fmt: skip
_SHEET = Template("""
* { outline: none; $still }
QWidget[ground="paper"] { background: $paper; }
QWidget[ground="card"] { background: $card; }
QWidget[ground="sunk"] { background: $sunk; }
QScrollArea, QScrollArea > QWidget > QWidget[ground="none"] { background: transparent; }
QLineEdit, QPlainTextEdit, QComboBox {
  background: $card; color: $ink; border: ${border}px solid $edge; border-radius: ${radius}px;
  padding: 0 ${pad}px; min-height: ${inner}px;
  selection-background-color: $primary; selection-color: $on_primary;
  placeholder-text-color: $muted;
}
QPlainTextEdit { padding: ${half}px ${pad}px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {
  border: ${ring}px solid $focus; padding: 0 ${pad_focus}px; min-height: ${inner_focus}px;
}
QPlainTextEdit:focus { padding: ${half_focus}px ${pad_focus}px; }
QLineEdit[wrong="true"], QComboBox[wrong="true"] {
  border-color: $danger; background: $danger_tint;
}
QLineEdit:disabled, QComboBox:disabled {
  color: $muted; background: $sunk; border-color: $line;
}
QComboBox::drop-down { border: none; width: ${arrow_box}px;
  subcontrol-origin: padding; subcontrol-position: $end center; }
QComboBox::down-arrow { image: url("$down"); width: ${arrow}px; height: ${arrow}px; }
QComboBox QAbstractItemView {
  background: $card; color: $ink; border: ${border}px solid $edge;
  selection-background-color: $primary_tint; selection-color: $ink;
}
QComboBox QAbstractItemView::item { min-height: ${row}px; padding: 0 ${pad}px; }
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 2px; border: none; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 2px; border: none; }
QScrollBar::handle { background: $edge; border-radius: ${bar_round}px; }
QScrollBar::handle:vertical { min-height: ${target}px; }
QScrollBar::handle:horizontal { min-width: ${target}px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; border: none; width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableView {
  background: $card; alternate-background-color: $paper; color: $ink; border: none;
  gridline-color: $line; selection-background-color: $primary_tint; selection-color: $ink;
}
QHeaderView { background: $card; border: none; }
QHeaderView::section { background: $card; color: $muted; border: none;
  border-bottom: 1px solid $line; padding: ${quarter}px ${half}px; min-height: ${table}px; }
QToolTip { background: $ink; color: $card; border: none; padding: ${quarter}px ${half}px; }
""")


def style_sheet(theme: Theme) -> str:
    """The style sheet of a look."""
    colours = {str(token): theme.hex(token) for token in _TOKENS}
    ring, border = ring_width(theme), theme.border
    bar = theme.space(12)
    numbers = {
        "border": border, "ring": ring, "radius": theme.space(RADIUS),
        "inner": theme.target - 2 * border, "inner_focus": theme.target - 2 * ring,
        "pad": theme.space(12), "pad_focus": theme.space(12) - (ring - border),
        "half": theme.space(8), "half_focus": theme.space(8) - (ring - border),
        "quarter": theme.space(4), "row": theme.target, "target": theme.target,
        "table": theme.px(TABLE_TARGET), "arrow_box": theme.px(36), "arrow": theme.px(22),
        "bar": bar, "bar_round": (bar - 4) // 2,
    }  # fmt: skip
    # Qt lets scroll bars and fields of its own fade and glide otherwise.
    still = "" if theme.motion else "widget-animation-duration: 0;"
    arrows = {
        "down": icon_path("chevron-down", "ink", theme),
        # Qt mirrors sub-control positions itself where the layout runs from the right.
        "end": "right",
    }
    return _SHEET.substitute(
        colours, **{k: str(v) for k, v in numbers.items()}, **arrows, still=still
    )


def ring_width(theme: Theme) -> int:
    """The width in pixels of the ring around what has the keyboard."""
    return max(theme.border + 1, theme.space(3))
