"""A registry in which every language is offered, also those whose words are still being written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from trainer_app import places
from trainer_app.i18n.languages import FILE, find_languages_in


@pytest.fixture
def all_offered(tmp_path: Path) -> Iterator[Path]:
    """The folder of the registry; the program's own is back afterwards."""
    words = (places.locales() / FILE).read_text(encoding="utf-8")
    (tmp_path / FILE).write_text(words.replace('"making"', '"draft"'), encoding="utf-8")
    find_languages_in(tmp_path)
    yield tmp_path
    find_languages_in(None)
