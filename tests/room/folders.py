"""The data folders of a centre's laptops before its evening, and what is in them after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from pathlib import Path

from centres import PASSPHRASE, Centre, Clock
from little_lesson import AUTHOR, ID, LABEL, files
from orders import BEGINS

from trainer_app.bundles.packs.placing import lay_out
from trainer_app.content.own import own_text
from trainer_app.domain.lessons import Own
from trainer_app.keys.keyring import Keyring
from trainer_app.keys.wrapping import Cost
from trainer_app.services.joining import Joining
from trainer_app.services.laptops import Laptops
from trainer_app.services.merging import Merging
from trainer_app.store import health
from trainer_app.store.records import read
from trainer_app.store.store import FILE, Store

FIRST_NAMES = (
    "Amina", "Boris", "Chipo", "Dalia", "Emeka", "Farah", "Goran", "Hawa", "Idris", "Jelena",
    "Kofi", "Leyla", "Mirek", "Nadia", "Omar", "Petra", "Qasim", "Rosa", "Samir", "Teodora",
    "Umut", "Vera", "Wassim", "Ximena", "Yusuf", "Zahra", "Abel", "Bibi", "Cem", "Dragana",
)  # fmt: skip
SURNAME = "Unheardof"


@dataclass(frozen=True)
class Tonight:
    """What is prepared. `folders` by laptop, all locked; `people` are ids by first name."""

    centre: str
    course: str
    session: str
    people: dict[str, str]
    folders: dict[str, Path]
    devices: dict[str, str]


def prepare(folder: Path, cost: Cost, laptops: Sequence[str], people: int) -> Tonight:
    """Found a centre on the first laptop, let the others in, and plan an evening.

    The last step is the trainer's: only her laptop knows the evening, the others hear of it in
    the room.
    """
    clock = Clock(BEGINS)
    first, *others = laptops
    centre = Centre(folder / first, clock, cost)
    folders, devices, news = {first: centre.folder}, {first: centre.store.device}, []
    invitation = folder / "centre.invitation"
    code = Laptops(centre.door).invite(invitation)
    for name in others:
        if name != others[0]:
            code = Laptops(centre.door).invite(invitation)
        joining = Joining(folder / name, clock.now, cost)
        door = joining.join(joining.open(invitation, code)[0][0], PASSPHRASE)
        news.append(folder / f"{name}.bundle")
        Merging(door).write_news(news[-1])
        folders[name], devices[name] = folder / name, door.ledger.store.device
        door.lock()
    merged = Merging(centre.door).merge(news)
    assert merged.refused == ()
    course = centre.courses.add_course("Tuesday group", project="", place="Library")
    session = centre.courses.add_session(course.id, BEGINS.date(), time(19), time(21))
    ids = {
        name: centre.enrolling.add_person(f"{name} {SURNAME}", course_id=course.id).id
        for name in FIRST_NAMES[:people]
    }
    _write_lesson(centre.folder)
    found = Tonight(centre.door.centre, course.id, session.id, ids, folders, devices)
    centre.door.lock()
    return found


def _write_lesson(folder: Path) -> None:
    """The trainer has made a lesson of her own."""
    place = folder / "lessons" / f"{LABEL.number:02d}-{ID}"
    lay_out(place, files())
    own = Own("", 0, "Rosa", AUTHOR.public.sign_hex, made_here=True)
    (place / "own.toml").write_text(own_text(own), encoding="utf-8")


@dataclass(frozen=True)
class Left:
    """What a laptop's folder holds after the evening: `events` counted by id, and faults."""

    state: str
    events: Counter[str]
    answers: int
    faults: tuple[str, ...]


def look_at(folder: Path, device: str) -> Left:
    """Open a locked folder with the passphrase, without writing anything into it."""
    keyring = Keyring.load(folder)
    unlocked = keyring.unlock(keyring.trainers[0].id, PASSPHRASE)
    store = Store.open(folder, unlocked.data_key, Clock(BEGINS).now)
    try:
        events = list(read(store.reader, "1", []))
        faults = [] if health.file_is_whole(store) else ["the file is damaged"]
        faults += [f"broken chain of {one}" for one in health.broken_chains(store)]
        faults += [f"stale {thing}" for thing in health.stale_things(store)]
        assert store.device == device
        return Left(
            state=health.state_hash(store, keyring.centre),
            events=Counter(one.id for one in events),
            answers=sum(one.header.kind == "question-answered" for one in events),
            faults=tuple(faults),
        )
    finally:
        store.close()


def is_sealed(folder: Path, secrets: Sequence[bytes]) -> bool:
    """Whether a locked store lies there, of which nothing can be read."""
    whole = (folder / FILE).read_bytes()
    return len(whole) > 4096 and not whole.startswith(b"SQLite") and not readable(folder, secrets)


def readable(folder: Path, secrets: Sequence[bytes]) -> list[bytes]:
    """Which of these can be read in the files of a folder, whatever they are called."""
    files = [one.read_bytes() for one in folder.rglob("*") if one.is_file()]
    names = "\n".join(str(one.relative_to(folder)) for one in folder.rglob("*")).encode()
    return [one for one in secrets if any(one in part for part in (names, *files))]
