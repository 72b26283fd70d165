"""How long it takes from pressing “Read aloud” to the first word."""

from __future__ import annotations

from queue import SimpleQueue

from benchmarks.measuring import Figure, compare
from trainer_app.domain.speaking import Utterance, stretches
from trainer_app.services.speaking import Speaker
from trainer_app.speech.espeak import Espeak

_TEXT = (
    "You write for your sister. But other people may see it too. "
    "All the people who can see a post are its audience. Before each post, ask who will see it."
)


def figures(rounds: int) -> list[Figure]:
    """The first word, with a helper that runs and with one to be started, beside bare synthesis."""
    espeak, speaker = Espeak(), Speaker()

    def synthesis() -> None:
        espeak.say(stretches(_TEXT, "en")[0])

    def first_word() -> None:
        told: SimpleQueue[int] = SimpleQueue()
        speaker.say(Utterance(_TEXT, "en"), lambda start, _length: told.put(start), lambda _: None)
        told.get()

    first_word()
    running = compare(
        "first word read aloud",
        first_word,
        "its first sentence synthesized",
        synthesis,
        rounds=rounds,
        before=speaker.stop,
    )
    started = compare(
        "first word after a start",
        first_word,
        "its first sentence synthesized",
        synthesis,
        rounds=rounds,
        before=speaker.close,
    )
    speaker.close()
    return [running, started]
