"""Claims: what was handed in to a funder, frozen under a trainer's signature, never changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime

from trainer_app import __version__
from trainer_app.domain.errors import (
    BadTimes,
    ClaimDamaged,
    EmptyField,
    FiguresChanged,
    UnknownThing,
)
from trainer_app.domain.events import Event
from trainer_app.domain.funding.claims import (
    Claim,
    ClaimSession,
    ClaimSet,
    frozen_rows,
)
from trainer_app.domain.funding.indicators import SetFigures
from trainer_app.domain.funding.participation import sums_of
from trainer_app.keys.authority import Trust
from trainer_app.services.admitting import trust_of
from trainer_app.services.door import Door
from trainer_app.services.funding.comparing import Comparing, Differences
from trainer_app.services.funding.freezing import frozen, thawed
from trainer_app.services.funding.participating import Participating, Roll
from trainer_app.services.funding.standing import head_of
from trainer_app.services.reporting import Scope
from trainer_app.store import claims as reading
from trainer_app.store import pooling, vouching

Figures = Callable[[Roll, str], SetFigures]
"""The figures of an indicator set by its name; raises UnknownThing where it is not here."""


class Claims:
    """Freezes what a project's people and hours come to, and says what differs since.

    Full trainers only: NotAllowed, NotForSubstitutes.
    """

    def __init__(self, door: Door, participating: Participating, figures: Figures) -> None:
        self._door = door
        self._ledger = door.ledger
        self._store = door.ledger.store
        self._participating = participating
        self._figures = figures
        # What was read of a claim is true of the same words for good.
        self._known: dict[tuple[str, ...], Claim] = {}

    # Reading
    def list(self, project_id: str | None = None) -> tuple[Claim, ...]:
        """A project's claims, or all, the newest first; a forged or damaged one says so."""
        self._ledger.require_full_trainer()
        trust = trust_of(self._ledger, self._door.keyring)
        projects = reading.projects_today(self._store)
        found: dict[str, Claim] = {}
        for event in reading.submitted(self._store):
            claim = self._read(event, trust, projects)
            known = found.get(claim.id)
            # Handed in once: whatever else carries its name later is no better than a forgery.
            if known is None or (known.standing != "good" and claim.standing == "good"):
                found[claim.id] = claim
        wanted = projects.get(project_id or "", project_id)
        return tuple(
            claim
            for claim in reversed(found.values())
            if project_id is None or claim.project == wanted
        )

    def one(self, claim_id: str) -> Claim:
        """One claim; raises UnknownThing."""
        for claim in self.list():
            if claim.id == claim_id:
                return claim
        raise UnknownThing(what="claim", id=claim_id)

    def diff(self, claim_id: str) -> Differences:
        """What differs today from a claim. Raises UnknownThing, ClaimDamaged."""
        claim = self.one(claim_id)
        if claim.standing != "good":
            raise ClaimDamaged(reason=claim.standing)
        scope = Scope(project=claim.project, since=claim.since, until=claim.until)
        roll = self._participating.roll(scope)
        sets = self._sets(roll, [one.name for one in claim.sets])
        return Comparing(self._ledger).differences(claim, roll, sets)

    def beside(self, claim: Claim) -> tuple[Claim, ...]:
        """Other claims of its project that have some of its days, the oldest first."""
        return tuple(
            one
            for one in reversed(self.list(claim.project))
            if one.id != claim.id and one.overlaps(claim.since, claim.until)
        )

    def trainer_name(self, trainer_id: str) -> str:
        """What a trainer is called, also one who was removed; nothing where nobody knows."""
        return vouching.trainer_names(self._store).get(trainer_id, "")

    # Handing in
    def preview(self, project_id: str, since: date, until: date) -> Claim:
        """What a claim would hold now: nothing is written. Raises UnknownThing, BadTimes."""
        self._ledger.require_full_trainer()
        if until < since:
            raise BadTimes(field="period")
        # Before the rows: what comes in between is then told as come since, not left unexplained.
        heads, holds = head_of(self._store), pooling.holds(self._store)
        roll = self._participating.roll(Scope(project=project_id, since=since, until=until))
        project = roll.project
        assert project is not None
        return Claim(
            id="",
            project=project.id,
            label="",
            since=since,
            until=until,
            at=self._ledger.now().replace(tzinfo=None),
            by=self._ledger.require_trainer(),
            heads=heads,
            program=__version__,
            name=project.name,
            grant=project.grant,
            rules=roll.rules,
            rows=frozen_rows(roll.rows, roll.rules),
            below=frozenset(one.person_id for one in roll.below),
            sessions=_sessions(roll),
            figures=sums_of(roll.participations),
            sets=self._sets(roll, project.sets),
            earlier=tuple(one.id for one in self.list(project_id) if one.standing == "good"),
            holds=holds,
        )

    def submit(
        self, project_id: str, since: date, until: date, label: str, seen: Claim | None = None
    ) -> Claim:
        """Freeze a claim; on the disk and signed when this returns.

        `label`: what it is called, such as "First interim report". `seen`: the preview that was
        agreed to; FiguresChanged where it is not true any more. Raises as `preview`, and
        EmptyField, ClaimTooLarge.
        """
        label = label.strip()
        if not label:
            raise EmptyField(field="label")
        claim = self.preview(project_id, since, until)
        if seen is not None and _content(seen) != _content(claim):
            raise FiguresChanged()
        claim = replace(claim, id=self._store.new_id(), label=label)
        self._door.authority.say(
            "claim-submitted",
            {
                "claim": claim.id,
                "project": claim.project,
                "label": label,
                "since": since.isoformat(),
                "until": until.isoformat(),
                "heads": claim.heads,
                "frozen": frozen(claim),
                "at": self._ledger.seconds(),
            },
        )
        return self.one(claim.id)

    def _read(self, event: Event, trust: Trust, projects: dict[str, str]) -> Claim:
        """A claim as its event says; where it is not good, nothing of what it holds is told."""
        said = event.words
        zone = self._ledger.now().tzinfo
        claim = Claim(
            id=str(said["claim"]),
            project=projects.get(str(said["project"]), str(said["project"])),
            label=str(said["label"]),
            since=date.fromisoformat(said["since"]),
            until=date.fromisoformat(said["until"]),
            at=datetime.fromtimestamp(said["at"], zone).replace(tzinfo=None),
            by=str(said["signer"]),
            heads=str(said["heads"]),
        )
        if not trust.vouches(event):
            return replace(claim, standing="forged")
        words = (claim.project, *(str(said[name]) for name in sorted(said)))
        if words not in self._known:
            try:
                self._known[words] = thawed(claim, said["frozen"])
            except ClaimDamaged:
                self._known[words] = replace(claim, standing="damaged")
        return self._known[words]

    def _sets(self, roll: Roll, names: Sequence[str]) -> tuple[ClaimSet, ...]:
        found = []
        for name in names:
            try:
                figures = self._figures(roll, name)
            except UnknownThing:
                # The check before it says so; what is here is claimed.
                continue
            found.append(_frozen_set(figures))
        return tuple(found)


def _frozen_set(of: SetFigures) -> ClaimSet:
    """Figures only: who it was, and what anybody said, is in no claim."""
    return ClaimSet(
        of.set.name,
        str(of.set.version),
        of.counted,
        len(of.incomplete) + of.erased,
        {
            figure.code: {
                name: int(value) for name, value in asdict(figure).items() if name != "code"
            }
            for figure in of.figures
        },
    )


def _sessions(roll: Roll) -> tuple[ClaimSession, ...]:
    found = {
        row.session_id: ClaimSession(row.session_id, row.date, row.course_id, row.course)
        for row in roll.rows
    }
    return tuple(sorted(found.values(), key=lambda one: (one.day, one.id)))


def _content(claim: Claim) -> tuple[object, ...]:
    """All that makes two previews the same, whenever they were made."""
    return (
        claim.project, claim.since, claim.until, claim.rules, claim.rows, claim.below,
        claim.figures, claim.sets, claim.earlier,
    )  # fmt: skip
