"""What the pretend phone and the pretend laptop refuse in practice.toml."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer_app.content.fields import Fields
from trainer_app.content.stages import read_stage
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.practice.desktop_stage import DesktopStage
from trainer_app.domain.practice.phone_stage import Move, PhoneStage, Standing
from trainer_app.domain.practice.scenario import Person, Stage, World

WORLD = World((Person("ana"), Person("me")))
BEGS = Move(
    "begs", (Standing("account", "warn-friends"),), (Standing("call", "answer"),), ("account",)
)
PHONE = """
id = "p"
kind = "phone"
people = ["ana"]

[[things]]
id = "call"
kind = "call"
needs = ["answer", "hang-up"]

[[things]]
id = "note"
kind = "message"
person = "ana"
needs = ["say"]
after = ["call"]

[[things]]
id = "account"
kind = "account"
offers = ["warn-friends", "new-account"]
needs = ["warn-friends"]

[[phrases]]
id = "hello"
to = ["call", "note"]
right = ["note"]

[[thief]]
id = "begs"
unless = ["account/warn-friends"]
undoes = ["call/answer"]
brings = ["account"]

[[goals]]
id = "all"

[[consequences]]
id = "oh"
when = "decline"
"""
DESKTOP = """
id = "d"
kind = "desktop"
stranger = "ana"

[[sites]]
id = "mail"
key = "sun"
offers = true

[[keys]]
id = "sun"

[[tasks]]
id = "read"
site = "mail"

[[goals]]
id = "not-kept"
wants = "not-kept"
of = ["mail"]

[[consequences]]
id = "oh"
when = "kept"
"""


def read(tmp_path: Path, text: str) -> Stage:
    path = tmp_path / "practice.toml"
    path.write_text(text, encoding="utf-8")
    return read_stage(Fields.of_file(path), WORLD)


def test_both_are_read(tmp_path: Path) -> None:
    phone = read(tmp_path, PHONE)
    assert isinstance(phone, PhoneStage)
    assert phone.thing("note").after == ("call",)
    assert phone.thief == (BEGS,)
    desktop = read(tmp_path, DESKTOP)
    assert isinstance(desktop, DesktopStage)
    assert [goal.wants for goal in desktop.goals] == ["not-kept"]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('"answer", "hang-up"', '"answer", "decline"', "toml-fields"),
        ('"answer", "hang-up"', '"unlink"', "toml-fields"),
        ('"answer", "hang-up"', '"dance"', "practice-ids"),
        ('right = ["note"]', "", "toml-fields"),
        ('right = ["note"]', 'right = ["gone"]', "practice-ids"),
        ('kind = "call"\n', 'kind = "call"\nafter = ["note"]\n', "practice-ids"),
        ('person = "ana"', 'person = "nobody"', "practice-ids"),
        ('person = "ana"', 'forwards = ["me"]', "practice-ids"),
        ('id = "all"', 'id = "all"\ndone = ["say"]', "toml-fields"),
        ('when = "decline"', 'when = "dance"', "toml-fields"),
        ('[[goals]]\nid = "all"', "", "practice-goals"),
        ('needs = ["warn-friends"]', 'needs = ["turn-on-two-step"]', "toml-fields"),
        ('"new-account"]', '"dance"]', "practice-ids"),
        ('"account/warn-friends"', '"account/answer"', "toml-fields"),
        ('"call/answer"', '"call"', "practice-ids"),
        ('brings = ["account"]', 'brings = ["note"]', "toml-fields"),
        ('brings = ["account"]', 'brings = ["gone"]', "practice-ids"),
    ],
)
def test_a_phone_that_cannot_be_is_refused(tmp_path: Path, old: str, new: str, rule: str) -> None:
    refused(tmp_path, PHONE, old, new, rule)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('key = "sun"', 'key = "moon"', "practice-ids"),
        ("offers = true", 'left_by = "ana"', "toml-fields"),
        ("offers = true", 'offers = true\nleft_by = "me"', "practice-ids"),
        ('site = "mail"', 'site = "wall"', "practice-ids"),
        ('stranger = "ana"', 'stranger = "nobody"', "practice-ids"),
        ('wants = "not-kept"', 'wants = "other-out"', "toml-fields"),
        ('wants = "not-kept"', 'wants = "done"', "practice-ids"),
        ('wants = "not-kept"', 'wants = "left"', "practice-ids"),
        ('when = "kept"', 'when = "lost"', "toml-fields"),
    ],
)
def test_a_laptop_that_cannot_be_is_refused(tmp_path: Path, old: str, new: str, rule: str) -> None:
    refused(tmp_path, DESKTOP, old, new, rule)


def refused(tmp_path: Path, text: str, old: str, new: str, rule: str) -> None:
    """Asserts that a text with this change in it breaks a rule."""
    assert old in text
    with pytest.raises(UnreadableLesson) as caught:
        read(tmp_path, text.replace(old, new))
    assert caught.value.facts["rule"] == rule
