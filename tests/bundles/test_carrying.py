"""What one laptop writes another one reads, to the last event, whoever carries it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from histories import PEOPLE, clocks, values
from hypothesis import given, settings
from hypothesis import strategies as st
from writing_laptops import (
    CENTRE,
    CENTRE_KEYS,
    TRAINER,
    TRAINER_KEYS,
    TRUST,
    WritingLaptop,
    admission,
    write,
)

from trainer_app.bundles import limits
from trainer_app.bundles.opening import Bundle, open_bundle
from trainer_app.domain.errors import BundleTooLarge, CannotWriteFile, DiskFull
from trainer_app.domain.events import Event, canonical
from trainer_app.domain.kinds import KINDS, Kind
from trainer_app.keys.authority import RECOVERY, Trust
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.laptop import LaptopKey


def opened(file: Path, trust: Trust = TRUST, keys: PrivateKeys = CENTRE_KEYS) -> Bundle:
    return open_bundle(file, centre=CENTRE, identities=[keys], trust=trust)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "news.bundle"


@st.composite
def kinds_and_bodies(draw: st.DrawFn) -> tuple[Kind, dict[str, object]]:
    kind = draw(st.sampled_from(sorted(KINDS.values(), key=lambda kind: kind.name)))
    body = {name: draw(values(of)) for name, of in kind.fields.items() if name != "signature"}
    if kind.at_most:
        body[kind.at_most[0]] = draw(st.integers(0, body[kind.at_most[1]]))
    return kind, {name: value for name, value in body.items() if value is not None}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_events_of_every_kind_arrive_as_they_left(data: st.DataObject) -> None:
    laptop = WritingLaptop("laptop-a", 1)
    for kind, body in data.draw(st.lists(kinds_and_bodies(), max_size=12)):
        subject = data.draw(st.sampled_from(PEOPLE)) if kind.has_subject else None
        laptop.write(kind.name, body, subject, clock=data.draw(clocks))
    erased = data.draw(st.sets(st.sampled_from(range(12))))
    ordinary = ("attendance-marked", "person-set", "course-set")
    sent = [
        replace(event, salt=None, body=None)
        if at in erased and event.header.kind in ordinary
        else event
        for at, event in enumerate(laptop.events)
    ]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "news.bundle"
        assert write(file, laptop, events=sent) == file.stat().st_size
        bundle = opened(file)
    assert list(bundle.events()) == sent
    assert bundle.received == len(sent)
    for (event, found, body), original in zip(bundle.carried(), sent, strict=True):
        assert event == original
        assert found == original.header.hash()
        spelled = None if original.body is None else canonical(original.body).decode()
        assert body == spelled


def test_what_an_unknown_kind_or_a_newer_version_says_is_carried_on(file: Path) -> None:
    laptop = WritingLaptop("laptop-a", 1)
    laptop.write("from-the-future", {"any": [1, {"thing": None}], "half": 0.5})
    laptop.write("course-set", {"in": "a newer way"}, version=99)
    write(file, laptop)
    assert list(opened(file).events()) == laptop.events


def test_the_manifest_says_what_the_writer_holds_and_how_much_follows(file: Path) -> None:
    laptop = WritingLaptop("laptop-a", 1).marks(5)
    write(file, laptop)
    bundle = opened(file)
    assert bundle.manifest.heads == (laptop.head(),)
    assert bundle.manifest.holds == {"laptop-a": 5}
    assert bundle.manifest.keys == {"centre-key": "ab" * 32}
    assert bundle.manifest.events == 5
    assert bundle.manifest.size > 5 * 300
    assert bundle.trust.laptops == {"laptop-a": frozenset({laptop.key.public.hex()})}
    assert bundle.admissions == (admission(laptop),)
    assert list(bundle.events()) == list(bundle.events()) == laptop.events


def test_a_bundle_without_events_still_acknowledges(file: Path) -> None:
    write(file, WritingLaptop("laptop-a", 1))
    bundle = opened(file)
    assert (bundle.received, list(bundle.events())) == (0, [])


def test_only_what_is_new_need_be_carried(file: Path) -> None:
    laptop = WritingLaptop("laptop-a", 1).marks(9)
    write(file, laptop, events=laptop.events[4:7], heads=[laptop.head(7), laptop.head()])
    assert [event.header.seq for event in opened(file).events()] == [5, 6, 7]


def test_a_relay_passes_on_laptops_and_wrote_nothing_itself(file: Path) -> None:
    far = [WritingLaptop(f"laptop-{name}", at).marks(3) for at, name in enumerate("abc", 1)]
    relay = WritingLaptop("laptop-z", 9)
    write(
        file,
        relay,
        heads=[laptop.head() for laptop in far],
        events=[event for laptop in far for event in laptop.events],
        admissions=[admission(laptop) for laptop in (*far, relay)],
    )
    assert list(opened(file).events()) == [event for one in far for event in one.events]


def test_a_renewed_laptop_key_leaves_its_old_heads_right(file: Path) -> None:
    laptop = WritingLaptop("laptop-a", 1).marks(3)
    first, before = laptop.head(), admission(laptop)
    laptop.key = LaptopKey(b"\x77" * 32)
    laptop.marks(3)
    write(
        file,
        laptop,
        events=[*laptop.events[3:], *laptop.events[:3]],
        heads=[first, laptop.head()],
        admissions=[admission(laptop), before],
    )
    assert len(opened(file).trust.laptops["laptop-a"]) == 2
    assert opened(file).received == 6


def test_more_than_is_ever_held_at_once_arrives_too(file: Path) -> None:
    laptop = WritingLaptop("laptop-a", 1).marks(1500)
    write(file, laptop)
    bundle = opened(file)
    assert bundle.manifest.size > 10 * 64 * 2**10
    assert list(bundle.events()) == laptop.events


def test_both_histories_of_a_fork_travel_as_runs(file: Path) -> None:
    laptop = WritingLaptop("laptop-a", 1).marks(4)
    twin = laptop.twin(2, number=2).marks(3)
    after = laptop.twin(4, number=3).marks(1)
    runs = [laptop.events, twin.events[2:], after.events[4:]]
    sent = [event for run in runs for event in run]
    write(file, laptop, events=sent, heads=[laptop.head(), twin.head(), after.head()])
    assert list(opened(file).events()) == sent


def test_every_recipient_opens_it_and_nobody_else(file: Path) -> None:
    laptop = WritingLaptop("laptop-a", 1).marks(2)
    trainers = [PrivateKeys(bytes([at] * 32)) for at in range(3)]
    write(file, laptop, recipients=[keys.public for keys in trainers])
    stranger = PrivateKeys(b"\x55" * 32)
    for keys in trainers:
        found = open_bundle(file, centre=CENTRE, identities=[stranger, keys], trust=TRUST)
        assert list(found.events()) == laptop.events
    with pytest.raises(ValueError, match="sealed to somebody"):
        write(file, laptop, recipients=[])


def test_what_was_signed_before_a_removal_is_carried_but_vouches_for_nothing(file: Path) -> None:
    """A laptop that has not heard yet of the removal is honest: its news are no forgery."""
    laptop = WritingLaptop("laptop-a", 1)
    late = laptop.write("laptop-readmitted", {"laptop": "laptop-b"})
    gone = TRAINER_KEYS.public.sign_hex
    heard = Trust(
        CENTRE,
        {**TRUST.trainers, RECOVERY: frozenset()},
        {"laptop-a": frozenset({laptop.key.public.hex()})},
        retired={gone: frozenset()},
    )
    write(file, laptop, admissions=[])
    bundle = opened(file, heard)
    assert list(bundle.events()) == [late]
    assert not bundle.trust.vouches(late)
    assert bundle.trust.was_signed(late)


def test_nothing_can_be_read_without_a_key(file: Path) -> None:
    laptop = WritingLaptop("laptop-a", 1)
    laptop.write("centre-named", {"name": "Canal House"})
    write(file, laptop)
    whole = file.read_bytes()
    for telling in (b"Canal", b"laptop-a", CENTRE.encode(), TRAINER.encode()):
        assert telling not in whole
    line = json.loads(whole.split(b"\n")[1])
    assert line.keys() == {"version", "centre", "keys"}


def test_a_bundle_takes_the_place_of_the_old_one_whole(file: Path) -> None:
    for count in (40, 3):
        write(file, WritingLaptop("laptop-a", 1).marks(count))
        assert opened(file).received == count
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_full_or_a_pulled_stick_is_said(file: Path) -> None:
    laptop = WritingLaptop("laptop-a", 1).marks(2)
    write(file, laptop)
    before = file.read_bytes()
    file.with_name(file.name + ".new").symlink_to("/dev/full")
    with pytest.raises(DiskFull) as told:
        write(file, laptop)
    assert told.value.facts == {"file": "news.bundle"}
    assert file.read_bytes() == before
    with pytest.raises(CannotWriteFile):
        write(file.parent / "no folder" / "news.bundle", laptop)


@pytest.mark.parametrize("limit", ["EVENTS", "UNPACKED_BYTES", "FILE_BYTES", "HEAD_BYTES"])
def test_more_than_any_reader_takes_is_not_written(
    file: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    laptop = WritingLaptop("laptop-a", 1).marks(9)
    monkeypatch.setattr(limits, limit, 8)
    with pytest.raises(BundleTooLarge) as told:
        write(file, laptop)
    assert told.value.facts == {"file": "news.bundle"}
    assert not file.exists()


def test_an_event_larger_than_any_reader_takes_is_not_written(file: Path) -> None:
    laptop = WritingLaptop("laptop-a", 1)
    laptop.write("centre-named", {"name": "x" * 2**20})
    with pytest.raises(BundleTooLarge):
        write(file, laptop)
    many = [PrivateKeys(bytes([at % 256] * 32)).public for at in range(500)]
    small = WritingLaptop("laptop-a", 1).marks(1)
    with pytest.raises(BundleTooLarge):
        write(file, small, recipients=many)
    admissions: list[Event] = [admission(small)] * 6000
    with pytest.raises(BundleTooLarge):
        write(file, small, admissions=admissions)
    assert not file.exists()
