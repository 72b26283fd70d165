"""Around the kinds: stages, hints when due, a step shown, stop and go on, what is kept."""

from __future__ import annotations

import practised
import pytest

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice import playing
from trainer_app.domain.practice.keystrokes import Deleted, Pressed
from trainer_app.domain.practice.kinds import KINDS, engine_of
from trainer_app.domain.practice.playing import (
    GoOn,
    NextStage,
    Playing,
    ShowMe,
    StartAfresh,
    Stop,
    TakeHint,
    Waited,
)
from trainer_app.domain.practice.sorting import Put

PRACTICES = practised.practices()
APPS = PRACTICES["05-what-they-do/en"]
TYPE = PRACTICES["02-type/en"]
WRONG, RIGHT = Put("parrot", "work"), Put("parrot", "talk")


def after(now: Playing, *actions: object) -> Playing:
    for action in actions:
        now = playing.act(now, action)
    return now


def apps() -> Playing:
    return playing.begin(APPS, 1)


def test_a_hint_is_due_after_two_wrong_tries() -> None:
    now = after(apps(), WRONG)
    assert not now.hint_due
    now = after(now, Put("parrot", "show"))
    assert now.hint_due
    now = after(now, TakeHint())
    view = playing.view(now)
    assert (view.hint, view.hint_due, now.hints) == ("apps.goals.near", False, 1)
    assert playing.view(after(now, RIGHT)).hint is None


def test_a_right_try_between_two_wrong_ones_delays_the_hint() -> None:
    now = after(apps(), WRONG, RIGHT, Put("frame", "work"))
    assert not now.hint_due


def test_a_hint_is_due_after_a_minute_of_nothing() -> None:
    now = after(apps(), Waited(30), Waited(29))
    assert not now.hint_due
    assert after(now, Waited(1)).hint_due
    assert not after(now, RIGHT, Waited(1)).hint_due


def test_a_hint_can_be_asked_for_and_counts_once() -> None:
    assert after(apps(), TakeHint(), TakeHint()).hints == 1


def test_show_me_does_one_right_step_that_is_no_try() -> None:
    now = after(apps(), WRONG, ShowMe())
    assert now.progress.to_mend == ()
    assert (now.tries, now.shown) == (1, 1)
    assert playing.result(now, 1).hints == 1


def test_show_me_to_the_end_and_then_nothing() -> None:
    now = apps()
    for _ in range(20):
        now = after(now, ShowMe())
    assert now.finished
    assert now.shown == 6
    assert not now.hint_due


def test_the_words_of_a_mistake_and_how_to_mend_it() -> None:
    view = playing.view(after(apps(), WRONG))
    assert view.consequence == "apps.consequences.not-for-work"
    said = APPS.words.said[view.consequence]
    assert said.line
    assert said.then
    assert playing.view(after(apps(), WRONG, RIGHT)).consequence is None


def test_a_stage_follows_when_every_goal_is_met() -> None:
    now = playing.begin(TYPE, 1)
    assert after(now, NextStage()) == now
    while not now.progress.finished:
        now = after(now, playing.next_step(now))
    view = playing.view(now)
    assert (view.number, view.of, view.may_go_on, view.finished) == (1, 2, True, False)
    now = after(now, NextStage())
    assert playing.view(now).stage == "names"
    assert playing.result(now, 3).goals == ("letters/letter", "letters/words")


def test_starting_afresh_takes_this_stage_back_and_keeps_the_count() -> None:
    now = after(apps(), WRONG, RIGHT, StartAfresh())
    assert now.state == apps().state
    assert now.tries == 2


def test_while_stopped_only_going_on_does_anything() -> None:
    now = after(apps(), RIGHT, Stop())
    assert playing.view(now).stopped
    assert after(now, WRONG, ShowMe(), Waited(99), StartAfresh(), NextStage()) == now
    assert after(now, GoOn(), Stop(), GoOn()) == after(apps(), RIGHT)


def test_nothing_typed_is_kept_or_told() -> None:
    now = after(playing.begin(TYPE, 1), Pressed("m"), Pressed("secret"[0]), Pressed("q"))
    result = playing.result(now, 2)
    assert result.goals == ("letters/letter",)
    assert (result.of, result.tries, result.minutes) == (4, 3, 2)
    assert {type(each) for each in (result.of, result.tries, result.hints, result.minutes)} == {int}
    assert "sq" not in repr(now)


def test_a_goal_that_was_undone_is_not_kept() -> None:
    now = after(apps(), Put("parrot", "talk"), Put("chirp", "show"))
    assert playing.result(now, 1).goals == ("apps/near",)
    assert playing.result(after(now, Put("chirp", "work")), 1).goals == ()


def test_a_deleted_letter_is_no_try() -> None:
    now = after(playing.begin(TYPE, 1), Pressed("x"))
    assert after(now, Deleted()).tries == now.tries


def test_a_kind_that_is_not_there() -> None:
    with pytest.raises(UnknownThing) as error:
        engine_of("circus")
    assert error.value.facts == {"what": "kind", "id": "circus"}
    assert len(KINDS) == 9
