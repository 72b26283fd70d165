"""AMIF, sex and age, US covered populations, Washington Group, DigComp: counted by hand, too."""

from __future__ import annotations

import pytest
from indicator_people import people, person

from trainer_app.content.indicator_sets import bundled_sets
from trainer_app.domain.competences import COMPETENCES, LEVELS
from trainer_app.domain.funding.figuring import figures
from trainer_app.domain.funding.indicators import Figure, IndicatorSet
from trainer_app.domain.funding.participation import Participation

SETS = {one.name: one for one in bundled_sets()}


def rows(set: IndicatorSet, of: list[Participation]) -> dict[str, tuple[int, ...]]:
    """women, men, non-binary, gender unknown, total; not asked; rather not say."""
    return {one.code: _row(one) for one in figures(set, of)}


def _row(one: Figure) -> tuple[int, ...]:
    return (
        one.women, one.men, one.nonbinary, one.unknown, one.total, one.not_asked, one.not_said,
    )  # fmt: skip


AMIF = people("""
id g born entry/amif-eligible entry/amif-language entry/amif-orientation entry/amif-guidance left exit/amif-helpful
1  w 1990 seen                yes                 no                     no                  yes  yes
2  w 2009 seen                yes                 yes                    no                  yes  a-little
3  w 1966 seen                no                  yes                    yes                 yes  no
4  m 1965 seen                no                  no                     yes                 yes  p
5  m 2008 seen                yes                 no                     no                  no   .
6  m 1980 not-seen            yes                 yes                    yes                 yes  yes
7  x 1985 .                   yes                 no                     no                  yes  yes
8  x 2000 seen                .                   no                     no                  yes  .
9  - 1985 seen                yes                 yes                    yes                 yes  yes
""")  # noqa: E501


def test_amif() -> None:
    """6 is not eligible and 7 is not known to be; 9 is incomplete; 60 is not over 60."""
    assert rows(SETS["amif"], AMIF) == {
        "O.2.3": (3, 2, 1, 0, 6, 1, 0),
        "O.2.3.1": (2, 1, 0, 0, 3, 2, 0),
        "O.2.3.2": (2, 0, 0, 0, 2, 0, 0),
        "O.2.3.3": (1, 1, 0, 0, 2, 0, 0),
        "O.2.3-under-18": (1, 0, 0, 0, 1, 0, 0),
        "O.2.3-18-60": (2, 1, 1, 0, 4, 1, 0),
        "O.2.3-over-60": (0, 1, 0, 0, 1, 0, 0),
        "R.2.9": (2, 0, 0, 0, 2, 2, 1),
    }
    assert {one.incomplete for one in figures(SETS["amif"], AMIF)} == {1}


SADD = people("""
id g born
1  w 2009
2  w 2008
3  m 1997
4  m 1996
5  x 1982
6  w 1981
7  w 1967
8  m 1966
9  m 1947
10 w 1946
11 - 1946
12 w .
13 - .
""")


def test_sex_and_age() -> None:
    """Ages 17, 18, 29, 30, 44, 45, 59, 60, 79, 80, 80: nobody is incomplete."""
    none = (0, 0)
    found = rows(SETS["sadd"], [*SADD, person("14", "-", None, erased=True)])
    assert found == {
        "people": (6, 4, 1, 3, 14, *none),
        "age-0-17": (1, 0, 0, 0, 1, 3, 0),
        "age-18-29": (1, 1, 0, 0, 2, 3, 0),
        "age-30-44": (0, 1, 1, 0, 2, 3, 0),
        "age-45-59": (2, 0, 0, 0, 2, 3, 0),
        "age-60-79": (0, 2, 0, 0, 2, 3, 0),
        "age-80-plus": (1, 0, 0, 1, 2, 3, 0),
        "age-unknown": (1, 0, 0, 1, 2, 1, 0),
    }


US = people("""
id g born entry/low-income entry/prison entry/veteran entry/disability entry/language-barrier entry/us-minority entry/us-rural
1  w 1966 yes              no           no            no               yes                    yes               no
2  w 1967 no               no           no            no               no                     no                no
3  w .    p                no           no            no               no                     no                no
4  m 1950 no               before       yes           yes              no                     no                yes
5  m 1990 no               now          no            no               no                     yes               yes
6  m 1990 no               now-federal  no            no               no                     no                no
7  x 1990 .                no           no            yes              p                      no                no
8  m 1990 no               no           no            no               no                     no                .
""")  # noqa: E501


def test_covered_populations_of_the_united_states() -> None:
    """2, 6: in none. 3: age not known. 8: not asked about where he lives."""
    assert rows(SETS["us-covered"], US) == {
        "8A": (1, 0, 0, 0, 1, 1, 1),
        "8B": (1, 1, 0, 0, 2, 1, 0),
        "8C": (0, 2, 0, 0, 2, 0, 0),
        "8D": (0, 1, 0, 0, 1, 0, 0),
        "8E": (0, 1, 1, 0, 2, 0, 0),
        "8F": (1, 0, 0, 0, 1, 0, 1),
        "8G": (1, 1, 0, 0, 2, 0, 0),
        "8H": (0, 2, 0, 0, 2, 1, 0),
        "any-covered": (1, 2, 1, 0, 4, 2, 0),
    }


WG_KEYS = ("seeing", "hearing", "walking", "remembering", "self-care", "communicating")
WG = people(
    "id g born "
    + " ".join(f"entry/wg-{key}" for key in WG_KEYS)
    + """
1  w 1990 none   none  none   some  none   none
2  w 1990 a-lot  none  none   none  none   none
3  w 1990 none   some  cannot none  none   none
4  m 1990 p      none  none   none  none   none
5  m 1990 p      none  none   none  none   a-lot
6  m 1990 .      p     none   none  none   none
7  x 1990 some   some  some   some  some   some
8  m 1990 none   cannot none  a-lot a-lot  none
"""
)


def test_washington_group() -> None:
    """One "a lot" or "cannot" is enough, whatever else was not said; six times "some" is not."""
    assert rows(SETS["washington-group"], WG) == {
        "disability": (2, 2, 0, 0, 4, 1, 1),
        "seeing": (1, 0, 0, 0, 1, 1, 2),
        "hearing": (0, 1, 0, 0, 1, 0, 1),
        "walking": (1, 0, 0, 0, 1, 0, 0),
        "remembering": (0, 1, 0, 0, 1, 0, 0),
        "self-care": (0, 1, 0, 0, 1, 0, 0),
        "communicating": (0, 1, 0, 0, 1, 0, 0),
    }


def test_the_words_of_the_washington_group_are_its_own() -> None:
    asked = [one.ask["en"] for one in SETS["washington-group"].questions]
    assert asked == [
        "Do you have difficulty seeing, even if wearing glasses?",
        "Do you have difficulty hearing, even if using a hearing aid?",
        "Do you have difficulty walking or climbing steps?",
        "Do you have difficulty remembering or concentrating?",
        "Do you have difficulty (with self-care such as) washing all over or dressing?",
        "Using your usual (customary) language, do you have difficulty communicating, for example"
        " understanding or being understood?",
    ]
    assert {
        tuple(choice.words["en"] for choice in one.choices)
        for one in SETS["washington-group"].questions
    } == {("No, no difficulty", "Yes, some difficulty", "Yes, a lot of difficulty",
           "Cannot do at all")}  # fmt: skip


DIGCOMP = [
    person("1", "w", levels={"1.1": "basic", "4.1": "intermediate"}),
    person("2", "w", levels={"1.1": "advanced"}),
    person("3", "m", levels={"4.1": "highly-advanced"}),
    person("4", "m"),
    person("5", "-", levels={"1.1": "intermediate"}),
]


def test_levels_reached() -> None:
    found = rows(SETS["digcomp"], DIGCOMP)
    assert len(found) == len(LEVELS) + 2 * len(COMPETENCES)
    wanted = {
        "any-basic": (2, 1, 0, 1, 4, 0, 0),
        "any-intermediate": (2, 1, 0, 1, 4, 0, 0),
        "any-advanced": (1, 1, 0, 0, 2, 0, 0),
        "any-highly-advanced": (0, 1, 0, 0, 1, 0, 0),
        "1.1-basic": (2, 0, 0, 1, 3, 0, 0),
        "1.1-intermediate": (1, 0, 0, 1, 2, 0, 0),
        "4.1-basic": (1, 1, 0, 0, 2, 0, 0),
        "4.1-intermediate": (1, 1, 0, 0, 2, 0, 0),
    }
    for code, row in found.items():
        assert row == wanted.get(code, (0, 0, 0, 0, 0, 0, 0)), code


@pytest.mark.parametrize("code", COMPETENCES)
@pytest.mark.parametrize("level", ["basic", "intermediate"])
def test_each_competence_has_its_own_figure(code: str, level: str) -> None:
    only = [person("1", "w", levels={code: level})]
    counted = {one for one, row in rows(SETS["digcomp"], only).items() if row[4]}
    at_least = ["basic", "intermediate"][: LEVELS.index(level) + 1]
    assert counted == {f"{start}-{one}" for start in ("any", code) for one in at_least}
