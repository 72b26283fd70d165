"""Checks and claims for commands, with the same services as the screens."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any

from trainer_app.app.folder import lesson_library
from trainer_app.domain.funding.claims import Claim, ClaimRow
from trainer_app.domain.funding.findings import Finding
from trainer_app.domain.funding.participation import Sums
from trainer_app.services.door import Door
from trainer_app.services.funding.checking import Checking
from trainer_app.services.funding.claims import Claims
from trainer_app.services.funding.comparing import Differences, RowDifference
from trainer_app.services.funding.indicators import FOLDER, Indicators
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.taking import PURPOSE
from trainer_app.services.funding.trainers_keys import TrainersKeys


def check_project(
    door: Door, project: str | None, since: date | None, until: date | None
) -> list[dict[str, Any]]:
    """Findings as plain values; no name is among them. Raises UnknownThing, BadTimes."""
    from trainer_app.ui.funding.check_words import group_words

    _claims, checking = _services(door)
    found = []
    for code, of in groupby(checking.check(project, since, until), key=lambda one: one.code):
        findings = list(of)
        words = group_words(code, findings[0].effect, len(findings))
        says = {"title": words.title, "advice": words.advice, "claim": words.effect}
        found += [{**_finding(one), "says": says} for one in findings]
    return found


def submit_claim(door: Door, project: str, since: date, until: date, label: str) -> dict[str, Any]:
    """Hand in a claim. Raises what `Claims.submit` does."""
    claims, _checking = _services(door)
    return _head(claims.submit(project, since, until, label))


def list_claims(door: Door, project: str | None) -> list[dict[str, Any]]:
    """Claims, the newest first."""
    claims, _checking = _services(door)
    return [_head(claim) for claim in claims.list(project)]


def show_claim(door: Door, claim: str) -> dict[str, Any]:
    """All that a claim holds. Raises UnknownThing."""
    claims, _checking = _services(door)
    one = claims.one(claim)
    return {
        **_head(one),
        "rules": asdict(one.rules),
        "rows": [_row(row) for row in one.rows],
        "below": sorted(one.below),
        "sets": [asdict(of) for of in one.sets],
        "earlier": list(one.earlier),
    }


def diff_claim(door: Door, claim: str) -> dict[str, Any]:
    """What differs today from a claim. Raises UnknownThing, ClaimDamaged."""
    claims, _checking = _services(door)
    return _differences(claims.diff(claim))


def _services(door: Door) -> tuple[Claims, Checking]:
    ledger = door.ledger
    unseal = partial(TrainersKeys(door).unseal, PURPOSE)
    participating = Participating(ledger, lesson_library(door.folder).competences, unseal)
    indicators = Indicators(ledger, door.folder / FOLDER)
    claims = Claims(door, participating, indicators.figures)
    checking = Checking(ledger, participating, claims, indicators.figures, indicators.questions)
    return claims, checking


def _finding(one: Finding) -> dict[str, Any]:
    where = {name: value for name, value in asdict(one.where).items() if value is not None}
    return {
        "code": one.code,
        "weight": one.weight,
        "effect": one.effect,
        "where": where,
        "facts": dict(one.facts),
    }


def _head(claim: Claim) -> dict[str, Any]:
    """What a claim is called and comes to."""
    return {
        "id": claim.id,
        "project": claim.project,
        "label": claim.label,
        "from": claim.since.isoformat(),
        "to": claim.until.isoformat(),
        "at": claim.at.isoformat(),
        "by": claim.by,
        "standing": claim.standing,
        "program": claim.program,
        "heads": claim.heads,
        "figures": _figures(claim.figures),
    }


def _figures(figures: Sums) -> dict[str, Any]:
    return {**asdict(figures), "hours": str(figures.hours)}


def _row(row: ClaimRow | None) -> dict[str, Any] | None:
    return None if row is None else {**asdict(row), "hours": str(row.hours)}


def _differences(of: Differences) -> dict[str, Any]:
    return {
        "claim": of.claim.id,
        "differs": of.any,
        "then": _figures(of.then),
        "now": _figures(of.now),
        "rows": [_row_difference(one) for one in of.rows],
        "people": [asdict(one.change) for one in of.people],
        "rules": [asdict(one) for one in of.rules],
        "sets_then": [asdict(one) for one in of.claim.sets],
        "sealed": of.sealed,
        "sets_now": [asdict(one) for one in of.sets],
    }


def _row_difference(one: RowDifference) -> dict[str, Any]:
    return {
        "session": one.change.session,
        "person": one.change.person,
        "day": one.day.isoformat() if one.day else None,
        "why": one.why,
        "reason": one.reason,
        "by": one.by,
        "at": one.at.isoformat() if one.at else None,
        "before": _row(one.before),
        "after": _row(one.after),
    }
