"""News from laptop to laptop: any order, any repetition, and files that are not to be trusted."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from centre_of_laptops import (
    another,
    at_work,
    enrol,
    examined,
    listed,
    merge,
    merged,
    pool,
    register,
    write,
)
from centres import Centre, Clock
from command_line import command, words_for

from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import NotABundle, OtherCentre
from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses


@pytest.fixture
def second(data: Path, tmp_path: Path) -> Path:
    """Another laptop of the centre."""
    return another(data, tmp_path / "second")


@pytest.fixture
def third(data: Path, tmp_path: Path) -> Path:
    """One more."""
    return another(data, tmp_path / "third")


def test_what_came_is_counted(data: Path, second: Path) -> None:
    pool(data, second)
    enrol(second, "Just Came")
    news = write(second)
    said = merged(data, news)
    assert said["new"] == 1
    assert said["received"] == said["new"] + said["known"]
    assert (said["files"], said["refused"], said["gaps"], said["ahead"]) == (1, [], [], [])
    again = merged(data, news)
    assert (again["new"], again["known"]) == (0, said["received"])
    in_words = command("bundle", "merge", news, "--data", data).out
    assert in_words == (
        f"{said['received']} events received from 1 files: 0 new, {said['received']} already known."
        "\n"
    )
    assert "Just Came" in register(data)


def test_any_order_and_any_repetition_give_one_state(data: Path, second: Path, third: Path) -> None:
    """Each laptop hears of the others in its own order, some of it twice, some of it in parts."""
    pool(data, second, third)
    laptops = (data, second, third)
    early = []
    for number, one in enumerate(laptops):
        enrol(one, f"Early {number}")
        early.append(write(one))
    for number, one in enumerate(laptops):
        enrol(one, f"Late {number}")
    late = [write(one) for one in laptops]
    orders = list(permutations([*early, *late]))
    chance = random.Random(7)
    for one in laptops:
        order = list(chance.choice(orders))
        for some in (order[:2], order[1:4], order):
            merged(one, *some)
    assert len({examined(one)["state_hash"] for one in laptops}) == 1
    assert all(register(one) == register(data) for one in laptops)
    assert sum(name.startswith(("Early", "Late")) for name in register(data)) == 6


def test_since_last_is_smaller_and_a_lost_stick_loses_nothing(data: Path, second: Path) -> None:
    pool(data, second)
    whole = write(data)
    enrol(data, "On The Lost Stick")
    lost = write(data, "--since-last")
    assert lost.stat().st_size < whole.stat().st_size / 2
    lost.unlink()
    enrol(data, "On The Next")
    found = merged(second, write(data, "--since-last"))
    assert found["new"] == 2
    assert {"On The Lost Stick", "On The Next"} <= register(second)
    assert examined(second)["notes"]["gaps"] == []
    # Once the other has answered, less and less is written.
    merged(data, write(second))
    said = command(
        "bundle", "write", "--since-last", "--data", data, "--out", data.parent / "n", "--json"
    )
    assert said.json["events"] == 0
    assert examined(data)["state_hash"] == examined(second)["state_hash"]


@pytest.mark.parametrize("days", [-20_000, 400])
def test_a_wrong_clock_changes_nothing_but_is_named(data: Path, second: Path, days: int) -> None:
    pool(data, second)
    wrong = Clock()
    wrong.forward(days=days)
    enrol(second, "Written Then", wrong)
    with at_work(second, wrong) as door:
        courses = Courses(door.ledger)
        courses.save_course(replace(courses.all()[0], title="Named by the wrong clock"))
    merged(data, write(second))
    with at_work(data) as door:
        # An informed edit wins whatever the clock said that made what it replaces.
        courses = Courses(door.ledger)
        assert courses.all()[0].title == "Named by the wrong clock"
        courses.save_course(replace(courses.all()[0], title="Named by the right clock"))
    pool(data, second)
    for one in (data, second):
        with at_work(one) as door:
            assert Courses(door.ledger).all()[0].title == "Named by the right clock"
    assert examined(data)["state_hash"] == examined(second)["state_hash"]
    ahead = examined(data)["notes"]["ahead"]
    assert list(ahead) == (["B"] if days > 0 else [])
    behind = examined(second)["notes"]["behind"]
    assert (behind > 300 * 86_400) is (days > 0)
    in_words = command("doctor", "--data", data).out
    assert ("The clock of laptop B runs ahead by " in in_words) is (days > 0)


def test_two_trainers_at_once_see_what_both_marked(data: Path, second: Path) -> None:
    pool(data, second)
    with at_work(data) as door:
        attending = Attending(door.ledger)
        held = next(one for one in Courses(door.ledger).sessions() if attending.marks(one.id))
        first, other = sorted(attending.marks(held.id))[:2]
    for laptop, person in ((data, first), (second, other)):
        with at_work(laptop) as door:
            Attending(door.ledger).mark(held.id, person, Status.EXCUSED, reason="as I saw it")
    pool(data, second)
    for laptop in (data, second):
        with at_work(laptop) as door:
            marks = Attending(door.ledger).marks(held.id)
            assert {marks[person].status for person in (first, other)} == {"excused"}
        assert examined(laptop)["notes"]["conflicts"] == 0


def test_two_trainers_who_mark_one_person_differently_are_told(data: Path, second: Path) -> None:
    pool(data, second)
    with at_work(data) as door:
        attending = Attending(door.ledger)
        held = next(one for one in Courses(door.ledger).sessions() if attending.marks(one.id))
        person = min(attending.marks(held.id))
    for laptop, status in ((data, Status.EXCUSED), (second, Status.ABSENT)):
        with at_work(laptop) as door:
            Attending(door.ledger).mark(held.id, person, status, reason="as I saw it")
    pool(data, second)
    for laptop in (data, second):
        assert examined(laptop)["notes"]["conflicts"] == 1
        assert "1 things to settle" in command("doctor", "--data", laptop).out
    assert examined(data)["state_hash"] == examined(second)["state_hash"]


# Files that are not to be trusted
def refused(data: Path, *files: Path) -> dict[str, str]:
    """What a merge says of the files that it refuses, by name."""
    said = merge(data, *files)
    assert (said.code, said.err) == (1, "")
    for one in said.json["refused"]:
        assert one["words"]
    return {one["file"]: one["reason"] for one in said.json["refused"]}


def test_what_is_refused_is_said_and_the_rest_comes_in(
    data: Path, second: Path, tmp_path: Path
) -> None:
    pool(data, second)
    enrol(second, "From A Good File")
    good = write(second)
    holiday, cut = tmp_path / "holiday.jpg", tmp_path / "cut.bundle"
    holiday.write_bytes(b"\xff\xd8 a picture")
    cut.write_bytes(good.read_bytes()[:-100])
    said = merge(data, holiday, good, cut)
    assert said.code == 1
    reasons = {one["file"]: one["reason"] for one in said.json["refused"]}
    assert reasons["holiday.jpg"] == "NotABundle"
    assert set(reasons) == {"holiday.jpg", "cut.bundle"}
    assert (said.json["files"], said.json["new"]) == (1, 1)
    assert "From A Good File" in register(data)
    in_words = command("bundle", "merge", holiday, "--data", data)
    assert in_words.code == 1
    line = in_words.out.splitlines()[1]
    assert line.startswith("Refused: holiday.jpg: ")
    assert line.endswith(" [NotABundle]")
    words = words_for(NotABundle(file="holiday.jpg")).split("\n")[0]
    assert words in line


def test_news_of_another_centre_change_nothing(data: Path, centre: Centre, tmp_path: Path) -> None:
    state = examined(data)
    centre.enrolling.add_person("From Another Centre")
    centre.door.lock()
    file = tmp_path / "other.bundle"
    said = command(
        "bundle", "write", "--data", centre.folder, "--out", file,
        passphrase="seven geese over the canal",
    )  # fmt: skip
    assert said.code == 0
    assert refused(data, file) == {"other.bundle": OtherCentre.__name__}
    assert examined(data) == state


def test_every_flipped_byte_of_a_bundle_is_refused(
    data: Path, second: Path, tmp_path: Path
) -> None:
    news = write(second).read_bytes()
    state = examined(data)
    chance = random.Random(3)
    files = []
    for number in range(40):
        content = bytearray(news)
        content[chance.randrange(len(news))] ^= 1 << chance.randrange(8)
        files.append(tmp_path / f"{number}.bundle")
        files[-1].write_bytes(content)
    assert len(refused(data, *files)) == 40
    assert examined(data) == state


def test_a_laptop_that_nobody_here_knows_brings_its_own_admission(
    data: Path, second: Path, tmp_path: Path
) -> None:
    """The third joined at the second; the first hears of it from the third itself."""
    third = another(second, tmp_path / "third")
    enrol(third, "Far Away")
    merged(data, write(third))
    assert "Far Away" in register(data)
    assert len(listed(data)) == 3
    assert len({one["letters"] for one in listed(data)}) == 3


def test_asking_for_what_cannot_be(data: Path, tmp_path: Path) -> None:
    for words in (
        ("bundle", "merge", "--data", data),
        ("bundle", "merge", tmp_path / "missing", "--data", data),
        ("bundle", "write", "--data", data),
        ("bundle", "write", "--data", tmp_path / "missing", "--out", tmp_path / "news"),
    ):
        assert command(*words).code == 2
    assert not (tmp_path / "news").exists()
    assert not (tmp_path / "missing").exists()


def test_a_bundle_shows_nobodys_name(data: Path) -> None:
    content = write(data).read_bytes()
    names = register(data)
    assert names
    assert not [name for name in names if name.encode() in content]
