"""An evening of a centre in a room without internet, from the first laptop to the last.

Every laptop is a process in a network of its own. The steps are called one after the other, and
each leaves all laptops in agreement or says which ones are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from centres import PASSPHRASE, Centre, Clock
from fleet import Fleet, Running, Troubled, all_do, fleet, until
from folders import SURNAME, Tonight, is_sealed, look_at, prepare, readable
from namespaces import networks
from orders import BEGINS
from sniffed import found_in, frames_in, streams_in

from trainer_app.classroom.limits import Limits
from trainer_app.keys.wrapping import Cost

PORT = 47474
LESSON, TITLE = "sign-in-and-out", "Sign in and out of a shared laptop"
GRACE_SECONDS = 400
_LESSON_WORDS = (b"bread", b"flour", b"Rosa", b"password", b"Log out takes you")


@dataclass(frozen=True)
class Size:
    """How many laptops of learners: `ours` of the centre without a window, then `guests` without
    one; with a window one of the centre, and a guest's if `guest_window`. `limits`: how quickly
    they notice that somebody is gone; None: as the program has it."""

    ours: int
    guests: int
    guest_window: bool
    drop_outs: int
    limits: Limits | None

    @property
    def all_guests(self) -> int:
        """With a window and without."""
        return self.guests + self.guest_window


class Evening:
    """The laptops by name: "trainer", "second", "l1" …, "window", "g1" …, and the strangers'."""

    def __init__(self, fleet: Fleet, size: Size, folder: Path, cost: Cost) -> None:
        self.fleet, self.size, self.folder = fleet, size, folder
        self.learners = [f"l{number + 1}" for number in range(size.ours)]
        self.early = self.learners[:-1]
        """All but one who comes late."""
        self.guests = [f"g{number + 1}" for number in range(size.guests)]
        centre = ["trainer", "second", *self.learners, "window"]
        self.tonight: Tonight = prepare(folder, cost, centre, size.ours + 1)
        self._elsewhere = Centre(folder / "elsewhere", Clock(BEGINS), cost)
        self._elsewhere.door.lock()
        guests = [*self.guests, *(["guest-window"] if size.guest_window else [])]
        fleet.networks.plug_in([*centre, *guests, "elsewhere", "hostile"])
        self.person = dict(zip([*self.learners, "window"], self.tonight.people, strict=True))
        self.running: dict[str, Running] = {}
        self.answered: dict[str, int] = {}
        self.unsure = 0
        """Answers that a laptop may have written when it was killed, without having said so."""
        self.wrote: set[str] = set()
        self.code, self.host = "", ""

    def __getitem__(self, name: str) -> Running:
        return self.running[name]

    def start(self, *names: str) -> list[Running]:
        """Switch laptops on."""
        for name in names:
            kind = "window" if "window" in name else "laptop"
            folder = self.tonight.folders.get(name, self.folder / name)
            if name == "elsewhere":
                folder = self._elsewhere.folder
            folder.mkdir(exist_ok=True)
            limits = {} if self.size.limits is None else {"limits": _plain(self.size.limits)}
            self.running[name] = self.fleet.start(kind, name, folder=str(folder), **limits)
        without_window = [self[name] for name in names if "window" not in name]
        all_do(without_window, "start")
        return [self[name] for name in names]

    def strangers(self) -> tuple[Running, Running]:
        """Somebody hostile in a network of their own, and somebody who listens at the switch."""
        networks = self.fleet.networks
        hostile = self.fleet.start("hostile", "hostile")
        listening = self.fleet.start("hostile", "listening", networks.switch)
        listening.do("sniff")
        self.running.update(hostile=hostile, listening=listening)
        return hostile, listening

    # The trainers
    def lead(self, what: str, **more: Any) -> Any:
        """Something that the trainer does whose room it is now."""
        return self[self.host].do("lead", what=what, **more)

    def open_room(self, host: str, session: str | None = None) -> None:
        """A trainer opens her laptop and the room."""
        self[host].do("unlock", passphrase=PASSPHRASE)
        self.take_room(host, session)

    def take_room(self, host: str, session: str | None = None) -> None:
        """A trainer whose laptop is open opens the room."""
        self.host = host
        opened = self.lead("open", session=session)
        assert opened["session"] == self.tonight.session
        assert opened["at"] == [f"{self.address}:{PORT}"]
        assert self.code in ("", opened["code"])
        self.code = opened["code"]

    @property
    def address(self) -> str:
        """Of the laptop whose room it is."""
        return self.fleet.networks.address(self.host)

    def wait_for(self, ours: int, guests: int) -> None:
        """Until so many laptops of each kind are in the room, and none waits to be opened."""
        wanted = {"ours": ours, "guest": guests}
        wanted = {kind: count for kind, count in wanted.items() if count}
        until(lambda: self.lead("here") == wanted, f"{wanted} in the room of {self.host}")

    # The learners
    def open_by_themselves(self, names: Collection[str]) -> None:
        """Locked laptops are opened by the room, with nobody touching them."""
        until(
            lambda: all(all_do([self[name] for name in names], "is_open")),
            "passes for the closed laptops",
        )

    def sit_down(self, names: Sequence[str]) -> None:
        """Everybody signs in; a face may be on its way to that laptop still."""
        for name in names:
            person = self.tonight.people[self.person[name]]
            until(lambda at=name, who=person: self[at].do("sit", person=who), f"a face at {name}")

    def work(self, names: Sequence[str], question: int) -> None:
        """Everybody reads a page, answers a question and gets one goal further in practice."""
        those = [self[name] for name in names]
        all_do(those, "learn", page=question)
        all_do(those, "answer", question=question)
        all_do(those, "practise")
        for name in names:
            self.answered[name] = self.answered.get(name, 0) + 1

    def agree(self, names: Sequence[str]) -> None:
        """Wait until these laptops of the centre show the same."""
        those = [self[name] for name in names]
        until(lambda: len(set(all_do(those, "state"))) == 1, f"agreement of {', '.join(names)}")

    def hear(self, names: Sequence[str], **wanted: Any) -> None:
        """Wait until these laptops know that the room's state has these values."""
        those = [self[name] for name in names]

        def heard() -> bool:
            rooms = all_do(those, "room")
            return all(room[key] == value for room in rooms for key, value in wanted.items())

        until(heard, f"{wanted} at {', '.join(names)}")

    def kill(self, name: str) -> None:
        """Its battery is pulled out while it writes an answer."""
        one = self.running.pop(name)
        if name in self.person:
            one.order("answer", question=0)
            self.unsure += 1
        one.kill()
        self.wrote.update(one.wrote)

    def end(self) -> None:
        """Switch all laptops off."""
        strangers = ("hostile", "listening")
        for name in [name for name in self.running if name not in strangers]:
            one = self.running.pop(name)
            one.end()
            self.wrote.update(one.wrote)

    # With a window
    def press(self, name: str, *words: str) -> None:
        """Press one button after the other, each as soon as it is there."""
        for one in words:
            self.read(name, one, press=True)

    def read(self, name: str, words: str, *, press: bool = False) -> None:
        """Wait until words can be read, or pressed."""
        do = "press" if press else "reads"
        try:
            until(lambda: self[name].do(do, words=words), words, patience=30)
        except AssertionError as error:
            raise AssertionError(f"{words!r} at {name}: {self[name].do('texts')}") from error

    def first_name(self, name: str) -> str:
        """What a laptop that was opened for an evening calls whoever sits there."""
        return self.person[name]

    def come_as_guest_by_clicks(self) -> None:
        """The guest's laptop with a window, if there is one, joins by code and address."""
        if not self.size.guest_window:
            return
        name = "guest-window"
        self.start(name)
        self.press(name, "Learn in a room", "Type the address")
        self[name].do("type", label="The code", text=self.code)
        self[name].do("type", label="The address", text=self.address)
        self.press(name, "Join")
        self.read(name, "You are a guest")
        self.read(name, "In the room")

    def rooms(self, names: Sequence[str]) -> list[dict[str, Any]]:
        """What these laptops know of the room."""
        return all_do([self[name] for name in names], "room")

    # Afterwards
    def faults(self) -> list[str]:
        """All that is wrong with what the evening left on the disks."""
        found = [
            f"{name} can be read without a passphrase"
            for name, folder in self.tonight.folders.items()
            if not is_sealed(folder, self._names())
        ]
        left = {
            name: look_at(folder, self.tonight.devices[name])
            for name, folder in self.tonight.folders.items()
        }
        if len({one.state for one in left.values()}) != 1:
            found.append(f"states differ: {[(name, one.state) for name, one in left.items()]}")
        known = sum(self.answered.values())
        for name, one in left.items():
            found += [f"{name}: {fault}" for fault in one.faults]
            lost = self.wrote - one.events.keys()
            twice = [id for id, times in one.events.items() if times > 1]
            if lost or twice:
                found.append(f"{name}: lost {sorted(lost)[:5]} of {len(lost)}, twice {twice[:5]}")
            if not known <= one.answers <= known + self.unsure:
                found.append(f"{name}: {one.answers} answers, not {known} (+{self.unsure})")
        for name in self._guests():
            secrets = readable(self.folder / name, [*self._names(), *self._ids()])
            files = [one.name for one in (self.folder / name).rglob("*.db")]
            if secrets or files:
                found.append(f"guest {name} holds {secrets} {files}")
        return found

    def heard_by_strangers(self) -> tuple[int, list[bytes]]:
        """How many frames the one who listened has, and what of ours can be read in them."""
        file = self.folder / "frames"
        frames = self["listening"].do("sniffed", file=str(file))
        code = self.code.encode()
        centre = bytes.fromhex(self.tonight.centre)
        secrets = [*self._names(), *self._ids(), code, centre, PASSPHRASE.encode(), *_LESSON_WORDS]
        return frames, found_in(file, secrets)

    def said_by(self, name: str) -> bytes:
        """What a laptop said to the room in its longest connection, as one who listened has it."""
        file = self.folder / "frames"
        self["listening"].do("sniffed", file=str(file))
        address = self.fleet.networks.address(name)
        streams = streams_in(frames_in(file))
        said = [data for way, data in streams.items() if way.source == address]
        return max(said, key=len)

    def troubles_at(self, do: str, **more: Any) -> str:
        """The trouble that an order at the other centre's laptop comes to, or ""."""
        try:
            self["elsewhere"].do(do, **more)
        except Troubled as trouble:
            return str(trouble)
        return ""

    def _names(self) -> list[bytes]:
        return [SURNAME.encode(), b"Canal House", b"Tuesday group"]

    def _ids(self) -> list[bytes]:
        tonight = self.tonight
        ids = [tonight.centre, tonight.course, tonight.session, *tonight.people.values()]
        return [one.encode() for one in (*ids, *tonight.devices.values())]

    def _guests(self) -> list[str]:
        return [*self.guests, *(["guest-window"] if self.size.guest_window else [])]


@contextmanager
def evening(size: Size, folder: Path, cost: Cost) -> Iterator[Evening]:
    """An evening whose laptops and networks are gone after it. Raises NoNamespaces."""
    with networks() as cables, fleet(cables) as laptops:
        yield Evening(laptops, size, folder, cost)


def _plain(limits: Limits) -> dict[str, Any]:
    """Only those that are plain numbers: rates stay as the program has them."""
    return {name: value for name, value in asdict(limits).items() if not isinstance(value, dict)}
