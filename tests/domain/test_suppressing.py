"""No hidden figure can be worked out: tried with linear equations that are solved otherwise."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.funding.breakdowns import Line, Table
from trainer_app.domain.funding.suppressing import TOTAL, Sum, published, sums_of, suppressed


def one_way(*people: int) -> Table:
    """A table of people, attendances and hours, with keys a, b, c ..."""
    lines = tuple(Line(chr(97 + at), (n, 3 * n, 6 * n)) for at, n in enumerate(people))
    n = sum(people)
    columns = ("people", "attendances", "hours")
    return Table("gender", columns, lines, (n, 3 * n, 6 * n), frozenset(columns))


def both_ways(rows: list[list[int]]) -> Table:
    """A table of people with sums down and across."""
    columns = (*(f"c{at}" for at in range(len(rows[0]))), "people")
    lines = tuple(Line(f"r{at}", (*row, sum(row))) for at, row in enumerate(rows))
    total = tuple(sum(column) for column in zip(*(line.cells for line in lines), strict=True))
    return Table("age_gender", columns, lines, total, frozenset(columns), across=True)


def can_be_worked_out(table: Table) -> list[tuple[str, str]]:
    """Hidden cells of people that the sums and the shown figures determine.

    A cell is determined if and only if it is the same in all solutions: that is, if the equation
    "this cell alone" adds nothing to the rank of the others.
    """
    of = {(line.key, c): v for line in [*table.lines, Line(TOTAL, table.total)]
          for c, v in zip(table.columns, line.cells, strict=True)}  # fmt: skip
    hidden = [cell for cell, value in of.items() if value is None]
    equations = [
        [(cell in each.parts) - (cell == each.total) for cell in hidden] for each in sums_of(table)
    ]
    whole = rank(equations)
    alone = [[int(cell == other) for other in hidden] for cell in hidden]
    return [
        cell for cell, row in zip(hidden, alone, strict=True) if rank([*equations, row]) == whole
    ]


def rank(rows: list[list[int]]) -> int:
    """The rank of a matrix, by the column method."""
    left = [[Fraction(one) for one in row] for row in rows]
    found = 0
    for column in range(len(left[0]) if left else 0):
        at = next((n for n in range(found, len(left)) if left[n][column]), None)
        if at is None:
            continue
        left[found], left[at] = left[at], left[found]
        for n in range(found + 1, len(left)):
            by = left[n][column] / left[found][column]
            left[n] = [a - by * b for a, b in zip(left[n], left[found], strict=True)]
        found += 1
    return found


@pytest.mark.parametrize(
    ("people", "shown"),
    [
        ((20, 30, 40), [20, 30, 40]),
        ((20, 3, 40), [None, None, 40]),  # the total would give the three away
        ((4, 5, 40), [None, None, None]),  # nine together are a small cell too
        ((4, 8, 40), [None, None, 40]),
        ((0, 30, 40), [None, None, 40]),
        ((12,), [12]),
        ((), []),
    ],
)
def test_a_second_cell_is_hidden_where_the_total_would_tell(people, shown):
    assert list(published(one_way(*people), 10).column("people")) == shown


def test_what_hides_people_hides_their_attendances_and_hours():
    table = published(one_way(20, 3, 40), 10)
    assert [line.cells for line in table.lines] == [(None,) * 3, (None,) * 3, (40, 120, 240)]
    assert table.total == (63, 189, 378)


def test_a_table_of_few_people_shows_nothing_at_all():
    table = published(one_way(2, 3), 10)
    assert {cell for line in table.lines for cell in line.cells} | set(table.total) == {None}


def test_five_is_a_choice():
    assert list(published(one_way(20, 6, 40), 5).column("people")) == [20, 6, 40]


def test_two_tables_that_share_cells_are_solved_together():
    """A quarter of three months, and the year of two quarters."""
    counts = {"oct": 3, "nov": 20, "dec": 30, "q4": 53, "q3": 40, "year": 93}
    sums = [Sum("q4", ("oct", "nov", "dec")), Sum("year", ("q3", "q4"))]
    assert suppressed(counts, sums, 10) == {"oct", "nov"}


people = st.one_of(st.integers(0, 12), st.integers(0, 60))
tables = st.one_of(
    st.lists(people, min_size=1, max_size=7).map(lambda row: one_way(*row)),
    st.integers(1, 5).flatmap(
        lambda wide: st.lists(
            st.lists(people, min_size=wide, max_size=wide), min_size=1, max_size=5
        ).map(both_ways)
    ),
)


@given(tables, st.sampled_from([5, 10]))
def test_no_hidden_cell_can_be_computed_from_what_is_shown(table: Table, smallest: int):
    shown = published(table, smallest)
    assert can_be_worked_out(shown) == []
    for before, after in zip(table.lines, shown.lines, strict=True):
        for was, now in zip(before.cells, after.cells, strict=True):
            assert now is None or now == was


@given(tables, st.sampled_from([5, 10]))
def test_nothing_small_is_shown_nor_a_small_rest(table: Table, smallest: int):
    shown = published(table, smallest)
    of = {(line.key, c): (v, w) for line, full in zip(
              [*shown.lines, Line(TOTAL, shown.total)],
              [*table.lines, Line(TOTAL, table.total)], strict=True)
          for c, v, w in zip(table.columns, line.cells, full.cells, strict=True)}  # fmt: skip
    for each in sums_of(table):
        assert all(of[c][0] is None or of[c][0] >= smallest for c in each.cells)
        rest = [of[cell][1] for cell in each.parts if of[cell][0] is None]
        if of[each.total][0] is not None and rest:
            assert len(rest) > 1
            assert sum(rest) >= smallest
