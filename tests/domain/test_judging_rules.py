"""Yes, no and three kinds of not known; and that figures always add up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from indicator_people import person

from trainer_app.domain.funding import rule as of
from trainer_app.domain.funding.figuring import estimate, is_about, set_figures
from trainer_app.domain.funding.indicators import (
    Indicator,
    IndicatorSet,
    Need,
    each_question,
    in_language,
)
from trainer_app.domain.funding.judging import _JUDGES, judge
from trainer_app.domain.funding.projects import Rules

ASKED = of.Answered("entry", "work", ("yes",))
YES, NO = of.Everyone(), of.Not(of.Everyone())
MISSING = person("1")
NOT_SAID = person("2", answers={"entry/work": "p"})
SEALED = person("3", answers={"entry/work": "sealed"})
SAID = person("4", answers={"entry/work": "yes"})


def test_an_answer() -> None:
    assert [judge(ASKED, one) for one in (MISSING, NOT_SAID, SEALED, SAID)] == [
        "missing", "not-said", "sealed", "yes",
    ]  # fmt: skip
    assert judge(of.Answered("entry", "work", ("no",)), SAID) == "no"
    assert judge(of.Answered("exit", "work", ("yes",)), SAID) == "missing"


@pytest.mark.parametrize("one", [MISSING, NOT_SAID, SEALED])
def test_what_is_not_known_matters_only_where_it_decides(one: object) -> None:
    assert one in (MISSING, NOT_SAID, SEALED)
    unknown = judge(ASKED, one)  # type: ignore[arg-type]
    for rule, verdict in (
        (of.All((ASKED, NO)), "no"),
        (of.All((ASKED, YES)), unknown),
        (of.Either((ASKED, YES)), "yes"),
        (of.Either((ASKED, NO)), unknown),
        (of.Not(ASKED), unknown),
    ):
        assert judge(rule, one) == verdict  # type: ignore[arg-type]


def test_what_can_still_be_asked_is_told_first() -> None:
    both = person("5", answers={"entry/a": "p"})
    rule = of.All((of.Answered("entry", "a", ("yes",)), of.Answered("entry", "b", ("yes",))))
    assert judge(rule, both) == "missing"


def test_leaves_of_the_register_and_the_lessons() -> None:
    one = person(
        "6", "w", 1990, left=True, language="ar", passed=("a", "b"), completed=("c",),
        levels={"4.1": "intermediate"}, hours="7.50", attendances=4,
    )  # fmt: skip
    yes = (
        of.Age(36, 36), of.Age(None, 36), of.Age(36), of.OfGender(("man", "woman")),
        of.Speaks(("ar",)), of.Known("gender"), of.Known("birth-year"), of.Known("language"),
        of.Left(), of.Attended(4), of.Hours(Decimal("7.5")), of.Completed(1),
        of.PassedLesson("b"), of.PassedLessons(2), of.Reached("basic"),
        of.Reached("intermediate", "4.1"), of.Reached("basic", area="4"),
    )  # fmt: skip
    no = (
        of.Age(37), of.Age(None, 35), of.OfGender(("nonbinary",)), of.Speaks(("fa",)),
        of.Attended(5), of.Hours(Decimal("7.51")), of.Completed(2), of.PassedLesson("c"),
        of.PassedLessons(3), of.Reached("advanced"), of.Reached("basic", "4.2"),
        of.Reached("basic", area="1"),
    )  # fmt: skip
    assert [judge(rule, one) for rule in yes] == ["yes"] * len(yes)
    assert [judge(rule, one) for rule in no] == ["no"] * len(no)


def test_of_who_is_erased_only_counts_are_known() -> None:
    gone = person("7", "-", None, erased=True, attendances=4, hours="8.00")
    assert judge(of.Attended(4), gone) == "yes"
    assert judge(of.Hours(Decimal(8)), gone) == "yes"
    assert judge(of.Everyone(), gone) == "yes"
    for rule in (of.Known("gender"), of.Left(), of.Completed(1), of.PassedLessons(1), of.Age(1)):
        assert judge(rule, gone) == "missing"


def test_what_is_needed_at_leaving_is_no_gap_before_it() -> None:
    made = IndicatorSet(
        "x", 1, "", {"en": "X"}, {"en": "X"}, (Indicator("A", {"en": "A"}, YES),),
        needs=(Need("work", "exit"),),
    )  # fmt: skip
    here, left, asked = (
        person("1"), person("2", left=True), person("3", left=True, answers={"exit/work": "yes"}),
    )  # fmt: skip
    assert set_figures(made, [here, left, asked], Rules()).incomplete == ("2",)


def test_whom_results_are_about() -> None:
    """She left on 5 May: in April she was there still, and in October six months are not over."""
    left = person("1", left=True)
    told = person("2", left=True, answers={"later/work": "yes"})
    here = person("3")
    april, may, october, november = (
        date(2026, 4, 30), date(2026, 5, 5), date(2026, 11, 4), date(2026, 11, 5),
    )  # fmt: skip
    for stage, one, until, wanted in (
        ("entry", here, april, True),
        ("exit", here, None, False),
        ("exit", left, april, False),
        ("exit", left, may, True),
        ("exit", left, None, True),
        ("later", left, october, False),
        ("later", left, november, True),
        ("later", told, october, True),
        ("later", told, april, False),
        ("later", here, november, False),
    ):
        assert is_about(stage, one, until) is wanted, (stage, until)  # type: ignore[arg-type]


def test_words_fall_back_to_english() -> None:
    assert in_language({"en": "Yes", "nl": "Ja"}, "nl") == "Ja"
    assert in_language({"en": "Yes", "nl": ""}, "nl") == "Yes"
    assert each_question((), "entry") == ()


_VERDICTS = st.sampled_from(["yes", "no", "p", "sealed", ""])
_PEOPLE = st.lists(st.tuples(st.sampled_from("wmx-"), _VERDICTS, st.booleans()), max_size=40)


@given(_PEOPLE, st.booleans(), st.sampled_from(["entry", "exit"]))
def test_every_participant_is_in_one_place(
    lines: list[tuple[str, str, bool]], estimates: bool, stage: str
) -> None:
    """Whole: looked at. Of these each answered, was not asked, rather not says, or is sealed."""
    people = [
        person(str(n), gender, left=left, answers={"entry/work": said} if said else {})
        for n, (gender, said, left) in enumerate(lines)
    ]
    one = Indicator("A", {"en": "A"}, ASKED, "exit" if stage == "exit" else "entry", estimate=True)
    made = IndicatorSet("x", 1, "", {"en": "X"}, {"en": "X"}, (one,), needs=(Need("gender"),))
    found = set_figures(made, people, Rules(estimates=estimates))
    figure = found.figures[0]
    assert figure.incomplete == len(found.incomplete) == sum(g == "-" for g, _, _ in lines)
    assert found.counted + figure.incomplete == len(people)
    assert figure.looked_at == sum(g != "-" and (left or stage == "entry") for g, _, left in lines)
    assert figure.looked_at == sum(
        (figure.answered, figure.not_asked, figure.not_said, figure.sealed)
    )
    assert figure.total == figure.women + figure.men + figure.nonbinary + figure.unknown
    assert figure.counted <= figure.answered
    assert figure.counted <= figure.total <= figure.looked_at
    assert figure.estimated or figure.total == figure.counted
    assert figure.estimated <= estimates


@given(
    st.dictionaries(
        st.sampled_from(["women", "men", "nonbinary", "unknown"]),
        st.tuples(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50)),
    )
)
def test_an_estimate_is_never_below_the_count_nor_above_the_people(
    groups: dict[str, tuple[int, int, int]],
) -> None:
    yes = {key: one[0] for key, one in groups.items()}
    answered = {key: one[0] + one[1] for key, one in groups.items()}
    people = {key: sum(one) for key, one in groups.items()}
    found = estimate(yes, answered, people)
    for key in groups:
        assert yes[key] <= found[key] <= people[key]


def test_every_kind_of_rule_can_be_judged() -> None:
    kinds = get_args(of.Rule)
    assert len(kinds) == 16
    for kind in kinds:
        assert kind in _JUDGES, kind
