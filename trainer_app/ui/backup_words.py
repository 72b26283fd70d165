"""What a backup is called and what it holds, in words, for every screen that shows one."""

from __future__ import annotations

from datetime import datetime

from trainer_app.domain.keeping import Holds, Snapshot
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import clock, listed, long_date, number


def moment_of(snapshot: Snapshot, now: datetime) -> str:
    """Day and time on the wall here, such as "Tuesday, 24 November 2026, 10:15"."""
    here = snapshot.moment.astimezone(now.tzinfo)
    return _("{day}, {time}").format(day=long_date(here.date()), time=isolate(clock(here)))


def contents(holds: Holds) -> str:
    """Such as "24 people, 6 sessions and 1,204 entries"."""
    return listed([people(holds.people), sessions(holds.sessions), entries(holds.events)])


def people(count: int) -> str:
    """So many people."""
    words = ngettext("{count} person", "{count} people", count)
    return words.format(count=isolate(number(count)))


def sessions(count: int) -> str:
    """So many sessions."""
    words = ngettext("{count} session", "{count} sessions", count)
    return words.format(count=isolate(number(count)))


def entries(count: int) -> str:
    """So many things recorded."""
    words = ngettext("{count} entry", "{count} entries", count)
    return words.format(count=isolate(number(count)))
