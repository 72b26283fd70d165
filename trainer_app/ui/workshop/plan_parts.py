"""The parts of a lesson as its trainer reads them, each a widget of cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from trainer_app.domain.blocks import Block, BoxMark
from trainer_app.domain.lessons import ChoiceWords, Lesson, LessonWords, PlanPart, QuestionWords
from trainer_app.i18n import _, isolate, ngettext, own_name
from trainer_app.i18n.formats import number
from trainer_app.ui.heading import column, flow
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import BlockView, Card, Chip, Icon, SvgPicture, Text


def plan_part(lesson: Lesson, words: LessonWords) -> QWidget:
    """The trainer's plan, part by part."""
    return column(*(_plan_card(lesson, part) for part in words.plan), gap=12)


def pages_part(lesson: Lesson, words: LessonWords) -> QWidget:
    """The pages as learners see them."""
    return column(
        *(
            Card(_numbered(at, page.title), *_core(lesson, page.id), _blocks(lesson, page.blocks))
            for at, page in enumerate(words.pages, start=1)
        ),
        gap=12,
    )


def questions_part(lesson: Lesson, words: LessonWords) -> QWidget:
    """The questions at the end, with the right answers and all reasons."""
    return column(
        *(_question(lesson, one, at) for at, one in enumerate(words.questions, start=1)), gap=12
    )


def words_part(_lesson: Lesson, words: LessonWords) -> QWidget:
    """Words that a learner meets, with their plain meaning."""
    card = Card()
    for one in words.words:
        card.add(Text(one.word, "body", "bold", tight=True), Text(one.meaning, "body", tight=True))
    return card


def card_part(lesson: Lesson, words: LessonWords) -> QWidget:
    """What people take home, and how to say its sentence in other languages."""
    card = Card(Text(words.title, "large", "bold"))
    say = _("Say it: {sentence}").format(sentence=isolate(words.card.say))
    card.add(_marked("megaphone", Text(say, "body", "semibold")))
    card.add(_blocks(lesson, words.card.blocks))
    if words.card.sounds:
        card.add(Text(_("How it sounds in other languages"), "body", "bold"))
    for code, sound in words.card.sounds.items():
        line = _("{language}: {sound}").format(
            language=isolate(own_name(code)), sound=isolate(sound)
        )
        card.add(Text(line, "body", tight=True))
    return card


def _plan_card(lesson: Lesson, part: PlanPart) -> Card:
    card = Card(Text(part.title, "large", "bold"))
    if part.minutes is not None:
        said = ngettext("{minutes} minute", "{minutes} minutes", part.minutes)
        chip = Chip(said.format(minutes=number(part.minutes)), "primary", icon="timer")
        card.add(flow(chip))
    card.add(_blocks(lesson, part.blocks))
    return card


def _question(lesson: Lesson, words: QuestionWords, at: int) -> Card:
    question = lesson.question(words.id)
    card = Card(_numbered(at, words.text))
    card.add(SvgPicture(lesson.image(question.picture), words.alt, most=160))
    for choice in words.choices:
        card.add(_choice(choice, right=choice.id == question.right))
    return card


def _choice(choice: ChoiceWords, *, right: bool) -> QLayout:
    texts = column(
        Text(choice.line, "body", "semibold" if right else "regular", tight=True),
        Text(choice.why, "small", colour="muted", tight=True),
        gap=0,
    )
    icon = Icon("circle-check" if right else "circle", "ok" if right else "muted", 22)
    icon.setAccessibleName(_("Right answer") if right else _("Not right"))
    row = QHBoxLayout()
    row.setSpacing(current().space(10))
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(texts, 1)
    return row


def _core(lesson: Lesson, page_id: str) -> Sequence[QWidget]:
    """Says whether a page belongs to the short form."""
    step = next(step for step in lesson.steps if step.id == page_id)
    return [flow(Chip(_("In the short form"), "primary", icon="timer"))] if step.core else []


def _numbered(at: int, title: str) -> Text:
    # Not isolated: a title alone after its number gives the line its direction.
    return Text(_("{number}. {title}").format(number=number(at), title=title), "large", "bold")


def _marked(icon: str, text: Text) -> QLayout:
    row = QHBoxLayout()
    row.setSpacing(current().space(10))
    row.addWidget(Icon(icon, "primary", 24), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return row


def _blocks(lesson: Lesson, blocks: Sequence[Block]) -> QWidget:
    titles: dict[BoxMark, str] = {
        "tip": _("Tip"),
        "care": _("Take care"),
        "say": _("Say it aloud"),
        "help": _("Help near us"),
    }
    return BlockView(blocks, lesson.image, box_titles=titles, picture_height=200)
