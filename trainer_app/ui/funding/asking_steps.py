"""What stands on each page of the questions: the two consents, one question, the end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.domain.funding.answers import PREFER_NOT, Words
from trainer_app.i18n import _, isolate
from trainer_app.ui.asking_words import consent_lines, private_lines
from trainer_app.ui.funding.asking_walk import Walk
from trainer_app.ui.labels import person_label
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    CheckField,
    ChoiceButton,
    Disc,
    FlowGrid,
    Notice,
    SvgPicture,
    Text,
    TextField,
)

_TILE = 72
_LARGE_LETTERS = 1.3


def in_words(words: Words, *languages: str) -> tuple[str, str]:
    """Words in the first language that has them, or else in English, and which one that is."""
    code = next((one for one in languages if one in words), "en")
    return words[code], code


class ConsentStep(QWidget):
    """What is asked, why, and who sees it; that no is a good answer.

    Signals: none; what is typed and ticked goes into the walk.
    """

    def __init__(self, walk: Walk, centre: str) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current().space(12))
        for icon, words in consent_lines(walk.taking.project, centre, len(walk.questions)):
            rows.addWidget(_line(icon, words))
        self.guardian: TextField | None = None
        if walk.taking.minor:
            rows.addWidget(self._guardian(walk))
        interpreter = CheckField(_("An interpreter helps us"), walk.interpreter)
        interpreter.toggled.connect(lambda on: setattr(walk, "interpreter", on))
        rows.addWidget(interpreter)

    def _guardian(self, walk: Walk) -> QWidget:
        self.guardian = TextField(
            _("Who says yes for you?"),
            walk.guardian,
            help_words=_("You are under 18. Your mother, father or guardian has to agree too."),
        )
        self.guardian.changed.connect(lambda words: setattr(walk, "guardian", words))
        return self.guardian


class PrivateStep(QWidget):
    """Before the questions that have a consent of their own. Signals: none."""

    def __init__(self, walk: Walk) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current().space(12))
        for icon, words in private_lines(walk.private):
            rows.addWidget(_line(icon, words))


class QuestionStep(QWidget):
    """One question with its reason and its answers. Signals: `chosen(str)` with a choice's id."""

    chosen = Signal(str)

    def __init__(self, walk: Walk, language: str) -> None:
        super().__init__()
        question = walk.question
        assert question is not None
        self._tongues = (walk.tongue, language)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current().space(12))
        why, code = in_words(question.reason, *self._tongues)
        reason = Text(why, "body", colour="muted", tight=True)
        # A voice reads it as what it is.
        reason.setProperty("language", code)
        rows.addWidget(reason)
        before = walk.before.get(question.id)
        if before is not None and question.id not in walk.chosen:
            rows.addWidget(
                Notice(
                    _("You said this before, for {project}. Is it still so?").format(
                        project=isolate(before.project)
                    ),
                    "primary",
                    icon="history",
                )
            )
        tiles = FlowGrid(420, 12, most=2)
        self.choices: dict[str, ChoiceButton] = {}
        for choice in question.choices:
            said, code = in_words(choice.words, *self._tongues)
            button = _Tile(said)
            button.setProperty("language", code)
            tiles.add(self._offer(choice.id, button))
        tiles.add(self._offer(PREFER_NOT, _Tile(_("I prefer not to say"))))
        rows.addWidget(tiles)
        if question.id in walk.chosen:
            self._mark(walk.chosen[question.id])
        elif before is not None:
            self._mark(before.value)
        self.value = walk.chosen.get(question.id) or (before.value if before else "")

    def _offer(self, choice: str, button: ChoiceButton) -> ChoiceButton:
        button.clicked.connect(lambda: self._choose(choice))
        self.choices[choice] = button
        return button

    def _choose(self, choice: str) -> None:
        self.value = choice
        self._mark(choice)
        self.chosen.emit(choice)

    def _mark(self, choice: str) -> None:
        for each, button in self.choices.items():
            mine = each == choice
            button.set_state("chosen" if mine else "idle", _("Your answer") if mine else "")


class EndStep(QWidget):
    """Thanks, and to whom the laptop goes. No answer is shown. Signals: none."""

    def __init__(self, walk: Walk) -> None:
        super().__init__()
        theme = current()
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.space(32))
        if theme.scale <= _LARGE_LETTERS:
            scene = places.assets() / "scenes" / ("guest.svg" if walk.declined else "done.svg")
            beside.addWidget(SvgPicture(scene, "", most=300), 2, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout()
        rows.setSpacing(theme.space(12))
        beside.addLayout(rows, 3)
        words = (
            _("That is fine. You learn here all the same.")
            if walk.declined
            else _("Your answers are saved. Do you want to change one later? Tell your trainer.")
        )
        rows.addWidget(_line("circle-check", words))
        rows.addWidget(_line("laptop", _("Please give the laptop back to your trainer.")))
        rows.addStretch(1)


def title_of(walk: Walk, language: str) -> tuple[str, str]:
    """The heading of the page in sight, and the language that it is in."""
    name = person_label(walk.taking.person)
    match walk.place:
        case "consent":
            return _("May we ask you something, {name}?").format(name=name), language
        case "private":
            return _("May we ask about private things too?"), language
        case "question":
            assert walk.question is not None
            return in_words(walk.question.ask, walk.tongue, language)
        case _:
            return _("Thank you, {name}").format(name=name), language


class _Tile(ChoiceButton):
    """An answer as high as its neighbours, and high enough for an unsure hand."""

    fills = True

    def heightForWidth(self, width: int) -> int:
        return max(current().px(_TILE), super().heightForWidth(width))


def _line(icon: str, words: str) -> QWidget:
    """A sentence with its sign."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(current().space(14))
    row.addWidget(Disc(icon, "primary", 44), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(words, "body", tight=True), 1, Qt.AlignmentFlag.AlignVCenter)
    return whole
