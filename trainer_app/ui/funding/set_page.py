"""One indicator set in plain words: what is counted, what people are asked, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.funding.answers import STAGES, Question, Stage
from trainer_app.domain.funding.indicators import Indicator, IndicatorSet, in_language
from trainer_app.i18n import _, current, isolate, ngettext
from trainer_app.i18n.formats import listed, number
from trainer_app.services.funding.indicators import Indicators
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, column, flow, is_roomy, margins
from trainer_app.ui.indicator_words import need_words, rule_words, stages, traits
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import Button, Card, Chip, Dialog, Notice, Scroller, Text

_SEPARATOR = " · "


class SetPage(Page):
    """A set to read; one of the organiser's own can be removed.

    `back`: where it came from, in words; otherwise all sets. Signals: `removed`, `back_requested`.
    """

    guide = "projects"

    removed = Signal()
    back_requested = Signal()

    def __init__(self, sets: Indicators, bridge: Bridge, name: str, *, back: str = "") -> None:
        super().__init__()
        self._sets, self._bridge = sets, bridge
        self._set = sets.get(name)
        self._language = current().code
        self.title = in_language(self._set.words, self._language)
        whole = QVBoxLayout(self)
        margins(whole)
        actions: list[QWidget] = []
        if self._set.own:
            self.remove_button = Button(_("Remove this set"), "danger", icon="trash-2")
            self.remove_button.clicked.connect(self._ask)
            actions.append(self.remove_button)
        heading = Heading(
            isolate(self.title), _SEPARATOR.join(traits(self._set)), actions,
            back=back or _("Indicator sets"),
        )  # fmt: skip
        heading.back_requested.connect(self.back_requested)
        scroller = Scroller()
        if is_roomy():
            whole.addWidget(heading)
        else:
            scroller.add(heading)
        for part in self._parts(self._set):
            scroller.add(part)
        whole.addWidget(scroller, 1)

    def _parts(self, set: IndicatorSet) -> list[QWidget]:
        parts: list[QWidget] = [Text(in_language(set.about, self._language), "large")]
        if set.needs:
            needs = listed([need_words(set, need) for need in set.needs])
            words = _("Who lacks one of these is reported as incomplete, and counted nowhere else:")
            parts.append(Notice(f"{words} {needs}.", "plain", icon="info"))
        parts.append(self._counted(set))
        if set.questions:
            parts.append(self._asked(set))
        else:
            words = _("Nobody is asked anything for this set.")
            parts.append(Notice(words, "ok", icon="circle-check"))
        return parts

    def _counted(self, set: IndicatorSet) -> Card:
        many = len(set.indicators)
        title = ngettext("{count} figure is counted", "{count} figures are counted", many)
        card = Card(Text(title.format(count=number(many)), "title", "bold"))
        for stage in STAGES:
            here = [one for one in set.indicators if one.stage == stage]
            if here and {one.stage for one in set.indicators} != {"entry"}:
                card.add(Text(stages()[stage], "large", "semibold"))
            for one in here:
                card.add(self._indicator(set, one))
        return card

    def _indicator(self, set: IndicatorSet, one: Indicator) -> QWidget:
        title = f"{isolate(one.code)}  {isolate(in_language(one.words, self._language))}"
        words = _("Counts everybody who {rule}.").format(rule=rule_words(set, one.rule))
        chips = []
        if one.sensitive:
            chips.append(Chip(_("sensitive"), "warn", icon="lock"))
        if one.estimate:
            chips.append(Chip(_("may be estimated"), "plain", icon="scale"))
        parts: list[QWidget] = [Text(title, "body", "semibold"), Text(words, "small")]
        if chips:
            parts.append(flow(*chips))
        return column(*parts, gap=2)

    def _asked(self, set: IndicatorSet) -> Card:
        many = len(set.questions)
        title = ngettext("{count} question is asked", "{count} questions are asked", many)
        card = Card(Text(title.format(count=number(many)), "title", "bold"))
        always = _("“I prefer not to say” is always an answer, too.")
        card.add(Text(always, "body", colour="muted"))
        for place, one in enumerate(set.questions, 1):
            card.add(self._question(place, one))
        return card

    def _question(self, place: int, one: Question) -> QWidget:
        title = _("{number}. {question}").format(
            number=number(place), question=isolate(in_language(one.ask, self._language))
        )
        answers = " / ".join(
            isolate(in_language(choice.words, self._language)) for choice in one.choices
        )
        chips = [Chip(_when(one.stage), "plain", icon="calendar")]
        if one.sensitive:
            chips.append(Chip(_("sensitive, with a yes of its own"), "warn", icon="lock"))
        if one.by_trainer:
            chips.append(Chip(_("answered by the trainer"), "plain", icon="user-check"))
        if one.wording_fixed:
            chips.append(Chip(_("words of the standard"), "plain", icon="book-open-check"))
        reason = _("Why: {reason}").format(reason=isolate(in_language(one.reason, self._language)))
        return column(
            Text(title, "body", "semibold"),
            Text(answers, "small"),
            Text(reason, "small", colour="muted"),
            flow(*chips),
            gap=2,
        )

    def _ask(self) -> None:
        used = [isolate(one.name) for one in self._sets.used_by(self._set.name)]
        words = _("Its figures are no longer made. Claims that were submitted keep theirs.")
        words += " " + _("It goes from the other laptops of the centre, too.")
        if used:
            words += " " + _("Projects that count by it: {projects}.").format(projects=listed(used))
        keep = Button(_("Keep it"), "secondary")
        remove = Button(_("Remove this set"), "danger", icon="trash-2")
        title = _("Remove {name}?").format(name=isolate(self.title))
        dialog = Dialog(
            self.window(), title, words, [("", keep), ("remove", remove)], escape="", width=720
        )
        dialog.answered.connect(lambda answer: self._remove() if answer else None)
        dialog.open(keep)

    def _remove(self) -> None:
        def remove() -> bool:
            self._sets.remove(self._set.name)
            return True

        if self._bridge.run(remove, "projects"):
            self.removed.emit()


def _when(stage: Stage) -> str:
    return stages()[stage]
