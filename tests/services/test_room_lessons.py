"""A lesson made on the trainer's laptop comes over to the others, and can be taught there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from centre_on_laptops import Machines
from little_lesson import AUTHOR, ID, LABEL, STRANGER, files
from room_of_laptops import InRoom, Room
from wires import until

from trainer_app.bundles.packs.placing import lay_out
from trainer_app.bundles.packs.writing import packed, packed_for_room
from trainer_app.content.own import own_text
from trainer_app.domain.errors import HarmfulLesson, NotAPack, NothingNewer, PlaceTaken
from trainer_app.domain.lessons import Own

FOLDER = f"{LABEL.number:02d}-{ID}"


def makes(laptop: InRoom, changes: Mapping[str, bytes] | None = None) -> Path:
    """The little lesson as its author's own work on this laptop."""
    folder = laptop.door.folder / "lessons" / FOLDER
    lay_out(folder, {**files(), **(changes or {})})
    own = Own("", 0, "Rosa", AUTHOR.public.sign_hex, made_here=True)
    (folder / "own.toml").write_text(own_text(own), encoding="utf-8")
    laptop.library.refresh()
    return folder


def test_it_comes_over_to_laptops_and_guests_that_lack_it(machines: Machines, room: Room) -> None:
    host, laptop = room.centre(2)
    makes(host)
    host.hosting.open(None)
    laptop.goes_to(host)
    guest = room.guest()
    guest.attaching.join(host.hosting.code(), host.address)
    for one in (laptop, guest):
        assert until(lambda one=one: "own-lessons" in one.topics, 60)  # type: ignore[misc]
        assert one.library.words(ID, "en").pages
        assert one.library.practice(ID, "en").scenario.stages
    assert until(lambda: all(one.state and not one.state.missing for one in host.hosting.laptops()))
    # On a laptop of the centre it stays, on a guest's only for the evening.
    assert (laptop.door.folder / "lessons" / FOLDER / "lesson.toml").is_file()
    assert not (guest.door.folder / "lessons").exists()
    guest.attaching.leave()
    assert until(lambda: ID not in {each.id for each in guest.library.lessons})


def test_what_its_author_changed_comes_over_in_a_new_version(
    machines: Machines, room: Room
) -> None:
    host, laptop = room.centre(2)
    makes(host)
    assert [one.version for one in host.lessons.offers()] == [1]
    assert [one.version for one in host.lessons.offers()] == [1]
    offers = host.lessons.offers()
    assert laptop.lessons.wanted(offers) == (ID,)
    pack = host.lessons.pack(ID)
    assert pack is not None
    assert laptop.lessons.take_in(pack) == ID
    assert laptop.lessons.wanted(offers) == ()
    with pytest.raises(NothingNewer):
        laptop.lessons.take_in(pack)
    makes(host, {"en/words.md": files()["en/words.md"].replace(b"made of", b"baked with")})
    offers = host.lessons.offers()
    assert [one.version for one in offers] == [2]
    assert laptop.lessons.wanted(offers) == (ID,)
    newer = host.lessons.pack(ID)
    assert newer is not None
    laptop.lessons.take_in(newer)
    assert laptop.library.lesson(ID).version == 2
    # Who has the newer one asks an older room for nothing.
    assert laptop.lessons.wanted([replace(offers[0], version=1)]) == ()


def test_what_was_made_here_or_by_another_stays(machines: Machines, room: Room) -> None:
    host, laptop = room.centre(2)
    makes(laptop)
    newer = packed_for_room(replace(LABEL, version=2, key=AUTHOR.public.sign_hex), files(version=2))
    with pytest.raises(PlaceTaken):
        laptop.lessons.take_in(newer)
    assert host.lessons.take_in(newer) == ID
    another = replace(LABEL, version=3, key=STRANGER.public.sign_hex)
    with pytest.raises(PlaceTaken):
        host.lessons.take_in(packed_for_room(another, files(version=3)))
    assert host.library.lesson(ID).version == 2


def test_a_bundled_lesson_is_never_replaced(machines: Machines, room: Room) -> None:
    host, _ = room.centre(2)
    label = replace(LABEL, lesson="sign-in-and-out", number=1)
    with pytest.raises(PlaceTaken):
        host.lessons.take_in(packed_for_room(label, files("sign-in-and-out")))


def test_it_is_looked_at_like_any_file_from_a_stranger(machines: Machines, room: Room) -> None:
    host, _ = room.centre(2)
    harmful = {**files(), "en/pages.md": files()["en/pages.md"] + b"\n<script>x</script>\n"}
    with pytest.raises(HarmfulLesson):
        host.lessons.take_in(packed_for_room(LABEL, harmful))
    with pytest.raises(NotAPack):  # one with a signature is a file, and goes another way
        host.lessons.take_in(packed(LABEL, files(), AUTHOR))
    assert ID not in {each.id for each in host.library.lessons}
