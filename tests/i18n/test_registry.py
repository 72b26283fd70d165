"""Which languages there are stands in one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer_app import places
from trainer_app.i18n import language, languages, own_name, own_names, runs_from_right, speaks, use
from trainer_app.i18n.languages import FILE, find_languages_in, read_languages

OURS = read_languages(places.locales() / FILE)
MADE_UP = """
[[language]]
code = "qaa"
name = "Qaaish"
direction = "rtl"
plurals = "nplurals=1; plural=0;"
state = "{state}"
{more}
"""


def registry(folder: Path, state: str = "draft", more: str = "") -> Path:
    ours = (places.locales() / FILE).read_text(encoding="utf-8")
    (folder / FILE).write_text(ours + MADE_UP.format(state=state, more=more), encoding="utf-8")
    return folder


def test_english_comes_first_and_no_language_twice() -> None:
    codes = [one.code for one in OURS]
    assert codes[0] == "en"
    assert len(codes) == len(set(codes))


def test_all_eight_are_there_with_their_names() -> None:
    names = {one.code: one.own_name for one in OURS}
    assert [names[code] for code in ("en", "nl", "fr", "es", "ar", "fa", "tr", "uk")] == [
        "English", "Nederlands", "Français", "Español", "العربية", "فارسی", "Türkçe", "Українська",
    ]  # fmt: skip


@pytest.mark.parametrize("one", OURS, ids=lambda one: one.code)
def test_directions_are_those_of_the_scripts(one) -> None:
    assert one.right_to_left == runs_from_right(one.code)


def test_a_language_in_the_making_is_not_offered(tmp_path: Path) -> None:
    for state, offered in (("making", False), ("draft", True), ("reviewed", True)):
        find_languages_in(registry(tmp_path, state))
        assert ("qaa" in [one.code for one in languages()]) is offered
        assert speaks("qaa") is offered
        assert own_name("qaa") == "Qaaish"
        assert own_names()["qaa"] == "Qaaish"
        if not offered:
            with pytest.raises(KeyError):
                use("qaa")
    assert language("qaa").right_to_left
    find_languages_in(None)
    assert not speaks("qaa")


def test_nothing_is_no_language() -> None:
    assert not speaks(None)
    assert not speaks("")
    assert not speaks("tlh")


def test_a_folder_without_a_registry_has_the_program_s_own(tmp_path: Path) -> None:
    before = languages()
    find_languages_in(tmp_path)
    assert languages() == before


@pytest.mark.parametrize(
    ("state", "more"),
    [("ready", ""), ("draft", 'digits = "roman"'), ("draft", 'calendar = "maya"')],
)
def test_a_broken_registry_is_refused(tmp_path: Path, state: str, more: str) -> None:
    with pytest.raises(ValueError):
        read_languages(registry(tmp_path, state, more) / FILE)
