"""Where the parts of the translation's editor stand: side by side, or below one another."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.ui.heading import column, is_roomy
from trainer_app.ui.theme import current
from trainer_app.ui.translating.editor_head import EditorHead
from trainer_app.ui.translating.preview_pane import PreviewPane
from trainer_app.ui.translating.unit_list import UnitList
from trainer_app.ui.widgets import Scroller

_LINES_HEIGHT = 260


def lay_out(
    page: QWidget, head: EditorHead, line: QWidget, lines: UnitList, preview: PreviewPane
) -> None:
    """Arrange a page; where letters are large the preview is left out."""
    theme = current()
    edges = (theme.space(16), theme.space(10), theme.space(16), theme.space(10))
    whole = QVBoxLayout(page)
    if is_roomy():
        whole.setContentsMargins(*edges)
        whole.setSpacing(theme.space(8))
        whole.addWidget(head)
        columns = QHBoxLayout()
        columns.setSpacing(theme.space(14))
        columns.addWidget(lines, 10)
        columns.addWidget(Scroller(_from_the_top(line)), 12)
        columns.addWidget(preview, 10)
        whole.addLayout(columns, 1)
        return
    # The line that is open stands before all lines.
    whole.setContentsMargins(0, 0, 0, 0)
    lines.setFixedHeight(theme.px(_LINES_HEIGHT))
    inside = column(head, line, lines, head.ways)
    layout = inside.layout()
    assert layout is not None
    layout.setContentsMargins(*edges)
    preview.setParent(inside)
    preview.hide()
    whole.addWidget(Scroller(inside))


def _from_the_top(inside: QWidget) -> QWidget:
    """Something that keeps its height where there is more room."""
    holder = column(inside)
    layout = holder.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.addStretch(1)
    return holder
