"""People counted once across centres: a shared key, and prints of who takes part.

Off until a trainer asks for it. The key is kept as trainers' shared keys are, so that who reads
the log without being a trainer of this centre reads prints and no key.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from trainer_app.domain.errors import DoublesOn, UnknownThing
from trainer_app.domain.events import Draft
from trainer_app.domain.funding.doubles import Period, is_period, print_of, read_period
from trainer_app.keys.doubles_key import RANDOM_BYTES, doubles_key, new_doubles_code
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.rosters.plain_names import plain_name
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.projects import Projects
from trainer_app.services.funding.trainers_keys import TrainersKeys
from trainer_app.services.inside import OpenFolder
from trainer_app.services.reporting import Scope
from trainer_app.store import claims, keeping, prints
from trainer_app.store.prints import KeyOf, KnownPrint


@dataclass(frozen=True, slots=True)
class Prints:
    """What was done. `people`: who has a print now; `without`: participants who cannot have one,
    as their name or year of birth is not known; `closed`: periods whose key nobody inside opens.
    """

    people: int = 0
    without: int = 0
    made: int = 0
    dropped: int = 0
    closed: int = 0


class Doubles:
    """What full trainers do about people who may be in several centres.

    `sweep` takes out of file and backups what was dropped (`Erasing.sweep`).
    """

    def __init__(
        self, door: OpenFolder, participating: Participating, sweep: Callable[[], object]
    ) -> None:
        self._door, self._participating, self._sweep = door, participating, sweep
        self._ledger = door.ledger
        self._store = door.ledger.store
        self._keys = TrainersKeys(door)

    def new(self, project: str, period: str) -> tuple[str, Prints]:
        """Make a key for a project (its id) and a period: (the key to write down, what was done).

        Raises UnknownThing, WrongPeriod, DoublesOn, NotAllowed, NotForSubstitutes, and as `enter`.
        """
        code = new_doubles_code(secrets.token_bytes(RANDOM_BYTES))
        return code, self._begin(project, period, doubles_key(code))

    def enter(self, project: str, period: str, code: str) -> Prints:
        """Take the key that another centre made. Entering the one that is used already renews.

        Raises WrongDoublesKey, UnknownThing, WrongPeriod, DoublesOn, NotAllowed,
        NotForSubstitutes, DiskFull, ReadOnly.
        """
        return self._begin(project, period, doubles_key(code))

    def off(self, project: str, period: str) -> Prints:
        """Count people of a project and period no longer: its prints leave the log for good.

        Raises UnknownThing (not on), WrongPeriod, NotAllowed, NotForSubstitutes.
        """
        self._ledger.require_full_trainer()
        id, of = Projects(self._ledger).project(project).id, read_period(period)
        found = self._on(id, of)
        gone = self._prints(id, of)
        if not found and not gone:
            raise UnknownThing(what="period", id=of.name)
        bodies = [{"project": one.project, "period": one.period, "key": None} for one in found]
        off = [self._ledger.edit("doubles-set", body) for body in bodies]
        self._write([*off, *self._dropping(gone)])
        return Prints(dropped=len(gone))

    def renew(self) -> Prints:
        """Make prints of new people, and take away those of who is no longer among them.

        For all projects and periods that are on; nothing where none is. Raises NotAllowed,
        NotForSubstitutes, DiskFull, ReadOnly.
        """
        done = Prints()
        today = claims.projects_today(self._store)
        # Only what can be: a laptop that lies must not keep a centre from sending its news.
        known = [one for one in self.keys() if one.project in today and is_period(one.period)]
        for project, period in sorted({(today[one.project], one.period) for one in known}):
            one = self._renew(project, read_period(period))
            done = Prints(
                done.people + one.people,
                done.without + one.without,
                done.made + one.made,
                done.dropped + one.dropped,
                done.closed + one.closed,
            )
        return done

    def keys(self) -> list[KeyOf]:
        """The projects and periods that are on."""
        return prints.keys(self._store)

    def _begin(self, project: str, period: str, key: PrivateKeys) -> Prints:
        self._ledger.require_full_trainer()
        id, of = Projects(self._ledger).project(project).id, read_period(period)
        name = f"{key.public.box_hex}{key.public.sign_hex}"
        on = {one.key for one in self._on(id, of)}
        if on - {name}:
            raise DoublesOn(period=of.name)
        if not on:
            self._keys.keep(_purpose(of.name), key)
            body = {"project": id, "period": of.name, "key": name}
            self._ledger.write(self._ledger.edit("doubles-set", body))
        return self._renew(id, of)

    def _renew(self, project: str, period: Period) -> Prints:
        """Where two laptops took two keys, that of the smallest record counts."""
        self._ledger.require_full_trainer()
        public = self._on(project, period)[0].key
        key = self._keys.private(_purpose(period.name), public)
        if key is None:
            return Prints(closed=1)
        wanted, without = self._wanted(project, period, key.seed)
        stand, gone = dict[str, str](), list[KnownPrint]()
        for one in self._prints(project, period):
            if wanted.get(one.person) == one.print and one.person not in stand:
                stand[one.person] = one.print
            else:
                gone.append(one)
        new = {person: print for person, print in wanted.items() if person not in stand}
        made = [self._making(project, period, public, *one) for one in sorted(new.items())]
        self._write([*self._dropping(gone), *made])
        return Prints(len(wanted), without, len(made), len(gone))

    def _wanted(self, project: str, period: Period, key: bytes) -> tuple[dict[str, str], int]:
        """The print of each who takes part, by id, and how many cannot have one."""
        scope = Scope(project=project, since=period.since, until=period.until)
        found, without = dict[str, str](), 0
        for one in self._participating.roll(scope).participations:
            name = plain_name(one.name or "")
            if one.erased:
                continue
            if not name or one.birth_year is None:
                without += 1
            else:
                found[one.person_id] = print_of(key, name, one.birth_year)
        return found, without

    def _making(self, project: str, period: Period, key: str, person: str, print: str) -> Draft:
        body = {
            "made": self._store.new_id(), "project": project, "period": period.name,
            "print": print, "key": key,
        }  # fmt: skip
        return self._ledger.note("print-made", body, person)

    def _dropping(self, gone: list[KnownPrint]) -> list[Draft]:
        at = max(0, self._ledger.seconds())
        return [
            self._ledger.note("print-dropped", {"made": one.id, "at": at}, one.person)
            for one in gone
        ]

    def _write(self, drafts: list[Draft]) -> None:
        goes = any(draft.kind == "print-dropped" for draft in drafts)
        if goes:
            keeping.write_anew_later(self._store)
        if drafts:
            self._ledger.write(*drafts)
        if goes:
            self._sweep()

    def _on(self, project: str, period: Period) -> list[KeyOf]:
        records = self._records(project)
        return [one for one in self.keys() if one.project in records and one.period == period.name]

    def _prints(self, project: str, period: Period) -> list[KnownPrint]:
        records = self._records(project)
        return [
            one
            for one in prints.all_of_them(self._store)
            if one.project in records and one.period == period.name
        ]

    def _records(self, project: str) -> set[str]:
        """The ids of all records of a project: two laptops may have made one each."""
        today = claims.projects_today(self._store)
        return {id for id, stands in today.items() if stands == today.get(project)}


def _purpose(period: str) -> str:
    """What the shared key is kept as: one code may serve several projects."""
    return f"doubles {period}"
