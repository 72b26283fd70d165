"""What a laptop remembers of its screens and lessons, and what of a spoilt file it does not."""

from __future__ import annotations

import json
from pathlib import Path

from trainer_app.services.preferences import FILE, PreferencesFile


def test_screens_and_slides_are_remembered(tmp_path: Path) -> None:
    PreferencesFile(tmp_path).change(slides_on={"one two": "two"}, stopped_at={"lock": "page/a/1"})
    again = PreferencesFile(tmp_path).now
    assert again.slides_on == {"one two": "two"}
    assert again.stopped_at == {"lock": "page/a/1"}


def test_only_words_are_taken_from_a_file_and_not_without_end(tmp_path: Path) -> None:
    many = {str(number): "x" for number in range(100)}
    spoilt = {"slides_on": {"a": 1, "b": "two"}, "stopped_at": many, "scale": 150}
    (tmp_path / FILE).write_text(json.dumps(spoilt), encoding="utf-8")
    found = PreferencesFile(tmp_path).now
    assert found.slides_on == {"b": "two"}
    assert list(found.stopped_at) == [str(number) for number in range(60, 100)]
    assert found.scale == 150
