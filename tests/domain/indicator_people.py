"""Hand-made participations for worked examples: a line a person, a word a column."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from trainer_app.domain.funding.answers import PREFER_NOT, STAGES, Answer, Said, Stage
from trainer_app.domain.funding.participation import Participation, Passed

ENTRY, EXIT, LATER = date(2026, 2, 3), date(2026, 5, 5), date(2026, 11, 4)
_DAYS = {"entry": ENTRY, "exit": EXIT, "later": LATER}
_GENDERS = {"w": "woman", "m": "man", "x": "nonbinary", "-": None}


def person(
    id: str,
    gender: str = "w",
    born: int | None = 1990,
    *,
    left: bool = False,
    answers: dict[str, str] | None = None,
    levels: dict[str, str] | None = None,
    passed: tuple[str, ...] = (),
    completed: tuple[str, ...] = (),
    language: str | None = None,
    hours: str = "8.00",
    attendances: int = 4,
    erased: bool = False,
) -> Participation:
    """One participation. `answers`: by `stage/question`; "p" is "I prefer not to say"."""
    said: dict[Stage, dict[str, Answer]] = {stage: {} for stage in STAGES}
    for key, word in (answers or {}).items():
        name, _, question = key.partition("/")
        stage = next(one for one in STAGES if one == name)
        value = {"p": PREFER_NOT, "sealed": None}.get(word, word)
        said[stage][question] = Answer(question, stage, value, _DAYS[stage], by="t")
    return Participation(
        id, id, None, ENTRY, EXIT if left else None, attendances, 480, Decimal(hours),
        gender=_GENDERS[gender], birth_year=born, language=language, completed=completed,
        passed=tuple(Passed(lesson, EXIT) for lesson in passed), levels=levels or {},
        said=Said(**said), erased=erased,
    )  # fmt: skip


def people(table: str, words: dict[str, str] | None = None) -> list[Participation]:
    """A table's lines: the first names the columns (`id`, `g`, `born`, `left`, or a question).

    "." is nothing there (not asked, not known). `words`: what short words of the table stand for.
    """
    head, *lines = [line.split() for line in table.strip().splitlines()]
    found = []
    for line in lines:
        cells = dict(zip(head, line, strict=True))
        answers = {
            key: (words or {}).get(word, word)
            for key, word in cells.items()
            if "/" in key and word != "."
        }
        found.append(
            person(
                cells["id"], cells["g"], None if cells["born"] == "." else int(cells["born"]),
                left=cells.get("left") == "yes", answers=answers,
            )
        )  # fmt: skip
    return found
