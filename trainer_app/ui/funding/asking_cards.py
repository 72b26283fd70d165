"""What a trainer has of one person in a project: what is due, her yes and no, what she said."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from trainer_app.domain.funding.answers import PREFER_NOT, STAGES, Question, Stage
from trainer_app.domain.funding.asking import USES, Open
from trainer_app.i18n import _, pgettext
from trainer_app.i18n.formats import short_date
from trainer_app.services.funding.asking import Asking
from trainer_app.services.funding.taking import Taking
from trainer_app.ui.asking_words import (
    answer_words,
    ask_words,
    choice_words,
    open_words,
    stages,
    uses,
    yes_words,
)
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.asking_yes import YesForm
from trainer_app.ui.heading import flow
from trainer_app.ui.labels import person_label
from trainer_app.ui.widgets import (
    Button,
    Card,
    Cell,
    ChoiceField,
    Column,
    Dialog,
    Row,
    Table,
    Text,
    Toast,
)


class DueCard(Card):
    """What is open of one stage. Signals: `ask_requested`: turn the laptop to the person."""

    ask_requested = Signal()

    def __init__(
        self, asking: Asking, bridge: Bridge, taking: Taking, due: Open, today: date
    ) -> None:
        super().__init__()
        self._asking, self._bridge, self._taking, self._stage = asking, bridge, taking, due.stage
        self.add(Text(stages()[due.stage], "large", "bold"))
        late = due.is_late(today)
        colour = "warn" if late else "muted"
        self.add(Text(open_words(due, today), "small", colour=colour))  # type: ignore[arg-type]
        if due.asked:
            self.ask = Button(_("Ask now"), "primary", icon="message-circle", size="small")
            self.ask.clicked.connect(self.ask_requested)
            hint = _("Then turn the laptop to {name}. Each question is in their language.").format(
                name=person_label(taking.person)
            )
            self.add(flow(self.ask), Text(hint, "small", colour="muted"))
        for question in due.known:
            self.add(self._known(question))

    def _known(self, question: Question) -> ChoiceField:
        """A question to the trainer herself."""
        words = [(one.id, choice_words(one)) for one in question.choices]
        options = [*words, (PREFER_NOT, _("Not known"))]
        field = ChoiceField(ask_words(question), options, help_words=_("For you to say."))
        field.changed.connect(lambda value: self._say(question.id, value))
        return field

    def _say(self, question: str, value: str) -> None:
        taking = self._taking

        def give() -> bool:
            self._asking.give(taking.person.id, taking.project.id, self._stage, {question: value})
            return True

        if self._bridge.run(give, "answers"):
            Toast.say(self.window(), _("Saved"))


class ConsentCard(Card):
    """What she agreed to, a yes on paper, and taking that back; the bridge says what changed.

    Signals: `paper_requested`: the form to sign.
    """

    paper_requested = Signal()

    def __init__(self, asking: Asking, bridge: Bridge, taking: Taking) -> None:
        super().__init__()
        self._asking, self._bridge, self._taking = asking, bridge, taking
        self.add(Text(_("Their yes and no"), "large", "bold"))
        for use in USES:
            said = yes_words(taking, use)
            words = _("{label}: {value}").format(label=uses()[use], value=said)
            self.add(Text(words, "small"))
            if taking.agreed(use):
                take = Button(_("They take it back…"), "quiet", icon="undo-2", size="small")
                take.setAccessibleDescription(uses()[use])
                take.clicked.connect(lambda _on=False, use=use: self._ask(use))
                self.add(flow(take))
        self.paper = Button(_("A form to sign"), icon="printer", size="small")
        self.paper.clicked.connect(self.paper_requested)
        self.record = Button(_("Record a yes…"), icon="pencil", size="small")
        self.record.clicked.connect(self._open_form)
        self.add(flow(self.paper, self.record))
        self.form: YesForm | None = None

    def _open_form(self) -> None:
        self.record.hide()
        self.form = YesForm(self._asking, self._bridge, self._taking)
        self.form.cancelled.connect(self._close_form)
        self.add(self.form)
        self.form.begin()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self.record.show()
        self.record.setFocus()

    def _ask(self, use: str) -> None:
        words = (
            _("The answers to private questions go for good, also from backups.")
            if use == "sensitive"
            else _("All that they answered for this project goes for good, also from backups.")
        )
        keep = Button(_("Keep the answers"), "secondary")
        take = Button(pgettext("consent", "Take it back"), "danger", icon="undo-2")
        dialog = Dialog(
            self.window(), _("Take the yes back?"), words, [("", keep), ("take", take)], escape=""
        )
        dialog.answered.connect(lambda answer: self._take_back(use) if answer else None)
        dialog.open(keep)

    def _take_back(self, use: str) -> None:
        taking = self._taking

        def no() -> bool:
            self._asking.agree(taking.person.id, taking.project.id, use, False)
            return True

        if self._bridge.run(no, "answers"):
            Toast.say(self.window(), _("Taken back. The answers are gone."))


class AnswersCard(Card):
    """What she said, hidden until the trainer wants to see it.

    Signals: `again_requested(str)` with a stage: she wants to answer anew.
    """

    again_requested = Signal(str)

    def __init__(self, asking: Asking, bridge: Bridge, taking: Taking) -> None:
        super().__init__()
        self._asking, self._bridge, self._taking = asking, bridge, taking
        self._shown = False
        self._table = Table(
            [
                Column("question", _("Question"), stretch=3, sortable=False),
                Column("on", _("Said on"), sortable=False),
                Column("answer", _("Answer"), stretch=2, sortable=False),
            ],
            [],
            _("Answers"),
            full=True,
        )
        self._table.chosen.connect(lambda key, _column: self._ask(key))
        self._show = Button(_("Show answers"), "quiet", icon="eye", size="small")
        self._show.clicked.connect(self._turn)
        self._questions: dict[tuple[str, str], Question] = {
            (stage, one.id): one
            for stage in STAGES
            for one in asking.questions(taking.project.id, stage)
        }
        again = []
        said = asking.said(taking.person.id, taking.project.id)
        self._stages = [stage for stage in STAGES if said.at(stage)]
        for stage in self._stages:
            words = _("Ask again: {stage}").format(stage=stages()[stage])
            button = Button(words, "quiet", icon="refresh-cw", size="small")
            button.clicked.connect(lambda _on=False, one=stage: self.again_requested.emit(one))
            again.append(button)
        self.add(Text(_("Answers"), "large", "bold"))
        if not self._stages:
            self._table.hide()
            self.add(Text(_("No answers yet."), "small", colour="muted"))
            return
        hint = _("Press a row to take that answer back.")
        self.add(Text(hint, "small", colour="muted"), self._table, flow(self._show, *again))
        self._fill()

    def _turn(self) -> None:
        self._shown = not self._shown
        self._show.set_word(
            _("Hide answers") if self._shown else _("Show answers"),
            "eye-off" if self._shown else "eye",
        )
        self._fill()

    def _fill(self) -> None:
        taking = self._taking
        said = self._asking.said(taking.person.id, taking.project.id)
        rows = []
        for stage in self._stages:
            for id, answer in said.at(stage).items():
                question = self._questions.get((stage, id))
                words = answer_words(question, answer) if self._shown else _("Hidden")
                rows.append(
                    Row(
                        f"{stage}/{id}",
                        (
                            Cell(ask_words(question) if question else id, strong=True),
                            Cell(short_date(answer.on)),
                            Cell(words, muted=not self._shown),
                        ),
                    )
                )
        self._table.set_rows(rows)

    def _ask(self, key: str) -> None:
        stage, _slash, id = key.partition("/")
        question = self._questions.get((stage, id))
        keep = Button(_("Keep it"), "secondary")
        take = Button(pgettext("consent", "Take it back"), "danger", icon="undo-2")
        words = [ask_words(question)] if question else []
        words.append(_("The answer goes for good, also from backups."))
        dialog = Dialog(
            self.window(),
            _("Take this answer back?"),
            "\n".join(words),
            [("", keep), ("take", take)],
            escape="",
        )
        dialog.answered.connect(lambda answer: self._take_back(stage, id) if answer else None)
        dialog.open(keep)

    def _take_back(self, stage: str, id: str) -> None:
        taking = self._taking
        at: Stage = next(one for one in STAGES if one == stage)

        def take() -> bool:
            self._asking.take_back(taking.person.id, taking.project.id, at, [id])
            return True

        if self._bridge.run(take, "answers"):
            Toast.say(self.window(), _("Taken back"))
