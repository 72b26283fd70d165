"""The packaged program speaks: its library and its data are inside (`make test-all`)."""

from __future__ import annotations

from pathlib import Path
from queue import SimpleQueue

import pytest

from trainer_app.domain.speaking import Utterance, words
from trainer_app.services.speaking import Speaker
from trainer_app.speech.helper import WITHOUT_SOUND
from trainer_app.speech.voices import voices

PROGRAM = Path(__file__).parents[2] / "dist" / "trainer-app" / "trainer-app"
TEXT = "Plaza 2026"

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("bundle")]


def test_the_bundle_says_every_language() -> None:
    assert PROGRAM.is_file(), "there is no bundle: run `make bundle` first"
    speaker = Speaker([str(PROGRAM), "--speak", WITHOUT_SOUND, "50"])
    for language in sorted(voices()):
        told: SimpleQueue[object] = SimpleQueue()
        speaker.say(
            Utterance(TEXT, language), lambda start, _, told=told: told.put(start), told.put
        )
        heard = [told.get(timeout=30) for _ in range(3)]
        assert heard == [*(word.start for word in words(TEXT)), "said"], language
    speaker.close()
