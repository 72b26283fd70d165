"""The microphone: samples as they come in, from the laptop's standard device or from a file."""

from __future__ import annotations

from array import array
from collections.abc import Generator
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Protocol

import miniaudio

from trainer_app.domain.sound import RATE, BadWave, sound_of

STEP = 0.1  # seconds of one piece of sound
_LOST = 3.0  # seconds without any sound from the device: it was pulled out
_ECHO = b".monitor"  # PulseAudio offers what is played as something to hear with


class NoMicrophone(Exception):
    """There is no microphone, or it is gone."""


class Ear(Protocol):
    """Gives what it hears piece by piece."""

    def next(self) -> array[int] | None:
        """The next piece, about STEP long; None where nothing comes any more. NoMicrophone."""

    def close(self) -> None:
        """Let go of the device."""


class Microphone:
    """The laptop's standard device. Raises NoMicrophone where there is none."""

    def __init__(self) -> None:
        self._pieces: SimpleQueue[bytes] = SimpleQueue()
        kinds = [one for one in miniaudio.Backend if one is not miniaudio.Backend.NULL]
        try:
            if _only_echoes(kinds):
                raise NoMicrophone
            self._device = miniaudio.CaptureDevice(
                input_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=RATE,
                buffersize_msec=int(1000 * STEP),
                backends=kinds,
                app_name="trainer-app",
            )
            stream = self._stream()
            next(stream)
            self._device.start(stream)
        except miniaudio.MiniaudioError as error:
            raise NoMicrophone(str(error)) from None

    def next(self) -> array[int]:
        """The next piece. NoMicrophone where the device is gone."""
        try:
            return array("h", self._pieces.get(timeout=_LOST))
        except Empty:
            raise NoMicrophone from None

    def close(self) -> None:
        """Let other programs have the device."""
        self._device.close()

    def _stream(self) -> Generator[None, bytes, None]:
        """Takes what the device brings, in its own thread."""
        while True:
            self._pieces.put(bytes((yield)))


class FromFile:
    """Hears what a WAV file of our form holds, as fast as it is asked: for trying without one."""

    def __init__(self, file: Path) -> None:
        try:
            self._left = sound_of(file.read_bytes()).samples()
        except (OSError, BadWave) as error:
            raise NoMicrophone(str(error)) from None

    def next(self) -> array[int] | None:
        """The next piece; None behind the last."""
        many = int(RATE * STEP)
        piece, self._left = self._left[:many], self._left[many:]
        return piece or None

    def close(self) -> None:
        """There is nothing to let go of."""


def _only_echoes(kinds: list[miniaudio.Backend]) -> bool:
    """Whether the sound server has nothing to hear with but its own loudspeakers."""
    devices = miniaudio.Devices(kinds)
    if devices.backend != "PulseAudio":
        return False
    ids = [bytes(miniaudio.ffi.buffer(one["id"])) for one in devices.get_captures()]
    return all(one.split(b"\0")[0].endswith(_ECHO) for one in ids)
