"""A card that shows the same figures as a chart or as a table."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from trainer_app.ui.widgets.panels import Card
from trainer_app.ui.widgets.table import Table
from trainer_app.ui.widgets.text import Text


class ChartCard(Card):
    """A title, a sentence that sums it up, then the chart or the table. Signals: none.

    `legend` goes with the chart, `note` with both. Without a chart the table always shows.
    """

    def __init__(
        self,
        title: str,
        summary: str,
        chart: QWidget | None,
        table: Table,
        *,
        legend: QWidget | None = None,
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(pad=16, parent=parent)
        self.setAccessibleName(title)
        self.chart, self.table, self._legend = chart, table, legend
        self.add(Text(title, "large", "bold", tight=True))
        if summary:
            self.add(Text(summary, "body", tight=True))
        self.add(*(part for part in (legend, chart) if part is not None), table)
        if note:
            self.add(Text(note, "small", colour="muted", tight=True))
        self.body.addStretch(1)
        self.show_table(False)

    def show_table(self, on: bool) -> None:
        """Show the table, or the chart."""
        on = on or self.chart is None
        for part in (self.chart, self._legend):
            if part is not None:
                part.setVisible(not on)
        self.table.setVisible(on)
