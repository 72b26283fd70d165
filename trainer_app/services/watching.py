"""The live board: who is here, where each one is, what each can now do, who needs a hand."""

from __future__ import annotations

from dataclasses import dataclass

from trainer_app.domain.people import Person
from trainer_app.domain.sittings import Need, Progress, need_of
from trainer_app.i18n.ordering import name_key
from trainer_app.services.ledger import Ledger
from trainer_app.store import helpings, learning, marks, registers
from trainer_app.store.marks import Mark


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One person on the board. `page` counts from 1; no lesson before one is opened.

    A lesson without pages is only its practice, of which `goals_met` of `goals` are reached.
    `laptop` is the device where the person sits, "" for who sits at none.
    """

    person: Person
    sitting: str | None
    mark: Mark | None
    lesson: str | None
    page: int
    pages: int
    passed: tuple[str, ...]
    need: Need
    seconds_still: int | None
    goals_met: int = 0
    goals: int = 0
    laptop: str = ""


class Watching:
    """What a trainer sees of a running session."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._store = ledger.store

    def board(self, session_id: str) -> list[BoardRow]:
        """Everyone who sits at a laptop or is marked as here; who needs a hand comes first."""
        now = self._ledger.seconds()
        here = marks.marks_of(self._store, session_id)
        people = {p.id: p for p in registers.people_of_session(self._store, session_id)}
        passed = learning.passed_by_person(self._store, session_id)
        back = helpings.back_since(self._store, session_id)
        rows = []
        seated = set()
        for row in learning.board(self._store, session_id):
            seated.add(row["person"])
            # Who helps a neighbour leaves her own laptop alone, and comes back to it.
            since = back.get(row["person"], row["last_at"])
            still = None
            if row["lesson"] is not None and since is not None:
                still = max(0, now - max(since, row["last_at"]))
            need = need_of(
                hand=bool(row["hand"]),
                wrong_in_a_row=row["wrong_in_a_row"],
                seconds_still=still,
            )
            rows.append(
                BoardRow(
                    person=people[row["person"]],
                    sitting=row["sitting"],
                    mark=here.get(row["person"]),
                    lesson=row["lesson"],
                    page=row["page"] or 0,
                    pages=row["pages"] or 0,
                    passed=tuple(sorted(passed.get(row["person"], ()))),
                    need=need,
                    seconds_still=still,
                    goals_met=row["goals_met"],
                    goals=row["goals"],
                    laptop=row["device"],
                )
            )
        rows += [
            BoardRow(
                people[id], None, mark, None, 0, 0, tuple(sorted(passed.get(id, ()))), "", None
            )
            for id, mark in here.items()
            if id not in seated and mark.status not in ("absent", "excused")
        ]
        order: dict[Need, int] = {"hand": 0, "wrong": 1, "still": 2, "": 3}
        return sorted(rows, key=lambda row: (order[row.need], name_key(row.person.label)))

    def progress(self, person_id: str) -> dict[str, Progress]:
        """What one person did, by lesson."""
        return learning.progress_of(self._store, person_id)

    def newcomers(self, session_id: str) -> list[Person]:
        """People who sit at a laptop in this session and have no mark yet."""
        here = marks.marks_of(self._store, session_id)
        return [
            row.person
            for row in self.board(session_id)
            if row.sitting is not None and row.person.id not in here
        ]
