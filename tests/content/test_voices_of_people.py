"""How pretend people sound stands with them, and comes to the screens that speak."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.practice.scenario import WordId
from trainer_app.ui.practice.stage_screen import Material

NOT_A_PERSON = {"lucky-office", "fast-rooms", "easy-work"}


def test_everyone_in_the_common_world_has_a_voice_but_offices() -> None:
    people = LessonLibrary(places.lessons()).free_play("en").scenario.world.people
    assert {each.id for each in people if not each.voice} == NOT_A_PERSON


def test_a_person_says_a_message_in_their_own_voice() -> None:
    practice = LessonLibrary(places.lessons()).practice("call-family", "en")
    stage = practice.scenario.stages[0]
    material = Material(stage, practice.words, Path, practice.scenario.world.voices)
    word = WordId("world.people.grandfather")
    said = material.spoken(word, "grandfather")
    assert (said.text, said.voice, said.pitch) == ("Grandfather", "grandfather", "low")
    assert material.spoken(word, "mother").pitch == "high"
    assert material.spoken(word, "a-thing").pitch == ""


def test_another_voice_is_refused(tmp_path: Path) -> None:
    for name in ("_world", "_play"):
        leave_out = shutil.ignore_patterns("images")
        shutil.copytree(places.lessons() / name, tmp_path / name, ignore=leave_out)
    file = tmp_path / "_world" / "world.toml"
    text = file.read_text(encoding="utf-8").replace('voice = "high"', 'voice = "loud"', 1)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableLesson) as error:
        LessonLibrary(tmp_path).free_play("en")
    assert error.value.facts["key"] == "voice"
