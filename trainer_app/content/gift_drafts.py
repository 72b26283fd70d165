"""Questions of GIFT as questions of a lesson in the making, and the other way round."""

from __future__ import annotations

from collections.abc import Iterable

from trainer_app.content.blanks import BLANK
from trainer_app.content.draft_text import escaped
from trainer_app.content.fresh_lesson import NewId
from trainer_app.content.gift import GiftChoice, GiftQuestion
from trainer_app.content.markup import Markup
from trainer_app.domain.drafts import ChoiceDraft, QuestionDraft


def drafts_of(questions: Iterable[GiftQuestion], new_id: NewId) -> tuple[QuestionDraft, ...]:
    """The questions, without pictures and objectives."""
    return tuple(_draft(question, new_id) for question in questions)


def gifts_of(questions: Iterable[QuestionDraft]) -> tuple[GiftQuestion, ...]:
    """The questions in plain words; what has none yet has `…`."""
    markup = Markup()
    return tuple(
        GiftQuestion(
            "",
            question.words or BLANK,
            tuple(
                GiftChoice(
                    markup.words(choice.words) or BLANK,
                    markup.words(choice.why),
                    choice.id == question.right,
                )
                for choice in question.choices
            ),
        )
        for question in questions
    )


def _draft(question: GiftQuestion, new_id: NewId) -> QuestionDraft:
    choices = tuple(
        ChoiceDraft(new_id("choice"), escaped(each.words), escaped(each.why))
        for each in question.choices
    )
    right = next(
        made.id for made, given in zip(choices, question.choices, strict=True) if given.right
    )
    return QuestionDraft(new_id("question"), question.words, choices, right)
