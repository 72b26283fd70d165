"""Backups made, listed and put back by command."""

from __future__ import annotations

from pathlib import Path

import pytest
from centre_of_laptops import another, enrol, examined, listed, pool, register
from centres import bytes_in
from command_line import Said, command, words_for

from trainer_app.domain.errors import NoGoodSnapshot, SnapshotDamaged, UnreadableFile


def backup(what: str, data: Path, *words: str) -> Said:
    return command("backup", what, *words, "--data", data, "--json")


def test_a_backup_is_made_listed_and_put_back(data: Path) -> None:
    before = register(data)
    made = backup("now", data).json
    assert made["whole"]
    assert made["people"] == len(before)
    enrol(data, "Came After")
    second = backup("now", data).json
    assert second["people"] == made["people"] + 1
    listed_ones = backup("list", data).json["backups"]
    assert [one["name"] for one in listed_ones] == [second["name"], made["name"]]
    assert listed_ones == [second, made]
    said = backup("restore", data, made["name"])
    assert said.code == 0
    assert said.json["backup"] == made["name"]
    assert register(data) == before
    kept = data / said.json["kept_in"]
    assert {"centre.db", "keyring.json", "keyring-copy.json"} <= {
        one.name for one in kept.iterdir()
    }
    assert backup("restore", data).json["backup"] == second["name"]
    assert "Came After" in register(data)


def test_it_is_said_in_words(data: Path) -> None:
    said = command("backup", "now", "--data", data)
    name = said.out.split()[0]
    people = len(register(data))
    assert f"{people} people" in said.out
    lines = command("backup", "list", "--data", data).out.splitlines()
    assert lines[0] == said.out.strip()
    assert lines[-1] == "1 backups."
    first, second, last = command("backup", "restore", name, "--data", data).out.splitlines()
    assert first.startswith(f"Put back from {name}: ")
    assert "were brought along" in second
    assert last.startswith("which is kept in replaced/")


@pytest.mark.parametrize("name", ["no-such-backup", "../centre.db", "0000001-20260101T000000Z.db"])
def test_there_is_no_backup_of_that_name(data: Path, name: str) -> None:
    before = bytes_in(data)
    said = command("backup", "restore", name, "--data", data)
    assert (said.code, said.out) == (1, "")
    assert said.err == words_for(UnreadableFile(file=Path(name).name))
    assert bytes_in(data) == before


def test_without_any_backup_a_sound_centre_stays(data: Path) -> None:
    state = examined(data)
    said = command("backup", "restore", "--data", data)
    assert (said.code, said.err) == (1, words_for(NoGoodSnapshot(folder="snapshots")))
    assert examined(data) == state


def test_a_damaged_backup_is_named_and_not_put_back(data: Path) -> None:
    good = backup("now", data).json["name"]
    enrol(data, "Came After")
    bad = backup("now", data).json["name"]
    file = data / "snapshots" / bad
    file.write_bytes(file.read_bytes()[:-4096])
    found = {one["name"]: one["whole"] for one in backup("list", data).json["backups"]}
    assert found == {good: True, bad: False}
    assert "not whole" in command("backup", "list", "--data", data).out
    said = command("backup", "restore", bad, "--data", data)
    assert (said.code, said.err) == (1, words_for(SnapshotDamaged(file=bad)))
    assert "Came After" in register(data)
    assert backup("restore", data).json["backup"] == good


def test_a_laptop_that_was_put_back_goes_on_without_hurting_the_others(
    data: Path, tmp_path: Path
) -> None:
    second = another(data, tmp_path / "second")
    made = backup("now", data).json["name"]
    enrol(data, "Told The Other")
    pool(data, second)
    assert backup("restore", data, made).code == 0
    enrol(data, "After The Restore")
    assert "Told The Other" not in register(data)
    pool(data, second)
    for one in (data, second):
        assert {"Told The Other", "After The Restore"} <= register(one)
        assert examined(one)["notes"]["forked"] == []
    assert examined(data)["state_hash"] == examined(second)["state_hash"]
    assert len(listed(data)) == 3  # it goes on under a name of its own


def test_who_has_no_passphrase_makes_and_takes_nothing(data: Path) -> None:
    for words in (("backup", "now"), ("backup", "list"), ("backup", "restore")):
        assert command(*words, "--data", data, passphrase=" ").code == 3
        (data / "tries.json").unlink()
    assert not (data / "snapshots").exists()
