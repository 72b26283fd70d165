"""What the systems tell of their batteries is read as it is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer_app import __version__
from trainer_app.services.this_laptop import (
    Battery,
    battery,
    free_mb,
    measure,
    of_power_status,
    parse_pmset,
    read_power_supply,
)

MAC = (
    "Now drawing from 'Battery Power'\n"
    " -InternalBattery-0 (id=4522083)\t57%; discharging; 3:21 remaining present: true\n"
)
MAC_FED = "Now drawing from 'AC Power'\n -InternalBattery-0\t100%; charged; 0:00 remaining\n"
DESKTOP = "Now drawing from 'AC Power'\n"


def supply(folder: Path, name: str, **files: str) -> None:
    (folder / name).mkdir()
    for file, words in files.items():
        (folder / name / file).write_text(words + "\n")


def test_linux_reads_the_battery_and_the_cable(tmp_path: Path) -> None:
    supply(tmp_path, "BAT0", type="Battery", capacity="61", status="Discharging")
    supply(tmp_path, "AC", type="Mains", online="0")
    assert read_power_supply(tmp_path) == Battery(61, False)
    (tmp_path / "AC" / "online").write_text("1\n")
    assert read_power_supply(tmp_path) == Battery(61, True)


def test_linux_two_batteries_give_their_average(tmp_path: Path) -> None:
    supply(tmp_path, "BAT0", type="Battery", capacity="20", status="Unknown")
    supply(tmp_path, "BAT1", type="Battery", capacity="61", status="Charging")
    assert read_power_supply(tmp_path) == Battery(40, True)


def test_linux_leaves_out_the_battery_of_a_mouse(tmp_path: Path) -> None:
    supply(tmp_path, "hidpp_0", type="Battery", scope="Device", capacity="5", status="Discharging")
    assert read_power_supply(tmp_path) == Battery(None, True)


@pytest.mark.parametrize("capacity", ["", "many", "-1"])
def test_linux_a_battery_without_a_level_is_none(tmp_path: Path, capacity: str) -> None:
    supply(tmp_path, "BAT0", type="Battery", capacity=capacity, status="Discharging")
    assert read_power_supply(tmp_path).percent is None


def test_linux_without_the_folder_has_no_battery(tmp_path: Path) -> None:
    assert read_power_supply(tmp_path / "none") == Battery(None, True)


def test_mac() -> None:
    assert parse_pmset(MAC) == Battery(57, False)
    assert parse_pmset(MAC_FED) == Battery(100, True)
    assert parse_pmset(DESKTOP) == Battery(None, True)
    assert parse_pmset("") == Battery(None, True)


def test_windows() -> None:
    assert of_power_status(0, 1, 83) == Battery(83, False)
    assert of_power_status(1, 8, 100) == Battery(100, True)
    assert of_power_status(1, 128, 255) == Battery(None, True)
    assert of_power_status(255, 255, 255) == Battery(None, True)
    assert of_power_status(0, 0, 255) == Battery(None, True)


def test_here_and_now(tmp_path: Path) -> None:
    state = measure(tmp_path, 1_700_000_000, ("nl", "ar"), people=2, lesson="safe")
    assert (state.clock, state.people, state.lesson) == (1_700_000_000, 2, "safe")
    assert state.languages == ("ar", "nl")
    assert state.program == __version__
    assert state.free_mb > 0
    assert (state.battery, state.plugged) == (battery().percent, battery().plugged)


def test_a_disk_that_is_gone_has_no_room(tmp_path: Path) -> None:
    assert free_mb(tmp_path / "gone" / "away") == 0
