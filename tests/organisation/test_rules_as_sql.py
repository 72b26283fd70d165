"""Any rule says the same of a record whether Python asks it or an engine does."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer_app.domain.competences import LEVELS
from trainer_app.domain.funding import rule as of
from trainer_app.domain.funding.answers import PREFER_NOT, STAGES, Answer, Said
from trainer_app.domain.funding.figuring import gaps_of
from trainer_app.domain.funding.indicators import Indicator, IndicatorSet, Need
from trainer_app.domain.funding.judging import judge
from trainer_app.domain.funding.participation import Participation, Passed
from trainer_app.organisation.compiling import MISSING, NO, NOT_SAID, SEALED, YES, Columns, quoted

DAY = date(2026, 11, 3)
VERDICTS = {NO: "no", NOT_SAID: "not-said", SEALED: "sealed", MISSING: "missing", YES: "yes"}
QUESTIONS, CHOICES, LESSONS = ("work", "home"), ("yes", "no", "a-bit"), ("sign-in", "post")
CODES = ("1.1", "1.2", "2.1")

leaf = st.one_of(
    st.just(of.Everyone()),
    st.builds(
        of.Answered,
        st.sampled_from(STAGES),
        st.sampled_from(QUESTIONS),
        st.lists(st.sampled_from(CHOICES), min_size=1, max_size=2).map(tuple),
    ),
    st.builds(of.Age, st.none() | st.integers(0, 90), st.none() | st.integers(0, 90)),
    st.builds(of.OfGender, st.just(("woman", "nonbinary"))),
    st.builds(of.Speaks, st.just(("ar", "nl"))),
    st.builds(of.Known, st.sampled_from(of.FACTS)),
    st.just(of.Left()),
    st.builds(of.Attended, st.integers(0, 4)),
    st.builds(of.Hours, st.decimals(0, 9, places=3)),
    st.builds(of.Completed, st.integers(0, 2)),
    st.builds(of.PassedLesson, st.sampled_from(LESSONS)),
    st.builds(of.PassedLessons, st.integers(0, 3)),
    st.builds(of.Reached, st.sampled_from(LEVELS), st.none() | st.sampled_from(CODES)),
    st.builds(of.Reached, st.sampled_from(LEVELS), st.none(), st.sampled_from(("1", "2"))),
)
rules = st.recursive(
    leaf,
    lambda inner: st.one_of(
        st.builds(of.Not, inner),
        st.builds(of.All, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(of.Either, st.lists(inner, min_size=1, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)


@st.composite
def records(draw: st.DrawFn) -> Participation:
    erased = draw(st.integers(0, 5)) == 0
    hours = draw(st.decimals(0, 9, places=2))
    counts = Participation("p", "", None, DAY, None, draw(st.integers(0, 5)), 0, hours)
    if erased:
        return Participation("p", "", None, DAY, None, counts.attendances, 0, hours, erased=True)
    values = st.none() | st.sampled_from((*CHOICES, PREFER_NOT))
    said = {
        stage: {id: Answer(id, stage, draw(values), DAY) for id in QUESTIONS if draw(st.booleans())}
        for stage in STAGES
    }
    return Participation(
        "p", "A1", "Invented", DAY, draw(st.none() | st.just(DAY)), counts.attendances, 0, hours,
        gender=draw(st.none() | st.sampled_from(("woman", "man", "nonbinary"))),
        birth_year=draw(st.none() | st.integers(1930, 2020)),
        language=draw(st.none() | st.sampled_from(("ar", "nl", "en"))),
        completed=draw(st.sampled_from(((), ("c1",), ("c1", "c2")))),
        passed=tuple(Passed(one, DAY) for one in LESSONS if draw(st.booleans())),
        levels={code: draw(st.sampled_from(LEVELS)) for code in CODES if draw(st.booleans())},
        said=Said(**said),
    )  # fmt: skip


def row(columns: Columns, one: Participation) -> str:
    """The record as `took_part` has it: its own columns made by the program's own text."""
    answers = [
        f"SELECT {quoted(stage)} AS stage, {quoted(id)} AS question, {text(answer.value)} AS value"
        for stage in STAGES
        for id, answer in one.said.at(stage).items()
    ]
    lessons = [f"SELECT {quoted(each.lesson)} AS lesson" for each in one.passed]
    levels = [
        f"SELECT {quoted(code)} AS code, {LEVELS.index(level)} AS level"
        for code, level in one.levels.items()
    ]
    none = {
        "answers": "SELECT NULL AS stage, NULL AS question, CAST(NULL AS STRING) AS value",
        "passed": "SELECT CAST(NULL AS STRING) AS lesson",
        "levels": "SELECT CAST(NULL AS STRING) AS code, CAST(NULL AS BIGINT) AS level",
    }
    tables = {"answers": answers, "passed": lessons, "levels": levels}
    parts = ", ".join(
        f"{name} AS ({' UNION ALL '.join([*rows, none[name]])})" for name, rows in tables.items()
    )
    taken = "".join(f", {each}" for each in columns.taken("a", "l", "v"))
    facts = {
        "attendances": one.attendances, "hundredths": int(one.hours * 100),
        "erased": str(one.erased).upper(), "gender": text(one.gender),
        "birth_year": one.birth_year if one.birth_year is not None else "NULL",
        "language": text(one.language),
        "age": one.age_at_entry if one.age_at_entry is not None else "NULL",
        "left_on": f"DATE '{one.exit}'" if one.exit else "NULL",
        "completed": len(one.completed), "lessons": len({each.lesson for each in one.passed}),
    }  # fmt: skip
    said = ", ".join(f"{value} AS {name}" for name, value in facts.items())
    return (
        f"WITH {parts}, a AS (SELECT 1 AS one {columns.answers()} FROM answers),"
        f" l AS (SELECT 1 AS one {columns.lessons()} FROM passed),"
        f" v AS (SELECT 1 AS one {columns.levels()} FROM levels),"
        f" took_part AS (SELECT {said} {taken} FROM a, l, v)"
    )


def text(value: str | None) -> str:
    return "CAST(NULL AS STRING)" if value is None else quoted(value)


def the_set(rule: of.Rule, *needs: Need) -> IndicatorSet:
    words = {"en": "x"}
    return IndicatorSet("own", 1, "", words, words, (Indicator("c", words, rule),), needs=needs)


@settings(deadline=None)
@given(rule=rules, one=records())
def test_a_rule_gives_the_same_verdict(rule, one):
    columns = Columns(the_set(rule))
    expression, yes, no = columns.judged(rule)
    query = f"{row(columns, one)} SELECT {expression}, {columns.verdict(rule)} FROM took_part"
    (judged, verdict) = duckdb.sql(query).fetchall()[0]
    expected = judge(rule, one)
    assert VERDICTS[verdict] == expected
    assert {yes: "yes", no: "no"}.get(judged, VERDICTS.get(judged)) == expected


@settings(deadline=None)
@given(
    one=records(),
    needs=st.lists(
        st.one_of(
            st.sampled_from((Need("gender"), Need("birth-year"))),
            st.builds(Need, st.sampled_from(QUESTIONS), st.sampled_from(STAGES)),
        ),
        min_size=1,
        max_size=3,
    ),
)
def test_what_is_missing_is_the_same(one, needs):
    set = the_set(of.Everyone(), *needs)
    columns = Columns(set)
    gaps = " OR ".join(columns.gap(need) for need in needs)
    (found,) = duckdb.sql(f"{row(columns, one)} SELECT {gaps} FROM took_part").fetchall()[0]
    assert bool(found) == bool(gaps_of(set, one))


@pytest.mark.parametrize("word", ["it's", "back\\slash", 'quo"te', "new\nline", "semi;colon"])
def test_a_word_that_engines_read_differently_is_refused(word):
    with pytest.raises(ValueError):
        quoted(word)


def test_hours_are_not_reached_a_hundredth_before():
    columns = Columns(the_set(of.Everyone()))
    assert "hundredths >= 151" in columns.verdict(of.Hours(Decimal("1.501")))
