"""One event as one line of JSON, and back, with every check that one event alone allows.

A line is `[header,salt,body]` in canonical JSON, so that the very text that was hashed can be cut
out of it and nothing has to be spelled anew.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from trainer_app.domain.errors import MalformedEvent
from trainer_app.domain.events import Event, Header, canonical, check_sealed
from trainer_app.domain.kinds import KINDS

# Python reads JSON of a depth that depends on how deep it stands itself at that moment.
_DEEPEST = 32
_PLAIN = r'"[^"\\\x00-\x1f]*"'
_HASH = r'"([0-9a-f]{64})"'
_COUNT = r"(0|[1-9][0-9]{0,15})"
_TEXT = r'"([^"\\\x00-\x1f]*)"'
# Only the canonical spelling of a header fits: its names sorted, each once, and no spaces. Ids and
# names of kinds hold nothing that JSON would escape. Then 16 bytes of salt and a body, or neither.
_LINE = re.compile(
    rf'\[({{"body_hash":{_HASH},"by":(?:null|{_TEXT}),"clock":{_COUNT},"device":{_TEXT},"id":{_TEXT},'
    rf'"kind":{_TEXT},"previous":{_HASH},"replaces":\[((?:{_PLAIN}(?:,{_PLAIN})*)?)\],'
    rf'"seq":{_COUNT},"subject":(?:null|{_TEXT}),"version":{_COUNT}}}),'
    r'(?:null,null|"([0-9a-f]{32})",(\{.*\}))\]'
)


class Carried(NamedTuple):
    """An event, the hash of its header in hex, and its body as canonical JSON (None if erased)."""

    event: Event
    hash: str
    body: str | None


def as_line(event: Event) -> bytes:
    """The event as a line of JSON, without the line's end."""
    body = None if event.body is None else dict(event.body)
    return canonical([event.header.as_json(), event.salt, body])


def carried(line: bytes) -> Carried:
    """Read what `as_line` made; enough for lines that were checked already.

    Raises MalformedEvent where this is no event in its canonical spelling.
    """
    try:
        found = _LINE.fullmatch(line.decode())
        body = json.loads(found[14]) if found and found[14] else None
    except (ValueError, RecursionError):
        raise MalformedEvent(kind="", field="body") from None
    if found is None:
        raise MalformedEvent(kind="", field="header")
    text, said, by, clock, device, id, kind, previous, old, seq, *rest = found.groups()
    subject, version, salt, spelled = rest
    replaces = tuple(old[1:-1].split('","')) if old else ()
    header = Header(
        id, device, int(seq), int(clock), by, kind, int(version), subject, replaces, previous, said
    )
    return Carried(Event(header, salt, body), hashlib.sha256(text.encode()).hexdigest(), spelled)


def checked(line: bytes) -> Carried:
    """Read what `as_line` made, trusting nothing.

    Raises MalformedEvent where the event is not as its laptop can have sealed it: the spelling, a
    number out of bounds, the hash of the body, a body that its kind does not allow.
    """
    read = carried(line)
    header, body = read.event.header, read.event.body
    check_sealed(Event(header, None))
    if read.event.salt is None or read.body is None or body is None:
        return read
    spelled = read.body.encode()
    said = hashlib.sha256(bytes.fromhex(read.event.salt) + spelled).hexdigest()
    if said != header.body_hash or not _is_canonical(body, spelled):
        raise MalformedEvent(kind=header.kind, field="body_hash")
    kind = KINDS.get(header.kind)
    if kind is not None and header.version <= kind.version:
        kind.check(body, header.subject, header.version)
    elif not _is_shallow(body, _DEEPEST):
        raise MalformedEvent(kind=header.kind, field="body")
    return read


def _is_canonical(body: Mapping[str, Any], spelled: bytes) -> bool:
    try:
        return canonical(body) == spelled
    except (ValueError, RecursionError):
        return False


def _is_shallow(value: Any, left: int) -> bool:
    if not isinstance(value, dict | list):
        return True
    inner = value.values() if isinstance(value, dict) else value
    return left > 0 and all(_is_shallow(one, left - 1) for one in inner)
