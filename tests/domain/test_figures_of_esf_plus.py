"""ESF+ Annex I, each indicator against figures counted by hand from twenty-one people.

Number 17 has no year of birth, 18 was never asked about work, 19 has no gender, 20 rather not says
which school she finished, 21 is erased: they are incomplete and counted nowhere else.
"""

from __future__ import annotations

import pytest
from indicator_people import people, person

from trainer_app.content.indicator_sets import bundled_sets
from trainer_app.domain.funding.figuring import figures, gaps_of, set_figures
from trainer_app.domain.funding.indicators import Figure, Need
from trainer_app.domain.funding.projects import Rules

ESF = next(one for one in bundled_sets() if one.name == "esf-plus")
WORDS = {
    "short": "out-of-work-short", "long": "out-of-work-long", "educ": "in-education",
    "home": "at-home", "work": "in-work", "self": "self-employed",
    "low": "isced-0-2", "mid": "isced-3-4", "high": "isced-5-8", "y": "yes", "n": "no",
}  # fmt: skip
# dis, tcn, for, min, hou, rur: disability, third-country, foreign-background, minority, housing,
# rural. Years of birth: everybody came in 2026.
TABLE = """
id g born work  school dis tcn for min hou rur left xwork xtrain xqual lwork lbetter
01 w 1990 short low    n   y   y   n   n   n   yes  work  n      n     work  .
02 w 1975 long  low    n   y   y   n   n   n   yes  short n      n     short .
03 w 2005 educ  mid    n   n   y   n   n   y   yes  educ  y      y     work  .
04 w 1960 home  low    y   y   y   n   n   n   yes  home  n      n     home  .
05 w 1996 work  high   n   y   y   n   n   n   yes  work  n      y     work  y
06 w 2009 educ  low    n   y   y   n   y   n   yes  short n      n     .     .
07 w 1971 home  low    p   y   y   n   n   n   no   .     .      .     .     .
08 w 1997 home  mid    n   y   y   y   n   n   yes  short y      n     .     .
09 w 1985 self  mid    n   n   n   n   n   y   no   .     .      .     .     .
10 m 1988 short mid    n   y   y   n   y   n   yes  self  n      y     self  .
11 m 1970 long  low    y   y   y   n   y   n   yes  home  n      n     home  .
12 m 2008 educ  low    n   y   y   p   n   n   yes  educ  y      n     .     .
13 m 1999 work  low    n   y   y   n   n   n   yes  work  n      n     work  n
14 m 1965 home  low    p   p   p   p   p   n   yes  .     .      .     .     .
15 m 1992 long  mid    n   y   y   n   n   .   no   .     .      .     .     .
16 x 1994 work  high   n   n   n   y   n   n   no   .     .      .     .     .
17 w .    short low    y   y   y   y   y   y   yes  work  y      y     work  y
18 m 1980 .     low    y   y   y   y   y   y   yes  work  y      y     work  y
19 - 1980 short low    y   y   y   y   y   y   no   .     .      .     .     .
20 m 1981 work  p      n   y   y   n   n   n   no   .     .      .     .     .
"""
_KEYS = {
    "work": "entry/employment", "school": "entry/education", "dis": "entry/disability",
    "tcn": "entry/third-country", "for": "entry/foreign-background", "min": "entry/minority",
    "hou": "entry/housing", "rur": "entry/rural", "xwork": "exit/employment",
    "xtrain": "exit/in-training", "xqual": "exit/qualification", "lwork": "later/employment",
    "lbetter": "later/better-work",
}  # fmt: skip
_HEAD, _, _LINES = TABLE.strip().partition("\n")
PEOPLE = [
    *people(" ".join(_KEYS.get(one, one) for one in _HEAD.split()) + "\n" + _LINES, WORDS),
    person("21", "-", None, erased=True),
]

# women, men, non-binary, total | not asked, rather not say, looked at
BY_HAND = {
    "EECO01": (9, 6, 1, 16, 0, 0, 16),
    "EECO02": (2, 3, 0, 5, 0, 0, 16),
    "EECO03": (1, 2, 0, 3, 0, 0, 16),
    "EECO04": (5, 2, 0, 7, 0, 0, 16),
    "EECO05": (2, 1, 1, 4, 0, 0, 16),
    "EECO06": (1, 0, 0, 1, 0, 0, 16),
    "EECO07": (2, 2, 0, 4, 0, 0, 16),
    "EECO08": (2, 2, 0, 4, 0, 0, 16),
    "EECO09": (5, 4, 0, 9, 0, 0, 16),
    "EECO10": (3, 2, 0, 5, 0, 0, 16),
    "EECO11": (1, 0, 1, 2, 0, 0, 16),
    "EECO12": (1, 1, 0, 2, 0, 2, 16),
    "EECO13": (7, 5, 0, 12, 0, 1, 16),
    "EECO14": (8, 5, 0, 13, 0, 1, 16),
    "EECO15": (1, 0, 1, 2, 0, 2, 16),
    "EECO16": (1, 2, 0, 3, 0, 1, 16),
    "EECO17": (2, 0, 0, 2, 1, 0, 16),
    "EECR01": (2, 0, 0, 2, 1, 0, 12),
    "EECR02": (1, 0, 0, 1, 1, 0, 12),
    "EECR03": (2, 1, 0, 3, 1, 0, 12),
    "EECR04": (1, 1, 0, 2, 1, 0, 12),
    "EECR05": (2, 1, 0, 3, 4, 0, 12),
    "EECR06": (1, 0, 0, 1, 0, 0, 12),
}


def by_code(rules: Rules | None = None) -> dict[str, Figure]:
    return {one.code: one for one in figures(ESF, PEOPLE, rules)}


def test_every_indicator_of_the_annex_has_a_figure_by_hand() -> None:
    assert [one.code for one in ESF.indicators] == list(BY_HAND)
    assert list(BY_HAND) == [f"EECO{n:02}" for n in range(1, 18)] + [
        f"EECR{n:02}" for n in range(1, 7)
    ]


@pytest.mark.parametrize("code", BY_HAND)
def test_against_the_hand_count(code: str) -> None:
    found = by_code()[code]
    assert (
        found.women, found.men, found.nonbinary, found.total,
        found.not_asked, found.not_said, found.looked_at,
    ) == BY_HAND[code]  # fmt: skip
    assert (found.incomplete, found.unknown, found.estimated) == (5, 0, False)


def test_who_is_incomplete_and_what_is_missing() -> None:
    found = set_figures(ESF, PEOPLE, Rules())
    assert (found.counted, found.incomplete, found.erased) == (16, ("17", "18", "19", "20"), 1)
    assert gaps_of(ESF, PEOPLE[16]) == (Need("birth-year"),)
    assert gaps_of(ESF, PEOPLE[17]) == (Need("employment", "entry"),)
    assert gaps_of(ESF, PEOPLE[19]) == (Need("education", "entry"),)


def test_estimates_where_a_project_allows_them() -> None:
    """Women: 2 of 5 who answered, of 7: 2.8. Men: 1 of 3, of 5: 1.7."""
    found = by_code(Rules(estimates=True))
    later = found["EECR05"]
    assert (later.women, later.men, later.total) == (3, 2, 5)
    assert (later.estimated, later.answered, later.looked_at, later.counted) == (True, 8, 12, 3)
    disability = found["EECO12"]
    assert (disability.women, disability.men, disability.total) == (1, 1, 2)
    assert disability.estimated
    # All answered, or no estimate is allowed: what was counted stands
    assert not found["EECR06"].estimated
    assert not found["EECR04"].estimated
    assert found["EECR04"].total == 2


def test_plain_and_sensitive_are_as_the_annex_has_them() -> None:
    estimates = {one.code for one in ESF.indicators if one.estimate}
    assert estimates == {f"EECO{n}" for n in range(12, 18)} | {"EECR05", "EECR06"}
    assert {one.code for one in ESF.indicators if one.sensitive} == {
        f"EECO{n}" for n in range(12, 17)
    }
