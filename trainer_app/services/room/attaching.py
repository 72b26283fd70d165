"""A laptop's side of the room: it finds the trainer's, joins by itself, and hears what she says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from trainer_app.classroom.addresses import typed_address
from trainer_app.classroom.limits import STANDARD, Limits
from trainer_app.classroom.messages import Role, Told
from trainer_app.domain.errors import RoomNotFound, RoomTooNew, TrainerError, WrongRoomCode
from trainer_app.domain.room_code import digits_in
from trainer_app.domain.rooms import FoundRoom, LaptopState, RoomState
from trainer_app.keys.passes import Pass
from trainer_app.services.door import Door
from trainer_app.services.room.carriers import Carriers
from trainer_app.services.room.carrying import Topics
from trainer_app.services.room.lessons import RoomLessons
from trainer_app.services.room.notes import Answer, write_answer
from trainer_app.services.room.stay import Status, Stay
from trainer_app.services.room.visit import Target, Visit
from trainer_app.store.records import Sealed
from trainer_app.store.store import Store

_PATIENCE = 30.0
"""Seconds for one try of a guest: making a key from the code takes an old laptop a few."""
_FINDING = 5.0
"""Seconds to wait for a first room to be found."""
LAST_WORDS_SECONDS = 2.0
"""How long locking waits for the room to have what was written here last, such as who stood up."""
_ERRORS: dict[str, type[TrainerError]] = {"wrong-code": WrongRoomCode, "too-new": RoomTooNew}


class Attaching:
    """Works without an open store: a guest's laptop and a locked one find their room too.

    Called from the window's thread. `on_change` hears of topics in threads of the room: "room",
    "pass", "own-lessons", and those of events that came in; `on_plaza` of the shared Plaza.
    """

    def __init__(
        self,
        door: Door,
        *,
        lessons: RoomLessons,
        carriers: Carriers,
        limits: Limits = STANDARD,
        finds: bool = True,
    ) -> None:
        self._door, self._carriers = door, carriers
        self._new_stay = partial(Stay, door, lessons, carriers, limits, finds=finds)
        self._finds = finds
        self._stay: Stay | None = None
        self._store: Store | None = None
        self._told: LaptopState | None = None
        self.on_change: Topics = lambda _topics: None
        self.on_plaza: Callable[[bytes], None] = lambda _payload: None
        carriers.hear(self._tell)

    # Looking
    def start(self) -> None:
        """Look for rooms from now on, and join one of the centre's own by itself."""
        if self._stay is None:
            stay = self._new_stay(changed=self._tell, plaza=lambda payload: self.on_plaza(payload))
            stay.store, stay.told = self._store, self._told or stay.told
            self._stay = stay
            stay.worker.do(stay.look)

    def stop(self) -> None:
        """Leave, and look no more."""
        stay, self._stay = self._stay, None
        if stay is not None:
            stay.end()

    @property
    def status(self) -> Status:
        """Alone (not looking), looking, joining, waiting to be opened, or joined."""
        return self._stay.status if self._stay else "alone"

    @property
    def state(self) -> RoomState | None:
        """What the room's trainer says; None while this laptop is in no room."""
        return self._stay.state if self._stay else None

    def rooms(self) -> list[FoundRoom]:
        """Rooms that were found in the network, but for those that this laptop opened."""
        found = self._stay.ways.found if self._stay else ()
        return [room for room in found if room.name not in self._carriers.own_rooms]

    def join(self, code: str, address: str = "") -> None:
        """Join as a guest: the room at an address, or whichever was found and knows the code.

        Without a code: the centre's own room at a typed address. Takes seconds, so not for the
        window's thread. Raises WrongRoomCode, RoomNotFound, RoomTooNew.
        """
        stay, digits = self._stay, digits_in(code)
        if stay is None:
            raise RoomNotFound()
        role: Role | None = "guest" if digits else stay.role()
        if not address.strip() and not stay.ways.for_guests() and self._finds:
            # Whoever has just switched on may be quicker than the network.
            stay.found_any.wait(_FINDING)
        places = _places(stay, address)
        if role is None or not places:
            raise RoomNotFound()
        refused = "not-found"
        for host, port in places:
            refused = self._try(stay, Target(host, port, role, digits))
            if not refused:
                return
        stay.worker.done(stay.leave, _PATIENCE)
        raise _ERRORS.get(refused, RoomNotFound)()

    def leave(self) -> None:
        """Say goodbye to a room that was joined by hand; what came over for it is gone."""
        self._do(lambda stay: stay.leave())

    # What the window tells
    def opened(self, door: Door) -> None:
        """The store is open: take part as an open laptop of the centre.

        Another door than the own one (invented people) takes no part in any room.
        """
        if door is not self._door or self._store is door.ledger.store:
            return
        store = self._store = door.ledger.store
        store.listen(self)
        if self._stay is not None:
            self._stay.store, self._stay.not_to_open = store, ""
        self._do(lambda stay: stay.look_anew())

    def closed(self) -> None:
        """The store is being locked: the room does not open it again by itself.

        What was written last gets to the room first, if that takes no more than a moment.
        """
        store, self._store = self._store, None
        if store is None:
            return
        store.leave(self)
        stay = self._stay
        if stay is not None:
            stay.store = None
            visit = stay.visit
            if visit is not None and visit.target.role == "ours":
                stay.not_to_open = visit.target.room
                visit.has_confirmed(LAST_WORDS_SECONDS)
                visit.end()
            stay.worker.do(stay.look_anew)

    def ask_to_open(self) -> None:
        """Ask the room to open this locked laptop after all."""
        if self._stay is not None:
            self._stay.not_to_open = ""
        self._do(lambda stay: stay.look_anew())

    @property
    def can_ask_to_open(self) -> bool:
        """Whether a room is there that opens this locked laptop only if somebody asks."""
        stay = self._stay
        visit = None if stay is None else stay.visit
        if stay is None or visit is None or visit.target.role != "closed":
            return False
        came_in = visit.ended.is_set() and not visit.refused
        return came_in and visit.target.room == stay.not_to_open

    def take_pass(self) -> Pass | None:
        """The pass that came, once: to open the door with."""
        stay = self._stay
        if stay is None:
            return None
        found, stay.came = stay.came, None
        return found

    def vote(self, choice: str, people: int) -> None:
        """What the people here chose; it may be changed until the right answer is shown."""
        state = self.state
        if state is not None and state.vote is not None:
            self._send(Told.VOTE, write_answer(Answer(state.vote.id, choice, max(0, people))))

    def tell(self, state: LaptopState) -> None:
        """How this laptop stands; what it has not sent and what it lacks is added here."""
        self._told = state
        if self._stay is not None:
            self._stay.told = state
        self._do(lambda stay: stay.say_self())

    def send_plaza(self, payload: bytes) -> None:
        """Say something about the shared Plaza."""
        self._send(Told.PLAZA, payload)

    # What the store says
    def recorded(self, events: Sequence[Sealed]) -> None:
        """What this laptop writes is carried by others."""

    def closing(self) -> None:
        """The store is about to be locked."""
        self.closed()

    def _try(self, stay: Stay, target: Target) -> str:
        """Go to a room because a person asks; why that did not work, or ""."""
        begun: list[Visit] = []
        stay.worker.done(lambda: begun.append(stay.go(target, by_hand=True)), _PATIENCE)
        if not begun or not begun[0].ended.wait(_PATIENCE):
            return "not-found"
        visit = begun[0]
        if not visit.refused:
            if target.role == "guest":
                stay.ways.code, stay.ways.guest_at = target.code, (target.host, target.port)
            else:
                stay.ways.typed = (target.host, target.port)
            stay.worker.done(lambda: stay.joined(visit), _PATIENCE)
        return visit.refused

    def _send(self, told: Told, payload: bytes) -> None:
        visit = self._stay.visit if self._stay else None
        if visit is not None and visit.target.role != "closed":
            visit.send(told, payload)

    def _do(self, job: Callable[[Stay], None]) -> None:
        stay = self._stay
        if stay is not None:
            stay.worker.do(partial(job, stay))

    def _tell(self, topics: frozenset[str]) -> None:
        self.on_change(topics)


def _places(stay: Stay, address: str) -> list[tuple[str, int]]:
    if not address.strip():
        return stay.ways.for_guests()
    try:
        return [typed_address(address)]
    except ValueError:
        raise RoomNotFound() from None
