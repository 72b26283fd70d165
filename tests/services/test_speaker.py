"""Speaking through the real helper and its real pipe, and what happens when it breaks."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from trainer_app.domain.speaking import Utterance, words
from trainer_app.services.speaking import Speaker
from trainer_app.speech.helper import WITHOUT_SOUND
from trainer_app.speech.line import HelperGone, Line, command

FAST = [*command(), WITHOUT_SOUND, "60"]
SLOWLY = [*command(), WITHOUT_SOUND, "4"]
TEXT = "Only my friends can see this photo."
LONG = "one two three four five six seven eight nine ten " * 20
PATIENCE = 20


class Listener:
    """Asks a speaker, and takes what it tells in order."""

    def __init__(self, speaker: Speaker) -> None:
        self.speaker = speaker
        self.told: SimpleQueue[object] = SimpleQueue()

    def say(self, text: str, language: str = "en", voice: str = "") -> None:
        self.speaker.say(
            Utterance(text, language, voice),
            lambda start, length: self.told.put(text[start : start + length]),
            self.told.put,
        )

    def next(self) -> object:
        return self.told.get(timeout=PATIENCE)

    def rest(self) -> list[object]:
        """All that is told until an end."""
        found = [self.next()]
        while found[-1] not in ("said", "stopped", "failed"):
            found.append(self.next())
        return found


@pytest.fixture
def fast() -> Iterator[Listener]:
    yield from listening(Speaker(FAST))


@pytest.fixture
def slow() -> Iterator[Listener]:
    yield from listening(Speaker(SLOWLY))


def listening(speaker: Speaker) -> Iterator[Listener]:
    yield Listener(speaker)
    speaker.close()
    assert speaker.helper is None


def said(text: str) -> list[object]:
    return [*(text[word.start : word.start + word.length] for word in words(text)), "said"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", TEXT), ("nl", "Alleen mijn vrienden."), ("ar", "أرسلت @amina_k رسالة. نعم؟")],
)
def test_every_word_is_told_without_a_sound_device(fast, language, text):
    assert fast.speaker.sound is None
    fast.say(text, language)
    assert fast.rest() == said(text)
    assert fast.speaker.sound is False


def test_nothing_is_started_before_something_is_said():
    assert Speaker(FAST).helper is None


def test_a_second_text_stops_the_first(slow):
    slow.say(LONG)
    assert slow.next() == "one"
    slow.say("Hello")
    assert slow.rest()[-1] == "stopped"
    assert slow.rest() == said("Hello")


def test_stopping_tells_no_word_any_more(slow):
    slow.say(LONG)
    assert slow.next() == "one"
    slow.speaker.stop()
    assert slow.rest()[-1] == "stopped"
    slow.say("Hello")
    assert slow.rest() == said("Hello")


def test_a_helper_that_dies_in_a_sentence_is_started_again(slow):
    slow.say(LONG)
    assert slow.next() == "one"
    first = slow.speaker.helper
    assert first is not None
    os.kill(first, signal.SIGTERM)
    assert slow.rest()[-1] == "failed"
    slow.say("Hello")
    assert slow.rest() == said("Hello")
    assert slow.speaker.helper not in (None, first)


def test_closing_ends_the_helper(slow):
    slow.say(LONG)
    assert slow.next() == "one"
    helper = slow.speaker.helper
    assert helper is not None
    slow.speaker.close()
    with pytest.raises(ProcessLookupError):
        os.kill(helper, 0)
    slow.say("Hello")
    assert slow.rest() == ["stopped"]
    assert slow.rest() == said("Hello")


def test_a_language_without_a_voice_fails_at_once(fast):
    fast.say("Salaan", "so")
    assert fast.rest() == ["failed"]
    assert "so" not in fast.speaker.languages
    assert fast.speaker.helper is None


def test_a_text_without_words_is_said_at_once(fast):
    fast.say("…")
    assert fast.rest() == ["said"]


@pytest.mark.parametrize(
    "starting",
    [
        ["no-such-program-anywhere"],
        [sys.executable, "-c", ""],
        [sys.executable, "-c", "print('this is no answer', flush=True); input()"],
        [sys.executable, "-c", "import sys; sys.stdin.read()"],
    ],
    ids=["missing", "ends", "babbles", "hangs"],
)
def test_a_broken_helper_fails_and_never_hangs(starting):
    listener = Listener(Speaker(starting, patience=0.5))
    listener.say("Hello")
    assert listener.rest() == ["failed"]
    listener.say("Hello")
    assert listener.rest() == ["failed"]
    listener.speaker.close()


def test_a_helper_that_cannot_be_started_says_so():
    with pytest.raises(HelperGone):
        Line(["no-such-program-anywhere"], lambda _: None, lambda _: None)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks into /proc")
def test_what_is_said_is_in_no_argument_surrounding_or_file(slow, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    slow.say("Xylophonia " * 50)
    assert slow.next() == "Xylophonia"
    helper = Path(f"/proc/{slow.speaker.helper}")
    for name in ("cmdline", "environ"):
        assert b"Xylophonia" not in (helper / name).read_bytes()
    opened = {str(one.readlink()) for one in (helper / "fd").iterdir()}
    assert not {name for name in opened if not name.startswith(("pipe:", "/dev/null", "anon"))}
    assert not list(tmp_path.iterdir())


def test_nothing_that_was_said_is_kept(fast):
    fast.say("".join(["Xylo", "phonia"]))
    assert fast.rest()[-1] == "said"
    gc.collect()
    kept = [one for one in gc.get_objects() if isinstance(one, dict) and "text" in one]
    assert not [one for one in kept if one["text"] == "Xylophonia"]
    assert not [one for one in gc.get_objects() if isinstance(one, Utterance)]
