"""Words for small stages that are made up within a test."""

from __future__ import annotations

from trainer_app.domain.blocks import Span
from trainer_app.domain.practice.scenario import PracticeWords, Said


def saying(language: str = "en", **texts: str) -> PracticeWords:
    """Words in which `stage__list__thing` has a text."""
    said = {key.replace("__", "."): Said((Span(text),)) for key, text in texts.items()}
    return PracticeWords(language, "founders", "draft", {}, said)
