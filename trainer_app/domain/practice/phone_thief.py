"""Somebody else in the learner's account, who acts after each step; there is no clock."""

from __future__ import annotations

from dataclasses import replace

from trainer_app.domain.practice.phone_acts import Do, Phone
from trainer_app.domain.practice.phone_rules import blocks
from trainer_app.domain.practice.phone_stage import Move, Standing, Thing


def after_turn(state: Phone) -> Phone:
    """The phone after the thief's turn: their first move that is open to them, once each."""
    if not state.stage.thief:
        return state
    move = next((each for each in state.stage.thief if _is_open(state, each)), None)
    if move is None:
        return replace(state, thief="kept-out")
    left = replace(state, thief="acted", moves=(*state.moves, move.id), done=_left(state, move))
    come = (each for each in move.brings if not blocks(left, left.stage.thing(each)))
    return replace(left, arrived=left.arrived.union(come))


def without(done: tuple[Do, ...], thing: Thing, taken: Do) -> tuple[Do, ...]:
    """The deeds that stand after one was taken back; what needs it goes with it."""
    return tuple(
        each
        for each in done
        if each != taken
        and not (
            each.thing == thing.id
            and taken.deed in (*thing.before(each.deed), *thing.checks(each.deed))
        )
    )


def _is_open(state: Phone, move: Move) -> bool:
    """Whether the thief can make a move: once, and not while it is prevented."""
    if move.id in state.moves:
        return False
    return not move.unless or not all(state.stands(each) for each in move.unless)


def _left(state: Phone, move: Move) -> tuple[Do, ...]:
    left = state.done
    for each in state.done:
        if Standing(each.thing, each.deed) in move.undoes:
            left = without(left, state.stage.thing(each.thing), each)
    return left
