"""What an editor of lessons needs that touches no file: how it looks, new parts, GIFT."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from trainer_app.domain.drafts import (
    ChoiceDraft,
    Draft,
    ObjectiveDraft,
    PageDraft,
    QuestionDraft,
)
from trainer_app.domain.lessons import LessonWords

if TYPE_CHECKING:
    from trainer_app.content.gift import GiftProblem

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


def random_letters(count: int) -> str:
    """Letters and digits that nobody can guess, fit for an id."""
    return "".join(secrets.choice(_LETTERS) for _ in range(count))


class Drafting:
    """Parts of drafts. `letters` makes random ones, for ids: they say nothing to anybody."""

    def __init__(self, letters: Callable[[int], str] = random_letters) -> None:
        self._letters = letters

    def preview(self, draft: Draft) -> LessonWords:
        """What learners would see of a draft, whether it is saved or not.

        `…` stands where words are to come. Raises EmptyField as `Authoring.save` does.
        """
        # Loading the Markdown reader here, and in Authoring, keeps it out of the program's start.
        from trainer_app.content.draft_preview import words_in

        return words_in(draft)

    def new_page(self) -> PageDraft:
        """A page without anything on it."""
        from trainer_app.content.fresh_lesson import new_page

        return new_page(self._new_id)

    def new_question(self, objectives: Iterable[ObjectiveDraft] = ()) -> QuestionDraft:
        """A question with three empty choices; of the lesson's objective, if it has one only."""
        from trainer_app.content.fresh_lesson import new_question

        return new_question(self._new_id, tuple(objectives))

    def new_choice(self) -> ChoiceDraft:
        """An answer without words."""
        from trainer_app.content.fresh_lesson import new_choice

        return new_choice(self._new_id)

    def new_objective(self) -> ObjectiveDraft:
        """Something that a learner can do afterwards, without words."""
        from trainer_app.content.fresh_lesson import new_objective

        return new_objective(self._new_id)

    def from_gift(
        self, text: str, truth: tuple[str, str] = ("True", "False")
    ) -> tuple[tuple[QuestionDraft, ...], tuple[GiftProblem, ...]]:
        """Questions for a draft from a text of GIFT, and what of it could not be taken over.

        `truth`: how "true" and "false" are called in the lesson's language.
        """
        from trainer_app.content.gift import questions_of
        from trainer_app.content.gift_drafts import drafts_of

        questions, problems = questions_of(text, truth)
        return drafts_of(questions, self._new_id), problems

    def to_gift(self, questions: Iterable[QuestionDraft]) -> str:
        """Questions of a draft as GIFT, without their pictures."""
        from trainer_app.content.gift import gift_of
        from trainer_app.content.gift_drafts import gifts_of

        return gift_of(gifts_of(questions))

    def _new_id(self, begins: str) -> str:
        return f"{begins}-{self._letters(6)}"
