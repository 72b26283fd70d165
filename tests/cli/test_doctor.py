"""What the doctor finds in a data folder that somebody meddled with, and what it mends."""

from __future__ import annotations

from pathlib import Path

import pytest
from centres import bytes_in
from command_line import Said, command, raw, words_for

from trainer_app.domain.errors import KeyringDamaged


def doctor(data: Path) -> Said:
    return command("doctor", "--data", data, "--json")


def meddle(data: Path, *statements: str) -> None:
    """Change the file through its own key, as no program of ours would."""
    connection = raw(data)
    for statement in statements:
        assert connection.execute(statement).rowcount != 0
    connection.close()


def counted(data: Path) -> dict[str, int]:
    connection = raw(data)
    tables = ("events", "people", "courses", "sessions", "attendance", "sittings")
    found = {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables
    }
    connection.close()
    return found


def test_a_sound_folder_has_no_findings(data: Path) -> None:
    said = doctor(data)
    assert said.code == 0
    assert said.err == ""
    assert said.json["findings"] == said.json["mended"] == []
    assert said.json["counts"] == counted(data)
    again = doctor(data).json
    assert again["state_hash"] == said.json["state_hash"]
    assert command("doctor", "--data", data).out.startswith("0 findings. In the folder: ")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE people SET name = 'Somebody Else' WHERE number = 'A3'",
        "UPDATE attendance SET status = 'present' WHERE status = 'absent'",
        "DELETE FROM attendance WHERE status = 'present'",
        "INSERT INTO pictures VALUES ('nobody', 'sun')",
    ],
)
def test_a_table_that_is_not_what_the_log_says_is_mended(data: Path, statement: str) -> None:
    sound = doctor(data).json
    meddle(data, statement)
    said = doctor(data)
    assert said.code == 1
    assert said.json["findings"] == said.json["mended"] == ["stale-tables"]
    assert said.json["state_hash"] == sound["state_hash"]
    assert doctor(data).json == sound


BROKEN = {
    "changed": (
        "UPDATE events SET body = json_set(body, '$.status', 'present')"
        " WHERE kind = 'attendance-marked' AND json_extract(body, '$.status') = 'absent'"
    ),
    "taken away": "DELETE FROM events WHERE seq = 9",
    "other hand": "UPDATE events SET by = NULL WHERE seq = 9",
    "other hash": "UPDATE events SET hash = substr(hash, 2) || substr(hash, 1, 1) WHERE seq = 9",
    "other time": "UPDATE events SET clock = clock + 1 WHERE seq = 9",
}


@pytest.mark.parametrize("way", BROKEN)
def test_a_log_that_somebody_changed_is_found_and_stays_found(data: Path, way: str) -> None:
    meddle(data, BROKEN[way])
    for _ in range(2):
        said = doctor(data)
        assert said.code == 1
        assert "broken-chain" in said.json["findings"]
        assert "broken-chain" not in said.json["mended"]


def test_findings_are_said_in_words(data: Path) -> None:
    meddle(data, BROKEN["changed"])
    first, second, last = command("doctor", "--data", data).out.splitlines()
    assert first == "Events were changed or taken away after they were written. [broken-chain]"
    assert second.endswith("It is mended. [stale-tables]")
    assert last.startswith("2 findings.")


def flip(data: Path, place: float) -> None:
    content = bytearray((data / "centre.db").read_bytes())
    content[int(place * len(content))] ^= 0x01
    (data / "centre.db").write_bytes(content)


@pytest.mark.parametrize("place", [0.0, 0.2, 0.5, 0.8, 0.999])
def test_a_damaged_file_is_said_and_left_as_it_is(data: Path, place: float) -> None:
    flip(data, place)
    before = bytes_in(data)
    said = doctor(data)
    assert (said.code, said.err) == (1, "")
    assert said.json["findings"] == ["damaged-file"]
    damage = said.json["damage"]
    # Without the sixteen bytes that the file begins with no page can be opened.
    assert damage["damaged"] == (1 if place else damage["pages"])
    assert damage["snapshot"] is None
    assert damage["can_mend"] is (place > 0)
    assert bytes_in(data) == before


def test_a_damaged_file_is_put_back_from_a_backup_and_what_came_later(
    data: Path, roster: Path
) -> None:
    sound = doctor(data).json
    made = command("backup", "now", "--data", data, "--json").json
    assert command("roster", "import", roster, "--data", data).code == 0
    with_people = doctor(data).json
    flip(data, 0.02)
    found = doctor(data).json["damage"]
    assert found["snapshot"] == made["name"]
    assert 0 < found["later"] <= 25
    in_words = command("doctor", "--data", data).out
    assert in_words.startswith("The centre's file is damaged.")
    assert f"The newest whole backup is {made['name']}." in in_words
    put_back = command("backup", "restore", "--data", data, "--json")
    assert put_back.code == 0
    assert (put_back.json["backup"], put_back.json["brought"]) == (made["name"], found["later"])
    assert (data / put_back.json["kept_in"] / "centre.db").is_file()
    after = doctor(data)
    assert after.code == 0
    people = after.json["counts"]["people"]
    assert sound["counts"]["people"] < people <= with_people["counts"]["people"]


def test_a_file_that_was_taken_away_is_put_back(data: Path) -> None:
    sound = doctor(data).json
    command("backup", "now", "--data", data)
    (data / "centre.db").unlink()
    assert doctor(data).json["damage"]["damage"] == "missing"
    assert command("backup", "restore", "--data", data).code == 0
    assert doctor(data).json["counts"]["people"] == sound["counts"]["people"]


def test_damage_where_nothing_is_kept_is_a_finding_too(data: Path) -> None:
    meddle(data, "CREATE TABLE old AS SELECT * FROM events", "DROP TABLE old")
    content = bytearray((data / "centre.db").read_bytes())
    content[-100] ^= 0x01
    (data / "centre.db").write_bytes(content)
    said = doctor(data)
    assert said.code == 1
    assert said.json["findings"] == ["damaged-file"]


@pytest.mark.parametrize("name", ["keyring.json", "keyring-copy.json"])
def test_a_damaged_copy_of_the_keyring_is_made_from_the_other(data: Path, name: str) -> None:
    sound = bytes_in(data)
    (data / name).write_bytes(sound[name][:-9])
    said = doctor(data)
    assert said.code == 1
    assert said.json["findings"] == said.json["mended"] == ["damaged-keyring"]
    assert bytes_in(data)[name] == sound[name]
    assert doctor(data).code == 0


def test_no_whole_keyring_is_said_in_words(data: Path) -> None:
    for name in ("keyring.json", "keyring-copy.json"):
        (data / name).write_bytes(b"{}")
    before = bytes_in(data)
    said = doctor(data)
    assert (said.code, said.out) == (1, "")
    assert said.err == words_for(KeyringDamaged(file="keyring.json"))
    assert bytes_in(data) == before


def test_what_was_never_finished_is_taken_away_and_other_files_are_not(data: Path) -> None:
    ours = [
        "beginning.new.new", "centre.db.new", "invitation.new", "invitation.new.new",
        "keyring.json.new", "tries.json.new",
    ]  # fmt: skip
    for name in [*ours, "holiday.tmp", "notes.new"]:
        (data / name).write_bytes(b"half")
    (data / "joining.new").mkdir()
    (data / "joining.new" / "centre.db").write_bytes(b"half")
    said = doctor(data)
    assert (said.code, said.json["findings"]) == (0, [])
    assert said.json["notes"]["removed"] == sorted([*ours, "joining.new"])
    left = {one.name for one in data.iterdir()}
    assert left >= {"holiday.tmp", "notes.new", "centre.db"}
    assert not left & {*ours, "joining.new"}
    assert doctor(data).json["notes"]["removed"] == []


def test_a_lock_that_nobody_holds_is_no_finding(data: Path) -> None:
    (data / "in-use.lock").write_bytes(b"")
    assert doctor(data).code == 0
