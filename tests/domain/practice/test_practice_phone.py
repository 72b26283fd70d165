"""The pretend phone: deeds stand until they are taken back, and wrong ones keep a goal open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from saying import saying

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice import phone
from trainer_app.domain.practice.engine import LEARNER
from trainer_app.domain.practice.phone import Do, Home, Open, Phone, Undo
from trainer_app.domain.practice.phone_stage import (
    DEEDS,
    OF_ACCOUNT,
    THING_KINDS,
    DeedName,
    Move,
    PhoneConsequence,
    PhoneGoal,
    PhoneStage,
    Phrase,
    Standing,
    Thing,
)


def stage(*things: Thing, goals: tuple[PhoneGoal, ...] = (PhoneGoal("all"),)) -> PhoneStage:
    ids = tuple(thing.id for thing in things)
    return PhoneStage(
        id="phone",
        kind="phone",
        items=things,
        phrases=(Phrase("yes", ids, ids), Phrase("no", ids)),
        people=("ana", "ben"),
        goals=goals,
        consequences=(
            PhoneConsequence("open-door", when="give-code"),
            PhoneConsequence("not-that", of=("scam",)),
            PhoneConsequence("other"),
        ),
    )


def begun(*things: Thing, goals: tuple[PhoneGoal, ...] = (PhoneGoal("all"),)) -> Phone:
    return phone.start(stage(*things, goals=goals), 1, saying())


def after(state: Phone, *actions: phone.Action) -> Phone:
    for action in actions:
        state = phone.act(state, action)
    return state


def walked(state: Phone) -> list[Phone]:
    """The right walk from a state to its end; fails if it makes a mistake or does not end."""
    states = [state]
    for _ in range(300):
        step = phone.next_step(states[-1])
        if step is None:
            return states
        assert step in phone.actions(states[-1])
        moved = phone.act(states[-1], step)
        assert moved != states[-1], step
        assert moved.mistakes == state.mistakes, step
        states.append(moved)
    raise AssertionError("no end of steps")


SCAM = Thing("scam", "message", asks=("code", "money"), link=True, needs=("report",),
             fine=("block", "delete"))  # fmt: skip
CALL = Thing("call", "call", person="ana", needs=("answer", "say"), fine=("hang-up",))
NOTE = Thing("note", "message", person="ben", voice=True, needs=("listen", "forward"),
             forwards=("ana",))  # fmt: skip


def test_a_wrong_deed_brings_its_consequence_and_keeps_the_goal_open_until_taken_back() -> None:
    state = after(begun(SCAM), Open("scam"), Do("scam", "report"), Do("scam", "give-code"))
    progress = phone.progress(state)
    assert (progress.consequence, progress.to_mend) == ("open-door", ("open-door",))
    assert (progress.tries, progress.mistakes, progress.met) == (2, 1, ())
    progress = phone.progress(after(state, Undo("scam", "give-code")))
    assert (progress.met, progress.to_mend, progress.consequence) == (("all",), (), "")
    assert (progress.tries, progress.mistakes) == (2, 1)


def test_the_first_consequence_that_fits_the_thing_and_the_deed_follows() -> None:
    state = after(begun(SCAM, CALL), Open("scam"), Do("scam", "pay"))
    assert state.consequence == "not-that"
    state = after(state, Open("call"), Do("call", "decline"))
    assert state.consequence == "other"


def test_a_fine_deed_neither_meets_a_goal_nor_is_a_mistake() -> None:
    state = after(begun(SCAM), Open("scam"), Do("scam", "block"))
    assert (state.tries, state.mistakes) == (1, 0)
    assert phone.progress(state).met == ()


def test_nothing_but_taking_back_is_possible_with_what_was_deleted() -> None:
    state = after(begun(SCAM), Open("scam"), Do("scam", "delete"))
    assert after(state, Do("scam", "report")) == state
    assert phone.next_step(state) == Undo("scam", "delete")
    assert phone.progress(walked(state)[-1]).finished


def test_a_call_is_answered_before_one_talks_and_called_again_after_it_ended() -> None:
    state = after(begun(CALL), Open("call"))
    assert after(state, Do("call", "say", "yes")) == state
    ended = after(state, Do("call", "answer"), Do("call", "hang-up"))
    assert after(ended, Do("call", "say", "yes")) == ended
    steps = walked(ended)
    assert phone.progress(steps[-1]).finished
    assert Do("call", "say", "yes") in steps[-1].done


def test_who_takes_back_an_answer_takes_back_what_was_said_in_the_call() -> None:
    state = after(begun(CALL), Open("call"), Do("call", "answer"), Do("call", "say", "no"))
    assert after(state, Undo("call", "answer")).done == ()


def test_a_phrase_and_a_receiver_can_be_right_or_wrong() -> None:
    state = after(begun(NOTE), Open("note"), Do("note", "forward", "ben"))
    assert state.mistakes == 1
    state = after(state, Undo("note", "forward", "ben"), Do("note", "forward", "ana"))
    assert (state.mistakes, phone.progress(state).to_mend) == (1, ())
    call = after(begun(CALL), Open("call"), Do("call", "answer"), Do("call", "say", "no"))
    assert call.mistakes == 1


def test_what_comes_later_comes_when_the_first_is_settled_and_stays() -> None:
    later = replace(CALL, after=("scam",))
    state = after(begun(SCAM, later), Open("scam"))
    assert "call" not in state.arrived
    assert after(state, Open("call")) == state
    state = after(state, Do("scam", "report"))
    assert "call" in state.arrived
    assert "call" in after(state, Undo("scam", "report")).arrived


def test_what_waits_comes_also_when_a_mistake_is_taken_back() -> None:
    later = replace(CALL, after=("scam",))
    state = after(begun(SCAM, later), Open("scam"), Do("scam", "pay"), Do("scam", "report"))
    assert "call" not in state.arrived
    assert "call" in after(state, Undo("scam", "pay")).arrived
    assert phone.progress(walked(state)[-1]).finished


def test_who_is_blocked_sends_nothing_new_until_they_are_not_blocked() -> None:
    first = Thing("first", "message", person="ben", needs=("report",), fine=("block",))
    again = Thing("again", "call", person="ben", needs=("decline",), after=("first",))
    state = after(begun(first, again), Open("first"), Do("first", "block"), Do("first", "report"))
    assert "again" not in state.arrived
    assert phone.progress(state).finished
    freed = after(state, Undo("first", "block"))
    assert "again" in freed.arrived
    assert not phone.progress(freed).finished


def test_to_block_wrongly_settles_nothing() -> None:
    first = Thing("first", "message", person="ben")
    again = Thing("again", "message", person="ben", after=("first",))
    goals = (PhoneGoal("again", ("again",)), PhoneGoal("all"))
    state = after(begun(first, again, goals=goals), Open("first"), Do("first", "block"))
    assert phone.progress(state).met == ()


def test_a_new_number_is_saved_rightly_only_after_the_old_one_was_called() -> None:
    cousin = Thing("cousin", "contact", number=True, needs=("save-new-number",))
    state = after(begun(cousin), Open("cousin"), Do("cousin", "save-new-number"))
    assert (state.mistakes, phone.progress(state).met) == (1, ())
    called = after(state, Do("cousin", "call"))
    assert phone.progress(called).finished
    assert phone.progress(walked(state)[-1]).finished
    assert after(called, Undo("cousin", "call")).done == ()
    note = replace(cousin, id="note", kind="message")
    assert [each.deed for each in walked(begun(note))[-1].done] == ["ask", "save-new-number"]
    assert "save-new-number" not in stage(note).deeds(replace(note, number=False))


def account(*, offers: tuple[DeedName, ...] = OF_ACCOUNT, **wants: tuple[DeedName, ...]) -> Thing:
    return Thing("account", "account", offers=offers, **wants)


def test_a_passphrase_is_chosen_from_cards_and_another_one_after_it_was_taken_back() -> None:
    state = after(begun(account(needs=("change-passphrase",))), Open("account"))
    state = after(state, Do("account", "change-passphrase", "no"))
    assert state.mistakes == 1
    assert after(state, Do("account", "change-passphrase", "yes")) == state
    assert walked(state)[-1].done == (Do("account", "change-passphrase", "yes"),)


def test_codes_for_a_bad_day_come_with_two_steps() -> None:
    state = after(begun(account(needs=("save-backup-codes",))), Open("account"))
    assert after(state, Do("account", "save-backup-codes")) == state
    end = walked(state)[-1]
    assert [each.deed for each in end.done] == ["turn-on-two-step", "save-backup-codes"]
    assert after(end, Undo("account", "turn-on-two-step")).done == ()


OUT = Standing("account", "sign-out-others")
BEGS = Move("begs", unless=(Standing("account", "warn-friends"),), brings=("was-it-you",))
RESETS = Move("resets", unless=(OUT,), undoes=(Standing("account", "turn-on-two-step"),))
MINE = account(needs=("sign-out-others", "turn-on-two-step", "warn-friends"))
ASKED = Thing("was-it-you", "message", person="ana", needs=("say",))


def with_thief(*moves: Move) -> Phone:
    begun_stage = replace(stage(MINE, ASKED), thief=moves)
    return after(phone.start(begun_stage, 1, saying()), Open("account"))


def test_a_thief_acts_once_after_each_deed_and_what_they_undo_is_to_do_again() -> None:
    state = after(with_thief(RESETS, BEGS), Do("account", "turn-on-two-step"))
    assert (state.moves, state.thief, state.done) == (("resets",), "acted", ())
    assert (state.mistakes, state.consequence) == (0, "")
    state = after(state, Do("account", "turn-on-two-step"))
    assert state.moves == ("resets", "begs")
    assert "was-it-you" in state.arrived
    assert after(state, Do("account", "sign-out-others")).thief == "kept-out"
    assert phone.progress(walked(state)[-1]).finished


def test_a_prevented_move_is_not_made_and_what_it_would_bring_is_not_waited_for() -> None:
    state = after(with_thief(BEGS), Do("account", "warn-friends"))
    assert (state.moves, state.thief) == ((), "kept-out")
    end = walked(state)[-1]
    assert phone.progress(end).finished
    assert "was-it-you" not in end.arrived


def test_looking_and_taking_back_give_a_thief_no_turn() -> None:
    state = after(with_thief(BEGS), Do("account", "warn-friends"), Undo("account", "warn-friends"))
    assert (state.moves, state.thief) == ((), "")
    seen = phone.view(after(state, Do("account", "sign-out-others")), LEARNER)
    assert (seen.moves, seen.thief) == (("phone.thief.begs",), "acted")


def test_a_friend_who_is_blocked_does_not_ask() -> None:
    moved = replace(stage(MINE, ASKED, replace(NOTE, person="ana")), thief=(BEGS,))
    state = after(phone.start(moved, 1, saying()), Open("note"), Do("note", "block"))
    assert state.moves == ("begs",)
    assert "was-it-you" not in state.arrived


def test_a_thing_to_be_left_alone_is_settled_when_it_was_looked_at() -> None:
    state = begun(Thing("note", "message"))
    assert phone.progress(state).met == ()
    assert phone.progress(after(state, Open("note"))).finished


def test_a_goal_can_ask_for_some_of_the_deeds() -> None:
    goals = (PhoneGoal("heard", ("note",), ("listen",)), PhoneGoal("all"))
    state = after(begun(NOTE, goals=goals), Open("note"), Do("note", "listen"))
    assert phone.progress(state).met == ("heard",)
    assert phone.progress(after(state, Undo("note", "listen"))).met == ()


def test_a_person_sees_what_was_said_and_sent_on_to_them_and_not_the_phone() -> None:
    state = after(
        begun(CALL, NOTE),
        *(Open("call"), Do("call", "answer"), Do("call", "say", "yes")),
        *(Open("note"), Do("note", "forward", "ana")),
    )
    ana = phone.view(state, "ana")
    assert ana.received == ("phone.phrases.yes", "phone.things.note")
    assert (ana.things, ana.open) == ((), None)
    assert phone.view(state, "ben").received == ()
    mine = phone.view(state, LEARNER)
    assert mine.open is not None
    assert (mine.open.id, mine.open.person) == ("note", "world.people.ben")


def test_a_view_marks_a_wrong_deed_only_once_it_was_done() -> None:
    state = after(begun(SCAM), Open("scam"))
    here = phone.view(state, LEARNER).open
    assert here is not None
    assert not any(each.to_mend for each in here.offered)
    here = phone.view(after(state, Do("scam", "pay")), LEARNER).open
    assert here is not None
    assert [each.deed for each in here.done if each.to_mend] == ["pay"]


def test_unknown_things_are_refused_and_late_clicks_change_nothing() -> None:
    state = after(begun(SCAM), Open("scam"), Do("scam", "report"))
    for action in (Open("gone"), Do("scam", "say", "gone"), Do("scam", "forward", "gone"),
                   Undo("gone", "pay")):  # fmt: skip
        with pytest.raises(UnknownThing):
            phone.act(state, action)
    assert after(state, Do("scam", "report")) == state
    assert after(state, Undo("scam", "pay")) == state
    home = after(state, Home())
    assert after(home, Do("scam", "block")) == home


@st.composite
def things(draw: st.DrawFn) -> Thing:
    """Any thing whose deeds the phone offers."""
    kind = draw(st.sampled_from(THING_KINDS))
    bare = Thing(
        "thing",
        kind,
        voice=draw(st.booleans()),
        link=draw(st.booleans()),
        asks=draw(st.sampled_from(((), ("code",), ("code", "money")))),
        forwards=("ana",),
        number=kind in ("contact", "message"),
        offers=OF_ACCOUNT if kind == "account" else (),
    )
    offered = st.lists(st.sampled_from(stage(bare).deeds(bare)), unique=True, max_size=4)
    return replace(
        bare,
        needs=tuple(draw(offered)),
        one_of=tuple(draw(offered)),
        fine=tuple(draw(offered)),
    )


def thief_moves(of: PhoneStage, thing: Thing) -> st.SearchStrategy[Move]:
    """What a thief could do with a thing."""
    deeds = st.sampled_from([Standing(thing.id, deed) for deed in of.deeds(thing)] or [OUT])
    some = st.lists(deeds, max_size=2).map(tuple)
    return st.builds(Move, id=st.just("move"), unless=some, undoes=some)


@settings(max_examples=200, deadline=None)
@given(data=st.data(), thing=things(), walk=st.lists(st.integers(0, 10**6), max_size=12))
def test_from_anything_done_with_any_thing_the_end_is_reached(
    data: st.DataObject, thing: Thing, walk: list[int]
) -> None:
    assume(not thing.contradicts)
    goals = (PhoneGoal("last-need", done=thing.needs[-1:]), PhoneGoal("all"))
    state = begun(thing, goals=goals)
    moves = tuple(data.draw(st.lists(thief_moves(state.stage, thing), max_size=3)))
    thief = tuple(replace(each, id=str(number)) for number, each in enumerate(moves))
    state = phone.start(replace(state.stage, thief=thief), 1, saying())
    for chosen in walk:
        options = phone.actions(state)
        state = phone.act(state, options[chosen % len(options)])
    assert phone.progress(walked(state)[-1]).finished


def test_no_deed_is_closed_by_one_that_stands_before_it_in_the_order() -> None:
    """Else a right walk could close what it still needs; what contradicts is refused."""
    pairs = {("answer", "decline"), ("hang-up", "decline"), ("keep", "unlink")}
    for kind in THING_KINDS:
        thing = Thing("thing", kind, voice=True, link=True, asks=("code", "money"))
        thing = replace(thing, number=True, offers=OF_ACCOUNT if kind == "account" else ())
        offered = stage(thing).deeds(thing)
        for deed in offered:
            for closer in (set(thing.closers(deed)) & set(offered)) - {deed}:
                excluded = {(deed, closer), (closer, deed)} & pairs
                assert excluded or DEEDS.index(closer) > DEEDS.index(deed), (deed, closer)
