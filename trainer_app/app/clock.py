"""The time on the wall of this laptop."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo


class WallZone(tzinfo):
    """The zone that this laptop is set to, with its summers and winters.

    A fixed offset, as `astimezone()` gives, would shift last summer's sessions by an hour.
    """

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """East of Greenwich, on that day."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, _moment: datetime | None) -> timedelta | None:
        """Not told apart here."""
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        """What the system calls it."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, moment: datetime) -> datetime:
        """The time on the wall at a moment of UTC."""
        local = moment.replace(tzinfo=UTC).astimezone()
        wall = local.replace(tzinfo=self)
        # An hour that comes twice, when summer ends.
        return wall if wall.utcoffset() == local.utcoffset() else wall.replace(fold=1)


def local_now() -> datetime:
    """The time on the wall here, with its zone."""
    return datetime.now(WallZone())
