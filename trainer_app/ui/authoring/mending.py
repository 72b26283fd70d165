"""From findings to what is to mend: in which part, in which words, the most needed first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trainer_app.content.rules.table import Finding
from trainer_app.domain.drafts import Draft
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import number
from trainer_app.ui.authoring.card_text import parts_of
from trainer_app.ui.authoring.history import Place, Section
from trainer_app.ui.authoring.mend_words import STYLE, said_of
from trainer_app.ui.authoring.plan_form import part_names

_ORDER: tuple[Section, ...] = ("about", "page", "question", "card", "words", "plan")
_BY_FILE: dict[str, Section] = {
    "quiz.md": "question",
    "card.md": "card",
    "words.md": "words",
    "plan.md": "plan",
}
_BY_RULE: dict[str, Place] = {
    "page-number": Place("page"),
    "question-number": Place("question"),
    "right-spread": Place("question", field="right"),
    "right-not-longest": Place("question"),
    "core-marked": Place("page", field="core"),
    "core-minutes": Place("about", field="core_minutes"),
    "objective-met": Place("about"),
    "plain-words": Place("words", field="add"),
}


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing to mend. `needed`: it should not meet learners so; otherwise it is style."""

    place: Place
    words: str
    advice: str
    needed: bool


def mends_of(found: Iterable[tuple[Finding, str]], draft: Draft | None) -> list[Mend]:
    """What is to mend in a draft; each finding comes with the id of the part that it is about.

    Several empty fields of one part are one thing. `draft` is None where it cannot be read.
    """
    found = list(found)
    bare = {part for finding, part in found if finding.rule == "picture-chosen"}
    mends = dict.fromkeys(
        _mend(finding, part, draft)
        for finding, part in found
        # Words for a picture come once there is one.
        if not (finding.rule == "picture-words" and part in bare)
    )
    return sorted(mends, key=lambda mend: (not mend.needed, *_rank(mend.place, draft)))


def place_words(place: Place, draft: Draft) -> str:
    """What a part of the lesson is called."""
    ids = {"page": [each.id for each in draft.pages],
           "question": [each.id for each in draft.questions]}  # fmt: skip
    if place.id in ids.get(place.section, ()):
        at = number(ids[place.section].index(place.id) + 1)
        if place.section == "page":
            return _("Page {number}").format(number=isolate(at))
        return _("Question {number}").format(number=isolate(at))
    if place.section == "plan" and place.id:
        return _("Plan: {part}").format(part=part_names().get(place.id, ""))
    return section_names()[place.section]


def section_names() -> dict[Section, str]:
    """What the parts of a lesson are called."""
    return {
        "about": _("About the lesson"),
        "page": _("Pages"),
        "question": _("Quiz"),
        "card": _("Take-home card"),
        "words": _("Words to know"),
        "plan": _("Plan"),
        "mend": _("To mend"),
    }


def _mend(finding: Finding, part: str, draft: Draft | None) -> Mend:
    place = Place("about") if draft is None else _place(finding, part, draft)
    words, advice = said_of(finding.rule, finding.facts)
    return Mend(place, words, advice, finding.rule not in STYLE)


def _place(finding: Finding, part: str, draft: Draft) -> Place:
    field = _field(finding)
    if part in (page.id for page in draft.pages):
        empty = next(_empty_on_page(draft, part), "title")
        return Place("page", part, field or (empty if finding.rule == "filled" else "text"))
    if part in (each.id for each in draft.questions):
        empty = next(_empty_in_question(draft, part), "words")
        return Place("question", part, field or (empty if finding.rule == "filled" else ""))
    if finding.rule == "plan-filled":
        empty = next((each.id for each in draft.plan if not each.text), "")
        return Place("plan", field=f"text {empty}")
    if part in (each.id for each in draft.plan):
        return Place("plan", part, f"text {part}")
    if finding.rule in _BY_RULE:
        place = _BY_RULE[finding.rule]
        first = {"page": draft.pages[0].id, "question": draft.questions[0].id}
        return Place(place.section, first.get(place.section, ""), place.field)
    if part in (each.id for each in draft.objectives):
        return Place("about", field=f"objective {part}")
    section = _BY_FILE.get(finding.file.rsplit("/", 1)[-1], "about")
    if section == "question":
        return Place(section, draft.questions[0].id)
    return Place(section, field=field or next(_empty_in(section, draft), ""))


def _field(finding: Finding) -> str:
    """The field that a finding is about, as far as the rule says it."""
    if finding.rule in ("picture-chosen", "picture-exists", "picture-plain", "photo-small"):
        return "picture" if finding.facts.get("id", "-") else "tile"
    if finding.rule == "picture-words":
        return "alt"
    key = str(finding.facts.get("key", ""))
    return key.replace("can.", "objective ").replace("sound.", "sound ")


def _empty_on_page(draft: Draft, page_id: str) -> Iterator[str]:
    page = draft.page(page_id)
    yield from (name for name in ("title", "text") if not getattr(page, name))


def _empty_in_question(draft: Draft, question_id: str) -> Iterator[str]:
    question = draft.question(question_id)
    if not question.words:
        yield "words"
    for choice in question.choices:
        yield from (f"{name} {choice.id}" for name in ("words", "why")
                    if not getattr(choice, name))  # fmt: skip


def _empty_in(section: Section, draft: Draft) -> Iterator[str]:
    if section == "card":
        parts = parts_of(draft.card.text)
        yield from ("say",) if not draft.card.say else ()
        if parts is not None:
            yield from (name for name in ("home", "title", "phone") if not getattr(parts, name))
    if section == "words":
        for at, each in enumerate(draft.words):
            yield from (f"{name} {at}" for name in ("word", "meaning") if not getattr(each, name))
        yield "add"


def _rank(place: Place, draft: Draft | None) -> tuple[int, int]:
    section = _ORDER.index(place.section)
    ids: list[str] = []
    if draft is not None:
        ids += [each.id for each in draft.pages]
        ids += [each.id for each in draft.questions]
        ids += [each.id for each in draft.plan]
    return section, ids.index(place.id) if place.id in ids else -1
