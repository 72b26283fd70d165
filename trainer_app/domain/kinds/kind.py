"""What a kind of event is: its fields, and which of them are personal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trainer_app.domain.errors import MalformedEvent
from trainer_app.domain.events import Body
from trainer_app.domain.fields import FITS, is_id


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event. A field's type ends in `?` where it may be left out or None.

    `at_most` names two fields of which the first is never larger than the second. `earlier` has
    the fields of each version before this one.
    """

    name: str
    thing: str
    fields: Mapping[str, str]
    version: int = 1
    has_subject: bool = False
    personal: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    at_most: tuple[str, str] | None = None
    earlier: tuple[Mapping[str, str], ...] = ()

    def thing_of(self, body: Body, subject: str | None) -> str:
        """The name of the thing that an event with this body is about."""
        return self.thing.format(subject=subject, **body)

    def check(self, body: Body, subject: str | None, version: int | None = None) -> None:
        """Raise MalformedEvent where a field is missing, unknown, or holds what it cannot hold.

        `version`: the one that the event says of itself, this program's own if None.
        """
        fields = self._fields_of(self.version if version is None else version)
        if self.has_subject != (subject is not None) or not (subject is None or is_id(subject)):
            raise MalformedEvent(kind=self.name, field="subject")
        for name in body:
            if name not in fields:
                raise MalformedEvent(kind=self.name, field=name)
        for name, of in fields.items():
            value = body.get(name)
            if of[-1] == "?":
                if value is None:
                    continue
                of = of[:-1]
            if not FITS[of](value):
                raise MalformedEvent(kind=self.name, field=name)
        if self.at_most and body[self.at_most[0]] > body[self.at_most[1]]:
            raise MalformedEvent(kind=self.name, field=self.at_most[0])

    def _fields_of(self, version: int) -> Mapping[str, str]:
        if version == self.version:
            return self.fields
        if not 1 <= version <= len(self.earlier):
            raise MalformedEvent(kind=self.name, field="version")
        return self.earlier[version - 1]


SIGNED = {"signer": "text", "signature": "text"}
"""What only a trainer may say carries who said it (an id, or "recovery") and a signature."""
