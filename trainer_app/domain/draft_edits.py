"""What a trainer does to a lesson in the making: each returns another draft, none changes one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from trainer_app.domain.drafts import (
    ChoiceDraft,
    Draft,
    ObjectiveDraft,
    PageDraft,
    PartDraft,
    QuestionDraft,
)

Change = Callable[[Draft], Draft]
"""One edit, of whatever the draft is by then."""

MOST_CHOICES = 4
LEAST_CHOICES = 2


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Thing = TypeVar("Thing", bound=_Named)


def with_page(draft: Draft, page_id: str, **fields: Any) -> Draft:
    """With other fields of one page; a page that is gone stays gone."""
    return replace(draft, pages=_with(draft.pages, page_id, fields))


def with_question(draft: Draft, question_id: str, **fields: Any) -> Draft:
    """With other fields of one question; one that is gone stays gone."""
    return replace(draft, questions=_with(draft.questions, question_id, fields))


def with_choice(draft: Draft, question_id: str, choice_id: str, **fields: Any) -> Draft:
    """With other fields of one answer of a question."""
    choices = {each.id: each.choices for each in draft.questions}.get(question_id, ())
    return with_question(draft, question_id, choices=_with(choices, choice_id, fields))


def with_objective(draft: Draft, objective_id: str, **fields: Any) -> Draft:
    """With other fields of one objective."""
    return replace(draft, objectives=_with(draft.objectives, objective_id, fields))


def with_part(draft: Draft, part_id: str, **fields: Any) -> Draft:
    """With other fields of one part of the plan; a part that was not there yet is added."""
    if part_id not in (part.id for part in draft.plan):
        draft = replace(draft, plan=(*draft.plan, PartDraft(part_id)))
    return replace(draft, plan=_with(draft.plan, part_id, fields))


def with_card(draft: Draft, **fields: Any) -> Draft:
    """With other fields of the take-home card."""
    return replace(draft, card=replace(draft.card, **fields))


def added_page(draft: Draft, page: PageDraft, after: str = "") -> Draft:
    """With one page more, behind another one or at the end."""
    return replace(draft, pages=_added(draft.pages, page, after))


def added_questions(draft: Draft, questions: Iterable[QuestionDraft]) -> Draft:
    """With more questions, at the end; the only objective is theirs where they name none."""
    only = draft.objectives[0].id if len(draft.objectives) == 1 else ""
    more = (replace(each, objective=each.objective or only) for each in questions)
    return replace(draft, questions=(*draft.questions, *more))


def added_choice(draft: Draft, question_id: str, choice: ChoiceDraft) -> Draft:
    """With one answer more to a question, up to four."""
    question = draft.question(question_id)
    if len(question.choices) >= MOST_CHOICES:
        return draft
    return with_question(draft, question_id, choices=(*question.choices, choice))


def added_objective(draft: Draft, objective: ObjectiveDraft) -> Draft:
    """With one thing more that people can do afterwards."""
    return replace(draft, objectives=(*draft.objectives, objective))


def without(draft: Draft, thing_id: str) -> Draft:
    """Without a page or a question; the last one of its kind stays."""
    return replace(
        draft,
        pages=_without(draft.pages, thing_id),
        questions=_without(draft.questions, thing_id),
    )


def without_choice(draft: Draft, question_id: str, choice_id: str) -> Draft:
    """Without one answer, while two are left; where it was right the first one is now."""
    question = draft.question(question_id)
    if len(question.choices) <= LEAST_CHOICES:
        return draft
    choices = _without(question.choices, choice_id)
    right = question.right if question.right != choice_id else choices[0].id
    return with_question(draft, question_id, choices=choices, right=right)


def without_objective(draft: Draft, objective_id: str) -> Draft:
    """Without an objective, while one is left; nothing names it any more."""
    objectives = _without(draft.objectives, objective_id)
    if objectives == draft.objectives:
        return draft
    return replace(
        draft,
        objectives=objectives,
        pages=tuple(
            replace(page, objectives=tuple(x for x in page.objectives if x != objective_id))
            for page in draft.pages
        ),
        questions=tuple(
            replace(each, objective="") if each.objective == objective_id else each
            for each in draft.questions
        ),
    )


def moved(draft: Draft, thing_id: str, by: int) -> Draft:
    """With a page, a question or an objective `by` further on, at most to an end."""
    return replace(
        draft,
        pages=_moved(draft.pages, thing_id, by),
        questions=_moved(draft.questions, thing_id, by),
        objectives=_moved(draft.objectives, thing_id, by),
    )


def moved_choice(draft: Draft, question_id: str, choice_id: str, by: int) -> Draft:
    """With an answer `by` further down its question."""
    choices = draft.question(question_id).choices
    return with_question(draft, question_id, choices=_moved(choices, choice_id, by))


def plan_minutes(draft: Draft) -> int:
    """How many minutes the timed parts of the plan take together."""
    return sum(part.minutes or 0 for part in draft.plan)


def neighbour(things: Sequence[_Named], thing_id: str) -> str:
    """The id of what stands in a thing's place once it is gone: the next one, else the last."""
    ids = [each.id for each in things]
    at = ids.index(thing_id)
    left = [each for each in ids if each != thing_id]
    return left[min(at, len(left) - 1)] if left else ""


def _with(things: tuple[Thing, ...], thing_id: str, fields: dict[str, Any]) -> tuple[Thing, ...]:
    changed: Callable[..., Any] = replace
    return tuple(changed(each, **fields) if each.id == thing_id else each for each in things)


def _without(things: tuple[Thing, ...], thing_id: str) -> tuple[Thing, ...]:
    left = tuple(each for each in things if each.id != thing_id)
    return left or things


def _added(things: tuple[Thing, ...], thing: Thing, after: str) -> tuple[Thing, ...]:
    at = next((at for at, each in enumerate(things, 1) if each.id == after), len(things))
    return (*things[:at], thing, *things[at:])


def _moved(things: tuple[Thing, ...], thing_id: str, by: int) -> tuple[Thing, ...]:
    at = next((at for at, each in enumerate(things) if each.id == thing_id), None)
    if at is None:
        return things
    rest = [*things[:at], *things[at + 1 :]]
    to = max(0, min(len(rest), at + by))
    return (*rest[:to], things[at], *rest[to:])
