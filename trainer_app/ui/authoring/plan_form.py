"""The trainer's plan, part by part, with the minutes added up."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from trainer_app.domain.draft_edits import plan_minutes, with_part
from trainer_app.domain.drafts import Draft, PartDraft
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.authoring.form import Form
from trainer_app.ui.authoring.history import Place
from trainer_app.ui.authoring.markdown_field import MarkdownField
from trainer_app.ui.heading import clear, column, is_roomy
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Card, Notice, SpinField, Text


class PlanForm(Form):
    """Thirteen parts, five of them timed. Signals: those of Form."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft, Place("plan"))
        self._now = draft
        self._holder = column()
        self.add(
            Text(
                _("For a trainer who teaches this for the first time. Learners do not see it."),
                "small",
                colour="muted",
                tight=True,
            ),
            self._holder,
        )
        for part in draft.plan:
            self.add(self._part(part))
        self.column.addStretch(1)
        self.show_sum(draft)

    def show_sum(self, draft: Draft) -> None:
        """Say how the minutes of the parts stand against those of the lesson."""
        self._now = draft
        layout = self._holder.layout()
        assert layout is not None
        clear(layout)
        layout.addWidget(sum_notice(draft))

    def _part(self, part: PartDraft) -> QWidget:
        name, hint = part_names()[part.id], part_hints()[part.id]
        title = self.line(
            f"title {part.id}",
            _("Heading: {part}").format(part=name),
            part.title,
            lambda d, v: with_part(d, part.id, title=v),
            hint=name,
        )
        title.hide_label()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        head = QBoxLayout(across if is_roomy() else down)
        head.setSpacing(current().space(8))
        head.addWidget(title, 1)
        if part.minutes is not None:
            spin = SpinField(
                _("Minutes: {part}").format(part=name),
                part.minutes,
                least=1,
                most=120,
                unit=_("minutes"),
            )
            spin.hide_label()
            self.bound(f"minutes {part.id}", spin,
                       lambda d, v: with_part(d, part.id, minutes=v))  # fmt: skip
            head.addWidget(spin)
        text = MarkdownField(_("Steps: {part}").format(part=name), part.text, lines=4)
        text.hide_label()
        self.words(f"text {part.id}", text, lambda d, v: with_part(d, part.id, text=v))
        card = Card(pad=8)
        card.add(Text(f"{name} – {hint}", "small", colour="muted", tight=True), head, text)
        return card


def sum_notice(draft: Draft) -> Notice:
    """The minutes of the timed parts against those of the lesson, in words."""
    done, whole = plan_minutes(draft), draft.minutes
    words = ngettext(
        "The timed parts take {done} of {whole} minute.",
        "The timed parts take {done} of {whole} minutes.",
        whole,
    ).format(done=number(done), whole=number(whole))
    return Notice(words, "ok" if done == whole else "warn", icon="clock")


def part_names() -> dict[str, str]:
    """What the parts of a plan are called."""
    return {
        "prepare": _("Prepare"),
        "first-words": _("Words to teach first"),
        "activity": _("Activity"),
        "discussion": _("Discussion"),
        "input": _("The pages"),
        "deepening": _("Practice and questions"),
        "synthesis": _("To end with"),
        "trouble": _("Likely trouble"),
        "easier": _("Easier"),
        "harder": _("Harder"),
        "touch": _("What may touch people"),
        "without-computers": _("Without computers"),
        "refer": _("Who to send people to"),
    }


def part_hints() -> dict[str, str]:
    """What belongs into the parts of a plan."""
    return {
        "prepare": _("what to print, to bring and to try before people come"),
        "first-words": _("and how to show them"),
        "activity": _("something to do together, without a screen"),
        "discussion": _("questions to talk about"),
        "input": _("how the pages are read or shown"),
        "deepening": _("what people do alone or in twos, and the quiz"),
        "synthesis": _("the card, and one thing that each person will do"),
        "trouble": _("what may go wrong, and what helps then"),
        "easier": _("for people who read little"),
        "harder": _("for people who know this already"),
        "touch": _("memories or worries that may come up"),
        "without-computers": _("how to teach it on paper"),
        "refer": _("for what a trainer cannot solve"),
    }
