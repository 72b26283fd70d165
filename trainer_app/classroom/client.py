"""A laptop's end of the room: goes to an address, proves who it is, and carries messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from trainer_app.classroom.frames import told
from trainer_app.classroom.limits import STANDARD, Limits
from trainer_app.classroom.messages import SAYS, Message, Role
from trainer_app.classroom.threads import NetworkThread, OnBug, report

if TYPE_CHECKING:
    from trainer_app.classroom.visiting import Visit


class ClientPorts(Protocol):
    """What the laptop is asked and told. Called in the network's thread; must return at once."""

    def prove(self, statement: bytes) -> tuple[str, bytes]:
        """This laptop's device id and its signature (`closed`: by its room key)."""

    def knows(self, device: str, statement: bytes, signature: bytes) -> bool:
        """Role `ours`: say whether the host is this laptop of ours."""

    def joined(self) -> None:
        """We are in the room."""

    def left(self, reason: str) -> None:
        """We are out of it: "" for the host's goodbye, or a `Dropped` of domain/rooms.py.

        Where we never came in: "wrong-code", "other-centre", "refused", "too-new", "forged" (the
        host is no laptop of ours), or "not-found".
        """

    def received(self, message: Message) -> None:
        """The host said something."""


class Who(NamedTuple):
    """What a laptop comes with."""

    ports: ClientPorts
    role: Role
    centre: str
    code: str
    limits: Limits
    on_bug: OnBug


class RoomClient:
    """One laptop's way into a room; after `left` or `close` it may `connect` again.

    `code` is what a guest typed, in digits of any script, with gaps or without.
    """

    def __init__(
        self,
        ports: ClientPorts,
        *,
        role: Role,
        centre: str = "",
        code: str = "",
        limits: Limits = STANDARD,
        on_bug: OnBug = report,
    ) -> None:
        self._who = Who(ports, role, centre, code, limits, on_bug)
        self._visit: Visit | None = None
        self._thread: NetworkThread | None = None

    def connect(self, host: str, port: int) -> None:
        """Go there; returns at once, the ports tell how it went. Leaves where it was before."""
        self.close()
        from trainer_app.classroom.visiting import Visit

        visit = Visit(self._who, host, port)
        self._visit, self._thread = visit, NetworkThread("laptop", visit.live, self._who.on_bug)
        self._thread.start()

    def send(self, message: Message) -> None:
        """Send to the host, if we are in its room; returns at once, from any thread.

        Raises ValueError for a message that is too large, or not said in our role.
        """
        told(message)
        if message.told not in SAYS[self._who.role]:
            raise ValueError(
                f"{message.told.name} is not said by a laptop of role {self._who.role}"
            )
        visit, thread = self._visit, self._thread
        if visit is not None and thread is not None:
            thread.call(visit.send, message)

    def close(self) -> None:
        """Say goodbye and go; no port is called any more. A second call does nothing."""
        visit, thread = self._visit, self._thread
        self._visit = self._thread = None
        if visit is not None and thread is not None:
            visit.unheard = True
            thread.stop()
