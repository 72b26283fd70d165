"""Ten thousand damaged and hostile bundles: each refused for the right reason, none half-read.

Seeded, so that every run tries the same files.
"""

from __future__ import annotations

import json
import random
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

import pytest
import zstandard
from forging import cheated, closed_again, content_of, refused, with_head
from writing_laptops import (
    CENTRE,
    CENTRE_KEYS,
    TRUST,
    WritingLaptop,
    admission,
    write,
)

from trainer_app.bundles import envelope, limits
from trainer_app.bundles.lines import as_line
from trainer_app.bundles.opening import open_bundle
from trainer_app.domain.errors import (
    BundleDamaged,
    BundleTooLarge,
    ForgedEvents,
    NewerBundle,
    NotABundle,
    OtherCentre,
    TrainerError,
    UnknownLaptop,
)
from trainer_app.keys.keypair import PrivateKeys

HOW_MANY = {
    "flipped": 1500,
    "cut off": 1500,
    "damaged on the way": 2500,
    "damaged anywhere": 500,
    "forged body": 700,
    "forged head": 1300,
    "head changed": 1500,
    "cheated": 900,
    "other centres": 300,
    "strangers": 300,
    "newer": 300,
    "claims": 200,
}
Refusals = Counter[type[TrainerError]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "hostile.bundle"


@pytest.fixture
def relay() -> WritingLaptop:
    """An admitted laptop that carries what two others wrote."""
    return WritingLaptop("laptop-z", 9).marks(3)


@pytest.fixture
def others() -> list[WritingLaptop]:
    return [WritingLaptop(f"laptop-{name}", at).marks(4) for at, name in enumerate("ab", 1)]


@pytest.fixture
def whole(file: Path, relay: WritingLaptop, others: list[WritingLaptop]) -> bytes:
    """A bundle as it should be."""
    laptops = [*others, relay]
    write(
        file,
        relay,
        heads=[laptop.head() for laptop in laptops],
        events=[event for laptop in laptops for event in laptop.events],
        admissions=[admission(laptop) for laptop in laptops],
    )
    bundle = open_bundle(file, centre=CENTRE, identities=[CENTRE_KEYS], trust=TRUST)
    assert len(list(bundle.events())) == 11
    return file.read_bytes()


def tried(file: Path) -> type[TrainerError]:
    """Why a file is refused; one that opens, or ends in anything but a known error, fails."""
    with pytest.raises(TrainerError) as told:
        open_bundle(file, centre=CENTRE, identities=[CENTRE_KEYS], trust=TRUST)
    assert told.value.facts["file"] == file.name
    return told.type


def all_refused(
    name: str, file: Path, contents: Iterator[bytes], seal: Callable[[Path, bytes], object]
) -> Refusals:
    found = Refusals()
    for content in islice(contents, HOW_MANY[name]):
        seal(file, content)
        found[tried(file)] += 1
    assert found.total() == HOW_MANY[name]
    return found


def damaged(content: bytes, seed: int, start: int = 0) -> Iterator[bytes]:
    """Flipped bits, zeroed stretches, cut-off ends, added bytes, stretches lost or told twice."""
    rng = random.Random(seed)
    while True:
        at = rng.randrange(start, len(content))
        to = min(len(content), at + rng.randint(1, 40))
        spoiled = rng.choice(
            [
                content[:at] + bytes([content[at] ^ 1 << rng.randrange(8)]) + content[at + 1 :],
                content[:at] + bytes(to - at) + content[to:],
                content[:at],
                content + rng.randbytes(rng.randint(1, 40)),
                content[:at] + content[to:],
                content[:to] + content[at:],
                content[:at] + rng.randbytes(to - at) + content[to:],
            ]
        )
        if spoiled != content:
            yield spoiled


def one_sign_changed(text: bytes, rng: random.Random) -> bytes:
    """Another letter or digit at one place: it reads as well as before."""
    place = rng.choice([at for at, sign in enumerate(text) if chr(sign).isalnum()])
    other = rng.choice([sign for sign in b"0123456789abcdef" if sign != text[place]])
    return text[:place] + bytes([other]) + text[place + 1 :]


def put(file: Path, content: bytes) -> None:
    file.write_bytes(content)


def test_single_bits_flipped(file: Path, whole: bytes) -> None:
    line_end = whole.index(b"}\n")
    for at in random.Random(8).sample(range(len(whole)), HOW_MANY["flipped"]):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0x01]) + whole[at + 1 :])
        reason = tried(file)
        if at < len(envelope.MAGIC):
            assert reason is NotABundle
        elif at > line_end + 1:
            assert reason is BundleDamaged
        else:
            assert reason in (BundleDamaged, NewerBundle, OtherCentre)


def test_cut_off_anywhere(file: Path, whole: bytes) -> None:
    for end in random.Random(9).sample(range(len(whole)), HOW_MANY["cut off"]):
        file.write_bytes(whole[:end])
        assert tried(file) is (NotABundle if end < len(envelope.MAGIC) else BundleDamaged)


def test_damage_on_the_way(file: Path, whole: bytes) -> None:
    sealed_from = whole.index(b"}\n") + 2
    found = all_refused("damaged on the way", file, damaged(whole, 1, sealed_from), put)
    assert found.keys() == {BundleDamaged}
    found = all_refused("damaged anywhere", file, damaged(whole, 2), put)
    assert found.keys() <= {BundleDamaged, NotABundle, OtherCentre, NewerBundle}


def test_a_forger_who_can_seal_but_not_sign(file: Path, whole: bytes) -> None:
    """Whatever is changed inside the envelope, the writing laptop did not sign it."""
    content = content_of(file)
    body_from = content.index(b"\n") + 1
    found = all_refused("forged body", file, damaged(content, 3, body_from), closed_again)
    assert found.keys() == {ForgedEvents}
    found = all_refused("forged head", file, damaged(content, 4), closed_again)
    assert found.keys() <= {BundleDamaged, ForgedEvents, UnknownLaptop, OtherCentre}
    assert found[ForgedEvents] > 400


def test_a_forger_who_changes_one_sign_of_the_head(file: Path, whole: bytes) -> None:
    """Most of these are still well-formed, and mean something else."""
    line, _, body = content_of(file).partition(b"\n")
    rng = random.Random(5)
    contents = (one_sign_changed(line, rng) + b"\n" + body for _ in count())
    found = all_refused("head changed", file, contents, closed_again)
    assert found.keys() <= {BundleDamaged, ForgedEvents, UnknownLaptop, OtherCentre, BundleTooLarge}
    assert found[ForgedEvents] > 500


def test_a_cheating_laptop_that_changes_what_others_wrote(
    file: Path, relay: WritingLaptop, others: list[WritingLaptop]
) -> None:
    """It is admitted and signs all it carries; only the events of the others it cannot sign."""
    laptops = [*others, relay]
    lines = [as_line(event) for laptop in laptops for event in laptop.events]
    heads = [laptop.head() for laptop in laptops]
    admitted = [as_line(admission(laptop)).decode() for laptop in laptops]
    rng = random.Random(6)
    found = Refusals()
    for _ in range(HOW_MANY["cheated"]):
        at = rng.randrange(8)
        changed = list(lines)
        match rng.randrange(4):
            case 0:
                spoiled = next(damaged(lines[at], rng.randrange(2**32)))
                changed[at] = spoiled.replace(b"\n", b" ")
            case 1:
                changed[at] = one_sign_changed(lines[at], rng)
            case 2:
                del changed[at]
                if at in (0, 4):  # a chain may begin later: the rest of it is still right
                    changed.insert(at + 2, lines[at])
            case _:
                changed.insert(at, lines[rng.choice([i for i in range(8) if i != at])])
        cheated(file, relay, changed, heads, admitted=admitted)
        found[tried(file)] += 1
    assert found.keys() <= {ForgedEvents, UnknownLaptop}
    assert found[ForgedEvents] > 800


def test_replayed_from_other_centres(file: Path) -> None:
    found = Refusals()
    for at in range(100):
        laptop = WritingLaptop("laptop-a", at % 200 + 1).marks(1)
        write(file, laptop, centre=f"centre-{at + 2}")
        found[tried(file)] += 1
        content = content_of(file, f"centre-{at + 2}")
        closed_again(file, content)
        found[tried(file)] += 1
        write(file, laptop, recipients=[PrivateKeys(bytes([at] * 32)).public])
        found[tried(file)] += 1
    assert found == {OtherCentre: HOW_MANY["other centres"]}


def test_strangers_and_forged_relays(file: Path, others: list[WritingLaptop]) -> None:
    found = Refusals()
    for at in range(100):
        stranger = WritingLaptop(f"laptop-{at}", at + 20).marks(1)
        forged = admission(stranger, PrivateKeys(bytes([at] * 32)))
        for admissions in ([], [forged], [admission(others[0]), forged]):
            write(
                file,
                stranger,
                heads=[others[0].head()],
                events=others[0].events,
                admissions=admissions,
            )
            found[tried(file)] += 1
    assert found == {UnknownLaptop: HOW_MANY["strangers"]}


def test_newer_versions(file: Path, whole: bytes) -> None:
    content = content_of(file)
    for version in range(2, 2 + HOW_MANY["newer"]):
        closed_again(file, content, version=version)
        refused(file, NewerBundle, found=version, known=1)


def test_claims_of_more_than_can_be(file: Path, whole: bytes, relay: WritingLaptop) -> None:
    rng = random.Random(7)
    for _ in range(HOW_MANY["claims"]):
        claim = rng.choice(
            [
                {"events": limits.EVENTS + rng.randint(1, 2**40)},
                {"size": limits.UNPACKED_BYTES + rng.randint(1, 2**40)},
            ]
        )
        cheated(file, relay, [], [], claims=lambda said, claim=claim: replace(said, **claim))
        refused(file, BundleTooLarge)


def bomb(size: int, filler: bytes) -> bytes:
    packer = zstandard.ZstdCompressor(level=3).compressobj()
    block = filler * (2**20 // len(filler))
    return b"".join([*(packer.compress(block) for _ in range(size // 2**20)), packer.flush()])


@pytest.mark.parametrize("filler", [b"\0", b"\n", b"[]\n", b"x" * 500 + b"\n"])
def test_a_small_file_that_unpacks_to_gigabytes(
    file: Path, relay: WritingLaptop, filler: bytes
) -> None:
    body = bomb(2 * 2**30, filler)
    for claim in (
        {"events": 5, "size": 5000},
        {"events": 5, "size": limits.UNPACKED_BYTES},
        {"events": limits.EVENTS, "size": 5000},
    ):
        cheated(
            file, relay, [], [], body=body, claims=lambda said, claim=claim: replace(said, **claim)
        )
        assert file.stat().st_size < 2**19
        tracemalloc.start()
        refusal = tried(file)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert refusal is BundleTooLarge
        assert peak < 64 * 2**20


def test_a_signature_or_a_head_taken_from_another_bundle(
    file: Path, relay: WritingLaptop, others: list[WritingLaptop], whole: bytes
) -> None:
    line = content_of(file).partition(b"\n")[0]
    taken = json.loads(line)
    for marks in range(1, 4):
        write(file, WritingLaptop("laptop-z", 9).marks(marks))
        mine = content_of(file)
        for part in ("signature", "manifest"):
            stolen = with_head(mine, lambda head, part=part: head.update({part: taken[part]}))
            closed_again(file, stolen)
            refused(file, ForgedEvents)


def test_they_are_ten_thousand_and_more() -> None:
    assert sum(HOW_MANY.values()) >= 10_000
