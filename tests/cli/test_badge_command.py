"""Checking a badge from the command line, with nothing but the file."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from centres import PASSPHRASE, Centre
from command_line import command

from trainer_app.domain.funding.badges import Alignment, Badge, achievement_id, random_id
from trainer_app.exports.badge import write
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.services.pack_offers import code_of

KEYS = PrivateKeys(bytes(range(32)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    badge = Badge(
        random_id(), random_id(), achievement_id("key", "course", None), "Canal House", "Course",
        "First steps", "I can open a post.", "All lessons passed.", "en",
        datetime(2026, 1, 13, 9, 50, tzinfo=UTC), (Alignment("2.2", "Sharing (basic)"),),
    )  # fmt: skip
    found = tmp_path / "badge.json"
    found.write_text(write(badge, KEYS.public.sign, KEYS.sign), "utf-8")
    return found


def test_a_badge_says_who_what_for_and_when(file: Path) -> None:
    said = command("badge", "verify", file)
    assert said.code == 0
    first, *lines = said.out.splitlines()
    assert first.startswith("This badge is valid. ")
    plain = "\n".join(lines).replace("\u2068", "").replace("\u2069", "")
    assert "Given by: Canal House" in plain
    assert f"Key: {code_of(KEYS.public.sign_hex)}" in plain
    assert "For: First steps" in plain
    assert "13 January 2026" in plain
    assert "(DigComp 3.0): 2.2" in plain
    assert [one.name for one in file.parent.iterdir()] == ["badge.json"]


def test_the_same_for_programs(file: Path) -> None:
    said = command("badge", "verify", file, "--json")
    assert said.json["verdict"] == "valid"
    assert said.json["issuer"] == "Canal House"
    assert said.json["key"].startswith("did:key:z6Mk")
    assert said.json["standing"] is None


def test_a_changed_badge_is_a_finding(file: Path) -> None:
    document = json.loads(file.read_text("utf-8"))
    document["name"] = "Doctor of medicine"
    file.write_text(json.dumps(document), "utf-8")
    said = command("badge", "verify", file)
    assert said.code == 1
    assert said.out.startswith("This badge was changed. ")
    assert "Doctor" not in said.out


@pytest.mark.parametrize("content", [b"", b"hello", b"\x89PNG\r\n\x1a\n", b"\xff\xfe", b"{}"])
def test_another_file_is_no_badge(tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(content)
    said = command("badge", "verify", other, "--json")
    assert (said.code, said.json["verdict"]) == (1, "no-badge")


def test_a_file_that_is_not_there_is_usage(tmp_path: Path) -> None:
    assert command("badge", "verify", tmp_path / "none.json").code == 2


def test_with_a_centre_it_says_whether_the_badge_is_theirs(file: Path, centre: Centre) -> None:
    centre.door.lock()
    said = command(
        "badge", "verify", file, "--data", centre.folder, "--json", passphrase=PASSPHRASE
    )
    assert (said.code, said.json["standing"]) == (0, "other")
    assert said.json["text"].endswith("The name is what the badge itself says.")


def test_a_wrong_passphrase_tells_nothing(file: Path, centre: Centre) -> None:
    centre.door.lock()
    said = command("badge", "verify", file, "--data", centre.folder, passphrase="no such thing")
    assert (said.code, said.out) == (3, "")
