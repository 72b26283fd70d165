"""Recorded speech: 16,000 samples a second of 16 bits, one channel, and the WAV file around it."""

from __future__ import annotations

import struct
import sys
from array import array
from dataclasses import dataclass, field
from math import log10

from trainer_app.domain.speaking import Word, words

RATE = 16_000
"""Samples a second: enough for a voice, half of what music needs."""
LONGEST = 60
"""Seconds that one recording may last."""

_FULL = 32_768
_WINDOW = RATE // 100
_FAINT = 400  # the loudest sample of what counts as silence
_QUIETER = 0.06  # of the loudest sample: breath and hum before and behind the words
_BEFORE, _BEHIND = RATE * 15 // 100, RATE * 30 // 100
_FLOOR = -50.0  # decibels at which the meter begins
_HEAD = struct.Struct("<4sI4s")
_CHUNK = struct.Struct("<4sI")
_FORMAT = struct.Struct("<HHIIHH")
_PLAIN = (1, 1, RATE, 2 * RATE, 2, 16)


class BadWave(ValueError):
    """These bytes are no WAV file of our form."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Speech as it was recorded: `data` has two bytes for each sample, the lower one first."""

    data: bytes = field(repr=False)

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.data) / 2 / RATE

    @property
    def is_silent(self) -> bool:
        """Whether nobody can be heard in it."""
        return _loudest(self.samples()) < _FAINT

    def samples(self) -> array[int]:
        """Its samples, as numbers."""
        found = array("h", self.data)
        if sys.byteorder == "big":
            found.byteswap()
        return found


def level(samples: array[int]) -> float:
    """How loud samples are, from 0 (nothing) to 1, in steps as ears hear them."""
    loudest = _loudest(samples)
    if loudest == 0:
        return 0.0
    return max(0.0, 1.0 - 20 * log10(loudest / _FULL) / _FLOOR)


def trimmed(sound: Sound) -> Sound:
    """The same without the silence before and behind the words, but for a short breath."""
    begin, end = _heard(sound.samples())
    return Sound(sound.data[2 * max(0, begin - _BEFORE) : 2 * (end + _BEHIND)])


def moments(text: str, sound: Sound) -> tuple[tuple[Word, int], ...]:
    """About when each word of a text is said in its recording, in samples: by share of letters."""
    places = words(text)
    if not places:
        return ()
    begin, end = _heard(sound.samples())
    first, whole = places[0].start, len(text.rstrip())
    reach = (end - begin) / max(1, whole - first)
    return tuple((word, begin + int((word.start - first) * reach)) for word in places)


def wave_of(sound: Sound) -> bytes:
    """The WAV file of a recording; the same sound gives the same bytes."""
    size = len(sound.data)
    head = _HEAD.pack(b"RIFF", 36 + size, b"WAVE") + _CHUNK.pack(b"fmt ", _FORMAT.size)
    return head + _FORMAT.pack(*_PLAIN) + _CHUNK.pack(b"data", size) + sound.data


def sound_of(wave: bytes) -> Sound:
    """The recording in a WAV file. Raises BadWave for any other form, and for what is too long.

    Chunks that are not sound are passed over; sizes that lead beyond the file are not followed.
    """
    if len(wave) < _HEAD.size or _HEAD.unpack_from(wave)[::2] != (b"RIFF", b"WAVE"):
        raise BadWave("no WAV file")
    form: tuple[int, ...] | None = None
    at = _HEAD.size
    while at + _CHUNK.size <= len(wave):
        name, size = _CHUNK.unpack_from(wave, at)
        at += _CHUNK.size
        if size > len(wave) - at:
            raise BadWave("cut off")
        if name == b"fmt " and size >= _FORMAT.size and form is None:
            form = _FORMAT.unpack_from(wave, at)
        elif name == b"data":
            return _checked(form, wave[at : at + size])
        at += size + size % 2
    raise BadWave("no sound")


def _checked(form: tuple[int, ...] | None, data: bytes) -> Sound:
    if form != _PLAIN:
        raise BadWave("another form of sound")
    if not data or len(data) % 2 or len(data) > 2 * RATE * LONGEST:
        raise BadWave("too long or too short")
    return Sound(data)


def _heard(samples: array[int]) -> tuple[int, int]:
    """Where somebody begins to speak and where she ends; all of it where nobody is heard."""
    windows = range(0, len(samples), _WINDOW)
    loud = [_loudest(samples[at : at + _WINDOW]) for at in windows]
    least = max(_FAINT, int(max(loud, default=0) * _QUIETER))
    heard = [number for number, one in enumerate(loud) if one >= least]
    if not heard:
        return 0, len(samples)
    return heard[0] * _WINDOW, min(len(samples), (heard[-1] + 1) * _WINDOW)


def _loudest(samples: array[int]) -> int:
    return max(max(samples), -min(samples)) if samples else 0
