"""The fields of a project, and their values, where laptops say different things of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import listed, number, short_date
from trainer_app.ui.rule_labels import completions, roundings, rule_labels


def project_fields() -> dict[str, str]:
    """What the fields that only a project has are called."""
    return {
        "keep_until": _("Keep until"),
        "grant": _("Grant number"),
        "starts": _("First day"),
        "ends": _("Last day"),
        "currency": _("Currency"),
        "rate": _("Worth of a volunteer’s hour"),
        "sets": _("Indicator sets"),
        "targets": _("Targets"),
        **rule_labels(),
    }


def project_values() -> dict[str, Callable[[Any], str]]:
    """How their values are written, where not as they stand."""
    return {
        **dict.fromkeys(("keep_until", "starts", "ends"), _day),
        "rate": lambda cents: number(Decimal(cents) / 100, 2),
        **dict.fromkeys(("sets", "targets"), _several),
        "rounding": lambda key: _named(roundings(), key),
        "completion": lambda key: _named(completions(), key),
    }


def _day(day: str) -> str:
    return short_date(date.fromisoformat(day))


def _several(lines: Sequence[str]) -> str:
    return listed([isolate(line) for line in lines])


def _named(names: Mapping[Any, str], key: str) -> str:
    """What a newer program wrote may have no words here."""
    return names.get(key, key)
