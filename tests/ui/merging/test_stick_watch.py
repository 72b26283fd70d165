"""Sticks put in and taken out are noticed, and only what is a stick counts as one."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from trainer_app.ui.sticks import FOLDER, StickWatch, Volume, is_stick, news_on, plugged_in


@pytest.fixture
def media(tmp_path: Path) -> Path:
    """A folder that holds the sticks that are in."""
    place = tmp_path / "media"
    place.mkdir()
    return place


@pytest.fixture
def watch(media: Path) -> StickWatch:
    return StickWatch(lambda: list(media.iterdir()), every_ms=1)


def test_a_stick_that_is_put_in_and_taken_out_is_noticed(qtbot: QtBot, media, watch):
    watch.start()
    with qtbot.waitSignal(watch.appeared) as came:
        (media / "KINGSTON").mkdir()
    assert came.args == [media / "KINGSTON"]
    assert watch.sticks == (media / "KINGSTON",)
    with qtbot.waitSignal(watch.gone) as went:
        (media / "KINGSTON").rmdir()
    assert went.args == [media / "KINGSTON"]
    assert watch.sticks == ()


def test_each_stick_is_said_once(qtbot: QtBot, media, watch):
    (media / "one").mkdir()
    seen: list[Path] = []
    watch.appeared.connect(seen.append)
    watch.start()
    with qtbot.waitSignal(watch.appeared):
        (media / "two").mkdir()
    for _ in range(3):
        watch.look()
    assert seen == [media / "one", media / "two"]


def test_a_stick_changed_for_another_goes_before_the_other_comes(media, watch):
    (media / "old").mkdir()
    watch.look()
    said: list[str] = []
    watch.appeared.connect(lambda stick: said.append(f"in {stick.name}"))
    watch.gone.connect(lambda stick: said.append(f"out {stick.name}"))
    (media / "old").rename(media / "new")
    watch.look()
    assert said == ["out old", "in new"]


def test_nothing_is_noticed_after_the_stop_and_all_of_it_at_the_next_start(
    qtbot: QtBot, media, watch
):
    (media / "one").mkdir()
    watch.start()
    watch.stop()
    with qtbot.assertNotEmitted(watch.appeared, wait=20):
        (media / "two").mkdir()
    with qtbot.waitSignals([watch.appeared, watch.appeared]):
        watch.start()


def test_whoever_stops_at_the_first_stick_hears_of_no_second(media, watch):
    (media / "one").mkdir()
    (media / "two").mkdir()
    seen: list[Path] = []
    watch.appeared.connect(lambda stick: (seen.append(stick), watch.stop()))
    watch.start()
    assert seen == [media / "one"]


@pytest.mark.parametrize(
    ("platform", "volume", "stick"),
    [
        ("linux", Volume("/media/ana/KINGSTON", "vfat", True), True),
        ("linux", Volume("/run/media/ana/NEWS", "exfat", True), True),
        ("linux", Volume("/mnt/usb", "vfat", True), True),
        ("linux", Volume("/mediathek/films", "ext4", True), False),
        ("linux", Volume("/", "ext4", True), False),
        ("linux", Volume("/home", "ext4", True), False),
        ("linux", Volume("/media/ana/DVD", "iso9660", False), False),
        ("linux", Volume("/mnt/server", "nfs4", True), False),
        ("linux", Volume("/mnt/far", "fuse.sshfs", True), False),
        ("linux", Volume("/mnt/windows", "fuseblk", True), True),
        ("linux", Volume("/run/media/memory", "tmpfs", True), False),
        ("darwin", Volume("/Volumes/KINGSTON", "msdos", True), True),
        ("darwin", Volume("/", "apfs", True), False),
        ("darwin", Volume("/System/Volumes/Data", "apfs", True), False),
        ("darwin", Volume("/Volumes/share", "smbfs", True), False),
        ("win32", Volume("E:/", "FAT32", True, removable=True), True),
        ("win32", Volume("C:/", "NTFS", True), False),
        ("win32", Volume("E:/", "FAT32", False, removable=True), False),
        ("win32", Volume("//server/share/", "NTFS", True, removable=True), False),
    ],
)
def test_what_counts_as_a_stick(platform, volume, stick):
    assert is_stick(volume, platform) is stick


def test_the_volumes_of_this_computer_can_be_asked_for():
    assert Path("/") not in plugged_in()


def test_the_news_on_a_stick_are_the_bundles_in_our_folder(media):
    folder = media / FOLDER
    folder.mkdir()
    for name in ("B.bundle", "A.bundle", "._A.bundle", "notes.txt", ".bundle"):
        (folder / name).write_bytes(b"")
    (media / "C.bundle").write_bytes(b"")
    assert [one.name for one in news_on(media)] == ["A.bundle", "B.bundle"]


def test_a_stick_without_our_folder_or_gone_by_now_has_no_news(media):
    assert news_on(media) == []
    assert news_on(media / "gone") == []
