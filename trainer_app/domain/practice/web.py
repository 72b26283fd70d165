"""A small pretend web: search, read, look behind a page, then judge what came to me.

A judgement stands until it is changed; one without looking is put right by looking.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from trainer_app.domain.practice.engine import Progress
from trainer_app.domain.practice.scenario import PracticeWords
from trainer_app.domain.practice.web_places import Go, place_of, require_place, way_to, ways_from
from trainer_app.domain.practice.web_seeing import see
from trainer_app.domain.practice.web_stage import DEEDS, VERDICTS, Claim, Deed, Verdict, WebStage
from trainer_app.domain.practice.web_state import Judgement, Web
from trainer_app.domain.practice.web_view import WebView
from trainer_app.domain.practice.writing import folded

MOST_LETTERS = 80
MOST_STEPS_BACK = 12


@dataclass(frozen=True, slots=True)
class Back:
    """To the place before."""


@dataclass(frozen=True, slots=True)
class Find:
    """Something was typed into the search field."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Judge:
    """What the learner thinks of a claim."""

    claim: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Handle:
    """What the learner does with a claim: keep it, pass it on, tell the sender kindly."""

    claim: str
    deed: Deed


@dataclass(frozen=True, slots=True)
class TakeBack:
    """The learner takes a judgement back, and what they did; thinking again is no try."""

    claim: str


Action = Go | Back | Find | Judge | Handle | TakeBack


def start(stage: WebStage, _seed: int, words: PracticeWords) -> Web:
    """At the start page, nothing opened, nothing judged."""
    return Web(
        stage,
        judged=tuple(Judgement() for _ in stage.claims),
        asked=tuple(
            _words_of(words.text(stage.word("searches", each.id)), words.language)
            for each in stage.searches
        ),
        language=words.language,
    )


def act(state: Web, action: Action) -> Web:
    """The web after an action. Raises UnknownThing(what="claim", "search", "page", …)."""
    match action:
        case Go():
            require_place(state.stage, action)
            if action == state.at or action not in ways_from(state.stage, state.at):
                return state
            return _gone(state, action)
        case Back():
            if not state.trail:
                return state
            return replace(_at(state, state.trail[-1]), trail=state.trail[:-1])
        case Find(text):
            return _found(state, text[:MOST_LETTERS])
        case TakeBack(claim):
            if state.judgement(claim) == Judgement():
                return state
            return state.judging(claim, Judgement())
        case Judge(claim, verdict):
            return _tried(state, claim, replace(state.judgement(claim), verdict=verdict))
        case Handle(claim, deed):
            return _tried(state, claim, replace(state.judgement(claim), deed=deed))


def view(state: Web, _viewer: str) -> WebView:
    """The place that is open, and the claims; everybody sees the same."""
    return see(state)


def progress(state: Web) -> Progress:
    """The last goal stays open while anything is to mend."""
    goals = state.stage.goals
    troubles = [(claim, each) for claim in state.stage.claims for each in state.troubles(claim)]
    met = [goal.id for goal in goals if state.met(goal)]
    if troubles and goals[-1].id in met:
        met.remove(goals[-1].id)
    to_mend = (state.consequence_of(claim, each) for claim, each in troubles)
    return Progress(
        goals=tuple(goal.id for goal in goals),
        met=tuple(met),
        tries=state.tries,
        mistakes=state.mistakes,
        consequence=state.consequence,
        to_mend=tuple(dict.fromkeys(each for each in to_mend if each)),
    )


def next_step(state: Web) -> Action | None:
    """What stands wrong first, then what the next goal needs: looking, then judging."""
    aim = progress(state).next_goal
    if not aim:
        return None
    stage = state.stage
    for claim in stage.claims:
        if any(state.troubles(claim)):
            return _settling(state, claim)
    goal = next(goal for goal in stage.goals if goal.id == aim)
    for thing in goal.seen:
        if thing not in state.opened:
            return way_to(stage, state.at, place_of(stage, thing))
    claims = (each for each in stage.claims if not goal.of or each.id in goal.of)
    waiting = next(each for each in claims if not state.settled(each))
    return _settling(state, waiting)


def actions(state: Web) -> Sequence[Action]:
    """Where one can go, a search typed well and one in vain, and every judgement."""
    stage = state.stage
    found: list[Action] = [
        each for each in dict.fromkeys(ways_from(stage, state.at)) if each != state.at
    ]
    if state.trail:
        found.append(Back())
    if state.asked:
        texts = (" ".join(sorted(state.asked[0])), "?")
        found += [Find(text) for text in texts if text != state.typed]
    for claim in stage.claims:
        judgement = state.judgement(claim.id)
        found += [Judge(claim.id, each) for each in VERDICTS if each != judgement.verdict]
        found += [Handle(claim.id, each) for each in DEEDS if each != judgement.deed]
        if judgement != Judgement():
            found.append(TakeBack(claim.id))
    return found


def _at(state: Web, place: Go) -> Web:
    """At a place, which counts as seen; the search field is empty again."""
    opened = state.opened if place.where in ("start", "trace") else state.opened | {place.thing}
    return replace(state, at=place, opened=opened, typed="", nothing=False, consequence="")


def _gone(state: Web, place: Go) -> Web:
    trail = (*state.trail, state.at)[-MOST_STEPS_BACK:]
    return replace(_at(state, place), trail=trail)


def _found(state: Web, text: str) -> Web:
    """The results of the search that shares most words with the text, if it shares half of them."""
    typed = _words_of(text, state.language)
    if not typed or not state.stage.searches:
        return state
    shared = [len(typed & asked) for asked in state.asked]
    best = max(range(len(shared)), key=lambda number: (shared[number], -number))
    if 2 * shared[best] < len(state.asked[best]) or not shared[best]:
        return replace(state, typed=text, nothing=True, consequence="")
    place = Go("results", state.stage.searches[best].id)
    moved = state if place == state.at else _gone(state, place)
    return replace(moved, typed=text, nothing=False)


def _tried(state: Web, claim_id: str, judgement: Judgement) -> Web:
    """A judgement is a try; it is a mistake if something is wrong now that was not before."""
    if judgement == state.judgement(claim_id):
        return state
    claim = state.stage.claim(claim_id)
    about_deed = judgement.deed != state.judgement(claim_id).deed
    moved = replace(state.judging(claim_id, judgement), tries=state.tries + 1)
    alone = Judgement(deed=judgement.deed) if about_deed else Judgement(verdict=judgement.verdict)
    trouble = next(moved.judging(claim_id, alone).troubles(claim), None)
    if trouble is None:
        return moved
    after = moved.consequence_of(claim, trouble)
    return replace(moved, mistakes=state.mistakes + 1, consequence=after)


def _settling(state: Web, claim: Claim) -> Action | None:
    """The next step to settle a claim: undo what hurts, look, judge, do; None if none leads on."""
    stage, judgement = state.stage, state.judgement(claim.id)
    if judgement.deed is not None and judgement.deed not in claim.deeds:
        return TakeBack(claim.id)
    for thing in _to_open(state, claim):
        return way_to(stage, state.at, place_of(stage, thing))
    if judgement.verdict != claim.is_so:
        return Judge(claim.id, claim.is_so)
    return Handle(claim.id, claim.deeds[0])


def _to_open(state: Web, claim: Claim) -> Sequence[str]:
    """What is still to be looked at: where a claim comes from, then what speaks to it."""
    wanted = [claim.page] if claim.page else []
    wanted += claim.needs
    if claim.one_of and state.opened.isdisjoint(claim.one_of):
        wanted.append(claim.one_of[0])
    return [each for each in wanted if each not in state.opened]


def _words_of(text: str, language: str) -> frozenset[str]:
    return frozenset(folded(text, language, exact=False).split())
