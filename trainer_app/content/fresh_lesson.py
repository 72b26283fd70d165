"""What stands in a lesson at first: one that is made from nothing, or from somebody else's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from trainer_app.content.blanks import BLANK
from trainer_app.content.words import PLAN_PARTS, TIMED_PARTS
from trainer_app.domain.blocks import Heading, plain
from trainer_app.domain.drafts import (
    CardDraft,
    ChoiceDraft,
    Draft,
    ObjectiveDraft,
    PageDraft,
    PartDraft,
    QuestionDraft,
)
from trainer_app.domain.lessons import LessonWords

NewId = Callable[[str], str]
"""Makes an id that begins so."""

_CHOICES = 3
_MINUTES = dict(zip(TIMED_PARTS, (7, 7, 8, 16, 7), strict=True))


def new_page(new_id: NewId) -> PageDraft:
    """A page without anything on it."""
    return PageDraft(new_id("page"))


def new_choice(new_id: NewId) -> ChoiceDraft:
    """An answer without words."""
    return ChoiceDraft(new_id("choice"))


def new_question(new_id: NewId, objectives: Sequence[ObjectiveDraft] = ()) -> QuestionDraft:
    """A question with empty answers, the first of them right; of the only objective, if it is."""
    choices = tuple(new_choice(new_id) for _ in range(_CHOICES))
    objective = objectives[0].id if len(objectives) == 1 else ""
    return QuestionDraft(
        new_id("question"), choices=choices, right=choices[0].id, objective=objective
    )


def new_objective(new_id: NewId) -> ObjectiveDraft:
    """Something that a learner can do afterwards, without words."""
    return ObjectiveDraft(new_id("objective"))


def begun(draft: Draft, like: LessonWords | None, new_id: NewId) -> Draft:
    """The draft with one of everything that a lesson cannot be without.

    `like` is a lesson in the same language: headings of its plan and card are taken over.
    """
    objectives = draft.objectives or (new_objective(new_id),)
    named = tuple(each.id for each in objectives) if len(objectives) == 1 else ()
    page = replace(new_page(new_id), core=True, objectives=named)
    question = new_question(new_id, objectives)
    return replace(
        draft,
        objectives=objectives,
        pages=draft.pages or (page,),
        questions=draft.questions or (question,),
        card=draft.card if draft.card.text else CardDraft(text=_card(like)),
        plan=draft.plan or _plan(like),
    )


def _card(like: LessonWords | None) -> str:
    headings = [each for each in like.card.blocks if isinstance(each, Heading)] if like else []
    heading = plain(headings[0].line) if headings else BLANK
    own, phone = (f"- {BLANK}\n" * count for count in (3, 2))
    return f"{own}\n## {heading}\n\n{phone}".rstrip("\n")


def _plan(like: LessonWords | None) -> tuple[PartDraft, ...]:
    titles = {part.id: part.title for part in like.plan} if like else {}
    parts = []
    for each in PLAN_PARTS:
        # "Activity: give me your pen" was that lesson's own.
        title = titles.get(each, "").split(":")[0].strip()
        parts.append(PartDraft(each, title, "", _MINUTES.get(each)))
    return tuple(parts)
