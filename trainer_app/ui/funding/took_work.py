"""Hours of work beside the sessions: whose, when, how long, what for, and whether paid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.funding.work import TASKS, Work
from trainer_app.i18n import _
from trainer_app.services.funding.spending import Spending
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.took_form import TookForm, bad_day
from trainer_app.ui.heading import column
from trainer_app.ui.page import Now
from trainer_app.ui.widgets import (
    ChoiceField,
    DateField,
    FlowGrid,
    SegmentField,
    SpinField,
    Text,
    TextField,
)
from trainer_app.ui.widgets.fields import Field
from trainer_app.ui.work_words import tasks, work_roles

_NUMBER, _OWN = "by-number", "own-words"
_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class TypedWork:
    """What stands in the form: the work, and a participant number where one is typed."""

    work: Work
    number: str = ""
    own: bool = False


class WorkFormPage(TookForm):
    """One stretch of work, new where its `id` is empty.

    Signals: as TookForm.
    """

    def __init__(
        self,
        spending: Spending,
        bridge: Bridge,
        project_id: str,
        work: Work,
        *,
        back: str,
        now: Now,
    ) -> None:
        super().__init__(_("Change hours") if work.id else _("Add hours"), bridge, back=back)
        self._spending, self._project, self._work = spending, project_id, work
        workers = spending.workers(project_id)
        self._who_is_known = work.who in workers
        self._make_fields(list(workers.items()), now)
        few = FlowGrid(320, 14, most=3)
        few.add(self.who, self.number, self.on)
        more = FlowGrid(320, 14, most=3)
        more.add(self.minutes, self.role, self.task)
        self.lay_out(
            [few, more, self.own, column(Text(_("Paid?"), "body", "semibold"), self.paid, gap=4)],
            self.who if not work.who else self.minutes,
            under=_(
                "For work that no session tells of, such as preparing. Hours of leading or helping "
                "in a session are counted from the list of who was there."
            ),
            remove=_("Take these hours off") if work.id else "",
        )
        self.put(TypedWork(work, own=bool(work.task) and work.task not in TASKS))

    def _make_fields(self, workers: list[tuple[str, str]], now: Now) -> None:
        self.who = ChoiceField(
            _("Who"), [*workers, (_NUMBER, _("Somebody else, by participant number"))]
        )
        self.number = TextField(_("Participant number"), latin=True)
        self.on = DateField(_("Date"), None, lambda: now().date(), bad_words=bad_day())
        self.minutes = SpinField(
            _("How long"), 60, least=0, most=_A_DAY, step=15, unit=_("minutes")
        )
        self.role = ChoiceField(_("As what"), list(work_roles().items()), "volunteer")
        options = [*tasks().items(), (_OWN, _("Something else"))]
        self.task = ChoiceField(_("What for"), options)
        self.own = TextField(
            _("In a few words"), help_words=_("Such as: baking for the last evening")
        )
        self.paid = SegmentField(
            _("Paid?"), [("no", _("Without pay"), "hand"), ("yes", _("Paid"), "coins")], "no"
        )
        self.who.changed.connect(lambda _key: self._chosen(self.who))
        self.task.changed.connect(lambda _key: self._chosen(self.task))
        self.role.changed.connect(lambda _key: self.touched())
        self.on.changed.connect(lambda _day: self.touched())
        self.minutes.changed.connect(lambda _minutes: self.touched(self.minutes))
        self.paid.changed.connect(lambda _key: self.touched())
        for field in (self.number, self.own):
            field.changed.connect(lambda _text, field=field: self.touched(field))

    def _chosen(self, field: Field) -> None:
        self.touched(field)
        self._show_what_is_needed()

    def _show_what_is_needed(self) -> None:
        self.number.setVisible(self.who.value() == _NUMBER and not self._work.id)
        self.own.setVisible(self.task.value() == _OWN)

    def typed(self) -> TypedWork:
        own = self.task.value() == _OWN
        who = self.who.value() or ""
        work = replace(
            self._work,
            who="" if who == _NUMBER else who,
            on=self.on.value() or self._work.on,
            minutes=self.minutes.value(),
            role=self.role.value() or "volunteer",
            task=self.own.value() if own else self.task.value() or "",
            paid=self.paid.value() == "yes",
        )
        return TypedWork(work, self.number.value() if who == _NUMBER else "", own)

    def put(self, memory: TypedWork) -> None:
        work = memory.work
        if work.who and self._who_is_known:
            self.who.set_value(work.who)
        elif work.who or memory.number:
            self.who.set_value(_NUMBER)
        # Whose work it was is not changed afterwards: it is taken off, and added anew.
        self.who.setEnabled(not self._work.id)
        self.number.set_value(memory.number)
        self.on.set_value(work.on)
        self.minutes.set_value(work.minutes)
        self.role.set_value(work.role if work.role in work_roles() else "volunteer")
        if memory.own:
            self.task.set_value(_OWN)
            self.own.set_value(work.task)
        elif work.task:
            self.task.set_value(work.task)
        self.paid.set_value("yes" if work.paid else "no")
        self._show_what_is_needed()

    def trouble(self) -> tuple[Field, str] | None:
        typed = self.typed()
        if self.who.value() is None:
            return self.who, _("Choose whose work it was.")
        if self.who.value() == _NUMBER and not self._work.id and not typed.number.strip():
            return self.number, _("Write the number that stands on their card.")
        if self.on.value() is None:
            return self.on, bad_day()
        if not typed.work.minutes:
            return self.minutes, _("Say how long it took.")
        if self.task.value() is None:
            return self.task, _("Choose what it was for.")
        if not typed.work.task.strip():
            return self.own, _("Write in a few words what was done.")
        return None

    def saving(self) -> Callable[[], object]:
        typed = self.typed()

        def save() -> str:
            work = typed.work
            if self._work.id:
                work = replace(work, who=self._work.who)
            elif typed.number:
                found = self._spending.by_number(typed.number)
                if found is None:
                    raise UnknownThing(what="person", id=typed.number)
                work = replace(work, who=found)
            return self._spending.save_work(self._project, work)

        return save

    def removing(self) -> Callable[[], object]:
        return lambda: self._spending.remove_work(self._project, self._work)

    def restoring(self) -> Callable[[], object]:
        return lambda: self._spending.save_work(self._project, self._work)


def new_work(who: str, on: date, role: str = "volunteer") -> Work:
    """A form that nobody has filled in yet."""
    return Work(who, on, 60, role, "", "typed", paid=False)
