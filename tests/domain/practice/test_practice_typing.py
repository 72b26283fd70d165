"""Typing: wrong letters stay until deleted, scripts and keyboards, and nothing is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from saying import saying

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice import typing
from trainer_app.domain.practice.keystrokes import (
    Action,
    Chose,
    Dead,
    Deleted,
    Entered,
    Layer,
    Pressed,
    Switched,
)
from trainer_app.domain.practice.scenario import Goal
from trainer_app.domain.practice.typing import Typing
from trainer_app.domain.practice.typing_stage import Target, TypingConsequence, TypingStage
from trainer_app.domain.practice.writing import rest_of, with_mark, without_last


def begun(language: str, text: str, keyboards: tuple[str, ...] = ("own",), **how: bool) -> Typing:
    """A stage with one text to type, and a name of one's own."""
    stage = TypingStage(
        id="t",
        kind="typing",
        targets=(Target("text", **how), Target("name", free=True, starts="@", least=2)),
        keyboards=keyboards,
        goals=(Goal("text", ("text",)), Goal("name", ("name",))),
        consequences=(
            TypingConsequence("sign-first", ("name",)),
            TypingConsequence("other"),
            TypingConsequence("more", when="too-short"),
        ),
    )
    return typing.start(stage, 1, saying(language, t__targets__text=text, t__targets__name="@ana"))


def after(state: Typing, *actions: Action) -> Typing:
    for action in actions:
        state = typing.act(state, action)
    return state


def typed(state: Typing, text: str) -> Typing:
    return after(state, *(Pressed(sign) for sign in text))


def met(state: Typing) -> tuple[str, ...]:
    return typing.progress(state).met


def test_a_text_that_is_right_leads_to_the_next_line() -> None:
    state = typed(begun("en", "tea"), "te")
    assert (met(state), state.at, state.tries) == ((), 0, 0)
    state = typed(state, "a")
    assert (met(state), state.at, state.tries, state.mistakes) == (("text",), 1, 1, 0)


def test_a_wrong_letter_stays_until_it_is_deleted() -> None:
    state = typed(begun("en", "tea"), "tp")
    progress = typing.progress(state)
    assert (progress.consequence, progress.to_mend, progress.mistakes) == ("other", ("other",), 1)
    state = typed(state, "ea")
    assert met(state) == ()
    state = after(state, Deleted(), Deleted(), Deleted())
    assert typing.progress(state).to_mend == ()
    assert met(typed(state, "ea")) == ("text",)


def test_a_line_that_is_changed_is_open_again() -> None:
    state = after(typed(begun("en", "tea"), "tea"), Chose("text"), Deleted())
    assert met(state) == ()


def test_capitals_count_only_where_they_are_taught() -> None:
    assert met(typed(begun("en", "Tea"), "tea")) == ("text",)
    state = typed(begun("en", "Tea", exact=True), "t")
    assert state.consequence == "other"


def test_a_name_of_ones_own_needs_its_sign_no_spaces_and_some_letters() -> None:
    state = after(begun("en", "tea"), Chose("name"))
    assert typed(state, "b").consequence == "sign-first"
    short = after(typed(state, "@b"), Entered())
    assert (short.consequence, short.mistakes) == ("more", 1)
    assert typed(state, "@b c").consequence == "sign-first"
    named = typed(state, "@bob")
    assert met(named) == ()
    assert met(after(named, Entered())) == ("name",)


def test_a_name_that_was_changed_is_entered_again() -> None:
    state = after(typed(after(begun("en", "tea"), Chose("name")), "@bob"), Entered())
    state = after(state, Chose("name"), Deleted())
    assert met(state) == ()
    assert met(after(state, Entered())) == ("name",)


def test_keys_of_a_finished_practice_change_nothing() -> None:
    state = typed(begun("en", "tea"), "tea@bob")
    state = after(state, Entered())
    assert state.at == -1
    assert after(state, Pressed("x"), Deleted(), Entered(), Dead("´")) == state


@pytest.mark.parametrize(
    ("language", "wanted", "pressed"),
    [
        ("fa", "کیک", "كيك"),  # an Arabic keyboard
        ("tr", "ıslak İp", "ISLAK ip"),
        ("uk", "м’ята", "м'ята"),
        ("fr", "forêt", "fore\u0302t"),
    ],
)
def test_each_language_has_its_own_way_of_the_same(
    language: str, wanted: str, pressed: str
) -> None:
    assert met(typed(begun(language, wanted), pressed)) == ("text",)


def test_an_i_with_a_dot_is_another_letter_in_turkish() -> None:
    assert typed(begun("tr", "ısı"), "i").mistakes == 1


def test_a_dead_key_waits_for_its_letter() -> None:
    state = after(begun("es", "té"), Pressed("t"), Dead("´"))
    assert typing.view(state, "").waiting == "´"
    assert met(after(state, Pressed("e"))) == ("text",)
    assert after(state, Deleted()).texts[0] == "t"
    assert after(state, Pressed("x")).texts[0] == "tx"


def test_a_dead_key_that_waits_in_vain_is_taken_back_first() -> None:
    state = after(begun("es", "té"), Dead("´"))
    assert typing.next_step(state) == Deleted()


def test_a_key_with_two_letters_types_both() -> None:
    assert met(typed(after(begun("ar", "سلام"), Pressed("س"), Pressed("لا")), "م")) == ("text",)


def test_one_key_after_shift_the_letters_are_small_again() -> None:
    state = after(begun("en", "Tea", exact=True), Layer("shift"))
    assert "T" in typing.view(state, "").rows[1]
    state = after(state, Pressed("T"))
    assert (state.layer, state.texts[0]) == ("base", "T")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It’s tea"),
        ("nl", "'één' dag"),
        ("fr", "Où ça, Élise ?"),
        ("es", "¿Qué pingüino?"),
        ("tr", "Işık ğ"),
        ("ar", "لأنّ الآن @ana"),
        ("fa", "می\u200cروم #نان"),
        ("uk", "ґанок @ana, їжа"),
    ],
)
def test_the_next_steps_type_what_is_asked_for(language: str, text: str) -> None:
    state = begun(language, text, ("own", "latin"))
    for _ in range(120):
        step = typing.next_step(state)
        if step is None:
            break
        # A key that is not on the layer shown could not be pressed on the screen.
        assert step in typing.actions(state), step
        state = typing.act(state, step)
    assert typing.progress(state).finished
    assert state.mistakes == 0


def test_another_script_is_a_switch_away() -> None:
    state = after(begun("uk", "@ana", ("own", "latin")))
    assert typing.view(state, "").languages == ("uk", "en")
    assert typing.next_step(state) == Switched("en")
    assert typing.next_step(begun("uk", "@ana")) is None


def test_a_line_has_an_end() -> None:
    state = typed(begun("en", "tea"), "x" * 200)
    assert len(state.texts[0]) == typing.MOST_SIGNS
    assert after(state, Pressed("y")) is state


@pytest.mark.parametrize("text", ["", "\n", "\x1b", "\u202e", "hello"])
def test_keys_that_type_nothing(text: str) -> None:
    state = begun("en", "tea")
    assert after(state, Pressed(text)) is state


def test_what_was_typed_stands_in_no_log() -> None:
    state = typed(after(begun("en", "tea"), Chose("name")), "@secret")
    assert "secret" not in repr(state)
    assert "secret" not in repr(typing.view(state, ""))


@pytest.mark.parametrize(
    ("action", "what"),
    [(Chose("x"), "target"), (Switched("xx"), "keyboard"), (Layer("x"), "layer")],
)
def test_things_that_are_not_there(action: Action, what: str) -> None:
    with pytest.raises(UnknownThing) as error:
        after(begun("en", "tea"), action)
    assert error.value.facts["what"] == what


@given(st.text(max_size=12), st.sampled_from(["en", "tr", "fa", "ar"]))
def test_every_beginning_of_a_text_has_the_right_rest(text: str, language: str) -> None:
    for at in range(len(text) + 1):
        rest = rest_of(text, text[:at], language, exact=False)
        if rest is not None:
            whole = rest_of(text, text[:at] + rest, language, exact=False)
            assert whole == ""
    assert rest_of(text, text, language, exact=False) == ""


def test_marks_and_letters() -> None:
    assert with_mark("e", "\u0301") == "é"
    assert with_mark("x", "\u0301") == "x"
    assert without_last("ab") == "a"
    assert without_last("abَّ") == "a"
    assert without_last("") == ""
