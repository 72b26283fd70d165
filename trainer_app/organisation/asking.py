"""What every engine is asked: participations by a project's rules, then figures over them.

Plain SQL of whole numbers, dates and words, so that DuckDB and Spark read the same text. What it
reckons is what `domain.funding.participation` and `completion` say, set against them in the tests.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trainer_app.domain.funding.indicators import IndicatorSet
from trainer_app.domain.funding.projects import same_name
from trainer_app.organisation.compiling import MISSING, NOT_SAID, SEALED, Columns, quoted

OF_PERSON = "centre, project, person"
TOOK_PART = "took_part"
"""What an engine keeps the answer to `participations` as, for `totals` and `figures`."""
_SUMMED = ("attendances", "minutes", "hundredths", "completed", "erased")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for. Days are both included; none is open.

    `project`: one by its name or grant number, in whichever centres it is; None: all that count by
    the set. `everyone`: whoever took part in anything, by the plain rules. `today`: as of when,
    where no last day is given.
    """

    set: IndicatorSet
    today: date
    since: date | None = None
    until: date | None = None
    project: str | None = None
    everyone: bool = False

    @property
    def as_of(self) -> date:
        """The last day that the figures tell of."""
        return self.until or self.today


def participations(wanted: Wanted) -> str:
    """One row for each person and project, without those who were there for too little time."""
    columns = Columns(wanted.set)
    until = f"<= {_day(wanted.until)}" if wanted.until else "IS NOT NULL"
    within = f"day >= {_day(wanted.since)}" if wanted.since else "TRUE"
    months = f"AND a.month <= '{wanted.until:%Y-%m}'" if wanted.until else ""
    # Half a step, or half a hundredth of an hour, is rounded up.
    stepped = _divided("2 * net + step", "2 * step") + " * step"
    hundredths = _divided("200 * counted + hour_minutes", "2 * hour_minutes")
    return f"""WITH {_chosen(wanted)},
times AS (
  SELECT a.centre, c.project, a.person, a.course, a.day, a.minutes, r.step, r.hour_minutes,
    GREATEST(0, COALESCE(CASE WHEN r.late_in_full THEN
      GREATEST(a.minutes, COALESCE(a.whole, a.minutes)) ELSE a.minutes END - r.break_minutes, 0))
      AS net
  FROM attendance a
  JOIN of_course c ON c.centre = a.centre AND c.course = a.course
  JOIN chosen r ON r.centre = c.centre AND r.project = c.project
  WHERE a.counts AND a.day {until} {months}),
stepped AS (SELECT *, {stepped} AS counted FROM times),
counted AS (SELECT *, {hundredths} AS hundredths FROM stepped),
visits AS (
  SELECT {OF_PERSON}, course, MIN(day) AS first, COUNT(*) AS came,
    SUM(COALESCE(minutes, 0)) AS stayed, COUNT(CASE WHEN {within} THEN 1 END) AS attendances,
    SUM(CASE WHEN {within} THEN counted ELSE 0 END) AS minutes,
    SUM(CASE WHEN {within} THEN hundredths ELSE 0 END) AS hundredths
  FROM counted GROUP BY {OF_PERSON}, course),
sums AS (
  SELECT {OF_PERSON}, MIN(first) AS entry, SUM(attendances) AS attendances,
    SUM(minutes) AS minutes, SUM(hundredths) AS hundredths
  FROM visits GROUP BY {OF_PERSON} HAVING SUM(attendances) > 0),
said AS (SELECT {OF_PERSON}, MAX(CASE WHEN stage = 'later' THEN 1 ELSE 0 END) AS asked_later
  {columns.answers()} FROM answers GROUP BY {OF_PERSON}),
lessons_passed AS (SELECT * FROM passed WHERE day {until}),
learned AS (SELECT centre, person, COUNT(DISTINCT lesson) AS lessons {columns.lessons()}
  FROM lessons_passed GROUP BY centre, person),
levels AS (SELECT p.centre, p.person {columns.levels()}
  FROM lessons_passed p JOIN competences k ON k.lesson = p.lesson GROUP BY p.centre, p.person),
{_completion(until)}
SELECT s.centre, s.project, s.person, s.attendances, s.minutes, s.hundredths, s.entry,
  p.person IS NULL AS erased, p.gender, p.birth_year, p.language,
  YEAR(s.entry) - p.birth_year AS age, l.day AS left_on, l.later AS later_from,
  CASE WHEN p.person IS NULL THEN 0 ELSE COALESCE(f.completed, 0) END AS completed,
  COALESCE(n.lessons, 0) AS lessons, COALESCE(a.asked_later, 0) AS asked_later,
  r.estimates {_taken(columns)}
FROM sums s
JOIN chosen r ON r.centre = s.centre AND r.project = s.project
LEFT JOIN people p ON p.centre = s.centre AND p.person = s.person
LEFT JOIN leavings l ON l.centre = s.centre AND l.project = s.project AND l.person = s.person
LEFT JOIN said a ON a.centre = s.centre AND a.project = s.project AND a.person = s.person
LEFT JOIN learned n ON n.centre = s.centre AND n.person = s.person
LEFT JOIN levels v ON v.centre = s.centre AND v.person = s.person
LEFT JOIN finished f ON f.centre = s.centre AND f.project = s.project AND f.person = s.person
WHERE s.minutes >= r.least_minutes"""


def totals() -> str:
    """One row about those who took part: people, attendances, hours in hundredths, and so on."""
    return f"""SELECT COUNT(*) AS people, COALESCE(SUM(projects), 0) AS participations,
  COUNT(DISTINCT centre) AS centres,
  {", ".join(f"COALESCE(SUM({one}), 0) AS {one}" for one in _SUMMED)}
FROM (SELECT centre, person, COUNT(*) AS projects, SUM(attendances) AS attendances,
    SUM(minutes) AS minutes, SUM(hundredths) AS hundredths,
    COUNT(CASE WHEN completed > 0 THEN 1 END) AS completed,
    COUNT(CASE WHEN erased THEN 1 END) AS erased
  FROM {TOOK_PART} GROUP BY centre, person) AS each_person"""


def figures(set: IndicatorSet, as_of: date) -> str:
    """By gender, whether estimates are allowed, and whether a participant is complete: how many
    there are, and for each indicator (by its number) whom it is about, and each verdict's count.
    """
    columns = Columns(set)
    judged = [columns.judged(one.rule) for one in set.indicators]
    gaps = " OR ".join(columns.gap(need) for need in set.needs) or "FALSE"
    verdicts = "".join(
        f", CASE WHEN {_about(one.stage, as_of)} THEN {judged[at][0]} END AS v{at}"
        for at, one in enumerate(set.indicators)
    )
    counts = "".join(
        f", COUNT(v{at}) AS about{at}"
        + "".join(
            f", COUNT(CASE WHEN v{at} = {code} THEN 1 END) AS {name}{at}"
            for name, code in (
                ("yes", yes), ("no", no), ("missing", MISSING), ("sealed", SEALED),
                ("not_said", NOT_SAID),
            )
        )
        for at, (_, yes, no) in enumerate(judged)
    )  # fmt: skip
    return f"""WITH judged AS (
  SELECT COALESCE(gender, '') AS gender, estimates, ({gaps}) AS gap {verdicts} FROM {TOOK_PART})
SELECT gender, estimates, gap, COUNT(*) AS people {counts}
FROM judged GROUP BY gender, estimates, gap"""


def claimed(wanted: Wanted) -> str:
    """What claims of the chosen projects say of the set, by code."""
    ends = [f"c.since >= {_day(wanted.since)}"] if wanted.since else []
    ends += [f"c.until <= {_day(wanted.until)}"] if wanted.until else []
    if not wanted.everyone:
        ends.append(
            "EXISTS (SELECT 1 FROM chosen r WHERE r.centre = c.centre AND r.project = c.project)"
        )
    within = "".join(f" AND {one}" for one in ends)
    return f"""WITH {_chosen(wanted)}
SELECT c.code, COUNT(DISTINCT CONCAT(c.centre, c.claim)) AS claims, SUM(c.total) AS total
FROM claims_figures c WHERE c.set_name = {quoted(wanted.set.name)}{within} GROUP BY c.code"""


def _chosen(wanted: Wanted) -> str:
    """Which projects, with their rules, and which courses belong to each."""
    if wanted.everyone:
        return """chosen AS (SELECT DISTINCT centre, '' AS project, 0 AS least_minutes,
    60 AS hour_minutes, 0 AS break_minutes, 1 AS step, FALSE AS late_in_full,
    'lessons' AS completion, 80 AS completion_share, FALSE AS estimates FROM courses),
of_course AS (SELECT centre, course, '' AS project FROM courses)"""
    if wanted.project is None:
        which = (
            "EXISTS (SELECT 1 FROM project_sets s WHERE s.centre = p.centre AND"
            f" s.project = p.project AND s.name = {quoted(wanted.set.name)})"
        )
    else:
        which = f"HEX(p.same) = {_bytes(same_name(wanted.project))}"
        which += f" OR HEX(p.grant_number) = {_bytes(wanted.project.strip())}"
    return f"""chosen AS (SELECT p.centre, p.project, p.least_minutes, p.hour_minutes,
    p.break_minutes, p.step, p.late_in_full, p.completion, p.completion_share, p.estimates
  FROM projects p WHERE {which}),
of_course AS (SELECT centre, course, project FROM course_projects)"""


def _completion(until: str) -> str:
    """`finished`: how many of the courses that somebody came to are completed."""
    return f"""held AS (
  SELECT centre, course, COUNT(*) AS sessions, SUM(minutes) AS minutes
  FROM sessions WHERE minutes IS NOT NULL AND day {until} GROUP BY centre, course),
planned AS (SELECT centre, course, COUNT(DISTINCT lesson) AS lessons
  FROM course_lessons GROUP BY centre, course),
done AS (
  SELECT c.centre, p.person, c.course, COUNT(DISTINCT c.lesson) AS lessons
  FROM course_lessons c
  JOIN lessons_passed p ON p.centre = c.centre AND p.lesson = c.lesson
  GROUP BY c.centre, p.person, c.course),
finished AS (
  SELECT v.centre, v.project, v.person, COUNT(*) AS completed
  FROM visits v
  JOIN chosen r ON r.centre = v.centre AND r.project = v.project
  LEFT JOIN held h ON h.centre = v.centre AND h.course = v.course
  LEFT JOIN planned n ON n.centre = v.centre AND n.course = v.course
  LEFT JOIN done d ON d.centre = v.centre AND d.course = v.course AND d.person = v.person
  WHERE CASE WHEN r.completion = 'lessons' AND n.lessons IS NOT NULL
    THEN COALESCE(d.lessons, 0) = n.lessons
    WHEN r.completion = 'minutes'
    THEN h.minutes > 0 AND 100 * v.stayed >= r.completion_share * h.minutes
    ELSE h.sessions > 0 AND 100 * v.came >= r.completion_share * h.sessions END
  GROUP BY v.centre, v.project, v.person)"""


def _taken(columns: Columns) -> str:
    """The columns of answers, lessons and levels, nothing known being the same as no."""
    return "".join(f", {one}" for one in columns.taken("a", "n", "v"))


def _about(stage: str, as_of: date) -> str:
    """Whether an indicator of that stage looks at somebody, as `figuring.is_about` has it."""
    if stage == "entry":
        return "TRUE"
    left = f"(left_on IS NOT NULL AND left_on <= {_day(as_of)})"
    if stage == "exit":
        return left
    return f"({left} AND (asked_later = 1 OR later_from <= {_day(as_of)}))"


def _divided(part: str, whole: str) -> str:
    """A whole quotient, rounded down, in numbers that are never below zero."""
    return f"CAST((({part}) - (({part}) % ({whole}))) / ({whole}) AS BIGINT)"


def _day(day: date) -> str:
    return f"DATE '{day.isoformat()}'"


def _bytes(text: str) -> str:
    """Words by their bytes: what a quote or a backslash means differs between engines."""
    return f"'{text.encode().hex().upper()}'"
