"""What was paid for a project: when, what for, and how much."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from trainer_app.domain.funding.money import cents_of
from trainer_app.domain.funding.projects import Cost
from trainer_app.i18n import _, isolate
from trainer_app.services.funding.spending import Spending
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.took_form import TookForm, bad_day
from trainer_app.ui.page import Now
from trainer_app.ui.widgets import DateField, FlowGrid, TextField
from trainer_app.ui.widgets.fields import Field


@dataclass(frozen=True, slots=True)
class TypedCost:
    """What stands in the form; the amount as it was typed."""

    cost: Cost
    amount: str


class CostFormPage(TookForm):
    """One cost, new where its `id` is empty. Signals: as TookForm."""

    def __init__(
        self,
        spending: Spending,
        bridge: Bridge,
        cost: Cost,
        currency: str,
        *,
        back: str,
        now: Now,
    ) -> None:
        super().__init__(_("Change a cost") if cost.id else _("Add a cost"), bridge, back=back)
        self._spending, self._cost = spending, cost
        self.what = TextField(
            _("What was paid for"), help_words=_("Such as: tea, room, bus tickets")
        )
        amount = _("Amount in {currency}").format(currency=isolate(currency))
        self.amount = TextField(amount, latin=True)
        self.on = DateField(_("Date"), None, lambda: now().date(), bad_words=bad_day())
        for field in (self.what, self.amount):
            field.changed.connect(lambda _text, field=field: self.touched(field))
        self.on.changed.connect(lambda _day: self.touched())
        fields = FlowGrid(320, 14, most=3)
        fields.add(self.what, self.amount, self.on)
        remove = _("Take this cost off") if cost.id else ""
        self.lay_out([fields], self.what, remove=remove)
        self.put(TypedCost(cost, written(cost.cents)))

    def typed(self) -> TypedCost:
        cost = replace(
            self._cost,
            what=self.what.value(),
            cents=cents_of(self.amount.value()) or 0,
            on=self.on.value() or self._cost.on,
        )
        return TypedCost(cost, self.amount.value())

    def put(self, memory: TypedCost) -> None:
        self.what.set_value(memory.cost.what)
        self.amount.set_value(memory.amount)
        self.on.set_value(memory.cost.on)

    def trouble(self) -> tuple[Field, str] | None:
        if not self.what.value().strip():
            return self.what, _("Write what was paid for.")
        if not cents_of(self.amount.value()):
            return self.amount, _("Write an amount, such as 12.50.")
        if self.on.value() is None:
            return self.on, bad_day()
        return None

    def saving(self) -> Callable[[], object]:
        cost = self.typed().cost
        return lambda: self._spending.save_cost(cost)

    def removing(self) -> Callable[[], object]:
        return lambda: self._spending.remove_cost(self._cost)

    def restoring(self) -> Callable[[], object]:
        return lambda: self._spending.save_cost(self._cost)


def written(cents: int) -> str:
    """An amount as it stands in the field, which reads it back; nothing for none."""
    return f"{cents // 100}.{cents % 100:02}" if cents > 0 else ""
