"""What goes to a guest's laptop: lessons and what the trainer asks, never an event nor a name."""

from __future__ import annotations

from queue import Queue

from centre_on_laptops import Machines
from room_of_laptops import HOME, Room, agree, evening
from wires import until

from trainer_app.classroom.client import RoomClient
from trainer_app.classroom.messages import Message, Told
from trainer_app.domain.rooms import Follow, LaptopState
from trainer_app.services.attending import Attending
from trainer_app.services.room.notes import write_self, write_texts
from trainer_app.services.sitting import Seats


class Ears:
    """Ports of a guest that keep every byte they get."""

    def __init__(self) -> None:
        self.heard: list[Message] = []
        self.news: Queue[str] = Queue()

    def prove(self, _statement: bytes) -> tuple[str, bytes]:
        raise AssertionError("a guest has no name")

    def knows(self, _device: str, _statement: bytes, _signature: bytes) -> bool:
        raise AssertionError("nor does the room have one for a guest")

    def joined(self) -> None:
        self.news.put("joined")

    def left(self, reason: str) -> None:
        self.news.put(f"left {reason}")

    def received(self, message: Message) -> None:
        self.heard.append(message)


def test_a_guest_gets_no_event_and_no_name(machines: Machines, room: Room) -> None:
    session, people = evening(machines.first, "Amina Unheardof", "Boris Unheardof")
    host, laptop = room.centre(2)
    host.hosting.open(session.id)
    ears = Ears()
    guest = RoomClient(ears, role="guest", code=host.hosting.code())
    guest.connect(HOME, int(host.address.rpartition(":")[2]))
    assert ears.news.get(timeout=20) == "joined"
    laptop.goes_to(host)
    Attending(host.door.ledger).start_now(session.id)
    seats = Seats(laptop.door.ledger)
    seats.choose_pictures(people[0].id, ("sun", "fish", "tree"))
    seats.sit_down(people[0].id, ("sun", "fish", "tree"))
    host.hosting.listen(True)
    host.hosting.ask("sign-in-and-out", "why", "en")
    assert agree(host, laptop)
    # It asks for all that it has no right to.
    guest.send(Message(Told.WANT, write_texts([session.id, "../keyring.json", people[0].id])))
    guest.send(Message(Told.SELF, write_self(LaptopState(clock=5))))
    assert until(lambda: any(one.state for one in host.hosting.laptops()))
    host.hosting.follow(Follow("sign-in-and-out", "", "en"))
    assert until(lambda: any(b'"follow":{' in one.payload for one in ears.heard))
    assert {one.told for one in ears.heard} == {Told.STATE}
    every = b"".join(one.payload for one in ears.heard)
    ids = [row["id"] for row in host.door.ledger.store.query("SELECT id FROM events")]
    devices = [one.door.ledger.store.device for one in (host, laptop)]
    for secret in ("Unheardof", host.door.centre, *devices, *ids, *(one.id for one in people)):
        assert secret.encode() not in every
    guest.close()


def test_a_guest_that_speaks_of_events_is_dropped(machines: Machines, room: Room) -> None:
    host, _ = room.centre(2)
    host.hosting.open(None)
    before = host.state
    guest = room.guest()
    guest.attaching.join(host.hosting.code(), host.address)
    stay = guest.attaching._stay
    assert stay is not None
    assert stay.visit is not None
    stay.visit.send(Told.VOTE, b'{"no":"vote"}')
    assert until(lambda: [one.trouble for one in host.hosting.laptops()] == ["malformed"])
    assert until(lambda: guest.attaching.status == "looking")
    assert host.state == before
