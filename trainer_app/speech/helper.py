"""The speaking helper: a process of its own that reads requests and says them.

It is the program itself with a hidden sub-command, so that it also works packaged, and knows
nothing but what comes through its pipe: no file, no store, no window. Its requests: `say` (id,
text, language, voice, pitch, speed), `play` (id, sound: a recording in base64, words: start, length
and moment of each), `listen` (id; see `listening`), `stop`, `quit`. What it answers: `sound`
(there), once; for each `say` and `play` `began`, `word` (start, length) in time with the sound, and
`ended` (how).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from io import BufferedReader, BufferedWriter, FileIO
from pathlib import Path
from typing import BinaryIO

from trainer_app.speech import frames
from trainer_app.speech.answers import Answers
from trainer_app.speech.ear import Ear, FromFile, Microphone
from trainer_app.speech.listening import Listening
from trainer_app.speech.mouth import Mouth

WITHOUT_SOUND = "--without-sound"
HEARING = "--hearing"


def main(arguments: Sequence[str]) -> None:
    """Serve until the pipe closes or `quit` comes; never returns.

    For tests and figures `--without-sound N`: let words pass N times as fast as they are said;
    `--hearing FILE`: hear what a WAV file holds instead of a microphone.
    """
    given = dict(zip(arguments[::2], arguments[1::2], strict=False))
    pace = float(given[WITHOUT_SOUND]) if WITHOUT_SOUND in given else None
    ear: Callable[[], Ear] = (
        partial(FromFile, Path(given[HEARING])) if HEARING in given else Microphone
    )
    requests, stream = _own_pipes()
    answers = Answers(stream)
    mouth, listening = Mouth(answers, pace), Listening(answers, ear)
    while _obey(mouth, listening, frames.read(requests)):
        pass
    # A device that hangs must not keep the process.
    os._exit(0)


def _obey(mouth: Mouth, listening: Listening, request: frames.Message | None) -> bool:
    """Do what is asked; False at the end."""
    if request is None or request["kind"] == "quit":
        return False
    if request["kind"] in ("say", "play"):
        mouth.say(request)
    elif request["kind"] == "listen":
        listening.listen(request["id"])
    else:
        mouth.stop()
        listening.stop()
    return True


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes; what a library prints by itself goes nowhere, not between the frames."""
    requests = BufferedReader(FileIO(os.dup(sys.stdin.fileno()), "rb"))
    answers = BufferedWriter(FileIO(os.dup(sys.stdout.fileno()), "wb"))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    return requests, answers
