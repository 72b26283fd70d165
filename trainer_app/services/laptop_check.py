"""How the centre's laptops stand before an evening: this one measured, the others as they said."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import MissingLanguage, UnreadableLesson
from trainer_app.domain.laptop_checks import (
    Finding,
    LaptopCheck,
    Wanted,
    findings,
    live,
    newest,
)
from trainer_app.domain.laptops import Laptop
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.rooms import LaptopState, RoomLaptop
from trainer_app.services.ledger import Ledger
from trainer_app.services.merging import FAR_AHEAD
from trainer_app.services.this_laptop import measure
from trainer_app.store import checks, pooling


@dataclass(frozen=True, slots=True)
class Checked:
    """A laptop, what is known of it (None: nothing yet), and what there is to do about it."""

    laptop: Laptop
    check: LaptopCheck | None
    findings: tuple[Finding, ...]


class LaptopChecks:
    """What a trainer looks at the evening before; nothing in it is about a person."""

    def __init__(self, ledger: Ledger, lessons: LessonLibrary, voices: Collection[str]) -> None:
        """`voices`: the languages that this laptop can read aloud."""
        self._ledger, self._store = ledger, ledger.store
        self._library, self._voices = lessons, frozenset(voices)

    def measured(self, folder: Path) -> LaptopState:
        """This laptop as it is now; may take a moment: for a worker. `folder` holds its data."""
        return measure(folder, self._ledger.seconds(), self._voices)

    def is_due(self) -> bool:
        """Whether this laptop has not told yet today how it stands."""
        before = checks.checks(self._store).get(self._store.device)
        return before is None or not self._same_day(before.at)

    def note(self, state: LaptopState) -> bool:
        """Tell the other laptops how this one stands, at most once a day; whether it was told."""
        if not self.is_due():
            return False
        here = [f"{lesson.id}@{lesson.version}" for lesson in self._whole()]
        body = {
            "laptop": self._store.device,
            "battery": state.battery,
            "free_mb": state.free_mb,
            "program": state.program,
            "languages": sorted(state.languages),
            "lessons": here,
            "at": self._ledger.seconds(),
        }
        self._ledger.write(self._ledger.edit("laptop-checked", body))
        return True

    def all(
        self,
        state: LaptopState,
        lessons: Sequence[str],
        languages: Iterable[str],
        room: Iterable[RoomLaptop] = (),
    ) -> list[Checked]:
        """Every laptop, this one first. `lessons` are tonight's, `languages` those of the group,
        `room` the laptops that are connected now.
        """
        self._ledger.require_trainer()
        now = self._ledger.seconds()
        known = checks.checks(self._store)
        connected = {one.id: one for one in room if one.here}
        known |= {id: _live(one, now) for id, one in connected.items() if one.state}
        known[self._store.device] = self._here(state, lessons, now)
        laptops = pooling.laptops(self._store, now)
        wanted = self._wanted(lessons, languages, known.values())
        return [self._checked(one, known.get(one.id), wanted, now) for one in laptops]

    def _checked(
        self, laptop: Laptop, check: LaptopCheck | None, wanted: Wanted, now: int
    ) -> Checked:
        found = findings(check, wanted, now, standing=laptop.standing)
        if laptop.here and (waiting := checks.unconfirmed(self._store)):
            found = (*found, Finding("news", amount=waiting))
        return Checked(laptop, check, found)

    def _here(self, state: LaptopState, lessons: Sequence[str], now: int) -> LaptopCheck:
        """This laptop now. Its clock is wrong where news from the centre is much newer."""
        broken = self._unreadable(lessons)
        ahead = pooling.newest_clock(self._store) // 1000 - now
        return LaptopCheck(
            at=now,
            battery=state.battery,
            free_mb=state.free_mb,
            program=state.program,
            voices=frozenset(state.languages),
            lessons={one.id: one.version for one in self._whole() if one.id not in broken},
            plugged=state.plugged,
            clock_off=-ahead if ahead > FAR_AHEAD else 0,
            now=True,
        )

    def _wanted(
        self, lessons: Sequence[str], languages: Iterable[str], known: Iterable[LaptopCheck]
    ) -> Wanted:
        here = {lesson.id: lesson.version for lesson in self._library.lessons}
        return Wanted(
            lessons={lesson: here.get(lesson, 1) for lesson in lessons},
            voices=self._voices & frozenset(languages),
            program=newest(check.program for check in known),
        )

    def _whole(self) -> list[Lesson]:
        """The lessons of which something can be taught: finished, and not broken."""
        return [lesson for lesson in self._library.for_learners if lesson.languages]

    def _unreadable(self, lessons: Sequence[str]) -> frozenset[str]:
        """Those of tonight's lessons here whose words cannot be read in one of their languages."""
        tonight = [lesson for lesson in self._library.lessons if lesson.id in lessons]
        return frozenset(lesson.id for lesson in tonight if not self._reads(lesson))

    def _reads(self, lesson: Lesson) -> bool:
        for language in lesson.languages:
            try:
                if lesson.has_pages:
                    self._library.words(lesson.id, language)
                if language in self._library.practice_languages(lesson.id):
                    self._library.practice(lesson.id, language)
            except UnreadableLesson:
                return False
            except MissingLanguage:
                continue
        return True

    def _same_day(self, seconds: int) -> bool:
        now = self._ledger.now()
        return datetime.fromtimestamp(seconds, now.tzinfo).date() == now.date()


def _live(one: RoomLaptop, now: int) -> LaptopCheck:
    assert one.state is not None
    return live(one.state, now, one.clock_off)
