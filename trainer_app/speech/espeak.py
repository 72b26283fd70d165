"""espeak-ng by ctypes: text in, samples and the moments of its words out. Nothing is played here.

Structures and numbers are those of espeak-ng's public header, `speak_lib.h` (1.52).
"""

from __future__ import annotations

import ctypes
import sys
from array import array
from dataclasses import dataclass
from pathlib import Path

from trainer_app.domain.speaking import Pitch, Speed, Stretch, Word, times_of
from trainer_app.speech.voices import data, library, voice_name, words_a_minute

_RETRIEVAL = 2
_DONT_EXIT = 0x8000
_UTF8, _END_PAUSE = 1, 0x1000
_RATE, _PITCH = 1, 3
_END_OF_EVENTS, _WORD = 0, 1


class NoVoice(Exception):
    """The library cannot be loaded, or has no voice for a language."""


class _Id(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Id),
    )


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """16-bit samples of one channel, and the sample at which each word begins."""

    samples: array[int]
    words: tuple[tuple[Word, int], ...]


class Espeak:
    """One loaded library; used by one thread. Raises NoVoice where it cannot be loaded.

    `rate`: samples a second.
    """

    def __init__(self) -> None:
        try:
            self._library = ctypes.CDLL(str(library()))
            there = _short(data().parent)
        except (ImportError, OSError) as error:
            raise NoVoice(str(error)) from None
        self._samples: array[int] = array("h")
        self._heard: list[tuple[int, int]] = []
        path = str(there).encode()
        self.rate: int = self._library.espeak_Initialize(_RETRIEVAL, 0, path, _DONT_EXIT)
        if self.rate <= 0:
            raise NoVoice("espeak-ng finds no data")
        self._callback = _Callback(self._collect)
        self._library.espeak_SetSynthCallback(self._callback)
        self._library.espeak_Synth.argtypes = (
            *(ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint, ctypes.c_int, ctypes.c_uint),
            *(ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p),
        )

    def say(
        self,
        stretch: Stretch,
        *,
        voice: str = "",
        pitch: Pitch = "",
        speed: Speed = "normal",
    ) -> Spoken:
        """Synthesize a stretch, with a rest behind where it closes a sentence. Raises NoVoice."""
        self._choose(stretch.language, voice, pitch, speed)
        self._samples, self._heard = array("h"), []
        said = stretch.text.encode()
        how = _UTF8 | (_END_PAUSE if stretch.closes else 0)
        self._library.espeak_Synth(said, len(said) + 1, 0, 1, 0, how, None, None)
        heard = [(stretch.start + at, moment) for at, moment in self._heard]
        samples = self._samples
        return Spoken(samples, times_of(stretch.words, heard, len(samples)))

    def _choose(self, language: str, voice: str, pitch: Pitch, speed: Speed) -> None:
        try:
            name, height = voice_name(language, voice, pitch)
        except KeyError:
            raise NoVoice(language) from None
        if self._library.espeak_SetVoiceByName(name.encode()) != 0:
            raise NoVoice(language)
        self._library.espeak_SetParameter(_RATE, words_a_minute(speed), 0)
        self._library.espeak_SetParameter(_PITCH, height, 0)

    def _collect(self, wave: ctypes._Pointer[ctypes.c_short], number: int, events: object) -> int:
        """Called by the library with each piece of sound."""
        if wave and number > 0:
            self._samples.frombytes(ctypes.string_at(wave, 2 * number))
        at = 0
        while events[at].type != _END_OF_EVENTS:  # type: ignore[index]
            event = events[at]  # type: ignore[index]
            if event.type == _WORD:
                # The library counts characters from 1.
                self._heard.append((event.text_position - 1, max(0, event.sample)))
            at += 1
        return 0


def _short(path: Path) -> Path:
    """A path that the library can read: on Windows it takes no letters beyond its code page."""
    if sys.platform != "win32" or str(path).isascii():
        return path
    room = ctypes.create_unicode_buffer(1024)
    ctypes.windll.kernel32.GetShortPathNameW(str(path), room, len(room))
    return Path(room.value or path)
