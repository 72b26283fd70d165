"""Where samples become sound: the laptop's loudspeaker, or a clock where there is none."""

from __future__ import annotations

import time
from array import array
from collections.abc import Generator
from threading import Lock
from typing import Protocol

import miniaudio

_BUFFER = 60  # milliseconds that the device asks for at once
_PERIODS = 2
_LOST = 2.0  # seconds without a question from the device: it was pulled out
_EMPTY_SINK = b"auto_null"  # where PulseAudio and PipeWire send sound when there is no card


class NoSound(Exception):
    """There is no loudspeaker, or it is gone."""


class Player(Protocol):
    """Plays samples of 16 bits, one channel. Moments are samples since `begin`."""

    def begin(self) -> None:
        """Forget what is still to be heard; the next samples are a new text."""

    def feed(self, samples: array[int]) -> None:
        """Play these behind what was fed before."""

    def heard(self) -> float:
        """How much has been heard; below 0 until it begins. NoSound where the device is gone."""

    def seconds(self, samples: float) -> float:
        """How long it takes until so many more have been heard."""

    def close(self) -> None:
        """Let go of the device."""


class Clock:
    """Plays nothing in the time that it would take, or `pace` times as fast."""

    def __init__(self, rate: int, pace: float = 1.0, heard: float = 0.0) -> None:
        self._rate, self._heard = rate * pace, heard
        self._since = time.monotonic()

    def begin(self) -> None:
        """Start counting."""
        self._heard, self._since = 0.0, time.monotonic()

    def feed(self, samples: array[int]) -> None:
        """Nothing is kept: what counts is the time."""

    def heard(self) -> float:
        """What would have been heard by now."""
        return self._heard + (time.monotonic() - self._since) * self._rate

    def seconds(self, samples: float) -> float:
        """How long so many samples last."""
        return samples / self._rate

    def close(self) -> None:
        """There is nothing to let go of."""


class Loudspeaker:
    """The laptop's standard device. Raises NoSound where there is none."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._lock = Lock()
        self._waiting = b""
        self._given = 0  # samples asked for since the text began to be heard
        self._asked = time.monotonic()
        self._period = 0
        kinds = [one for one in miniaudio.Backend if one is not miniaudio.Backend.NULL]
        try:
            if _only_an_empty_sink(kinds):
                raise NoSound
            self._device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=rate,
                buffersize_msec=_BUFFER,
                callback_periods=_PERIODS,
                backends=kinds,
                app_name="trainer-app",
            )
            stream = self._stream()
            next(stream)
            self._device.start(stream)
        except miniaudio.MiniaudioError as error:
            raise NoSound(str(error)) from None

    def begin(self) -> None:
        """Fall silent at once."""
        with self._lock:
            self._waiting, self._given, self._period = b"", 0, 0

    def feed(self, samples: array[int]) -> None:
        """Play these next."""
        with self._lock:
            self._waiting += samples.tobytes()

    def heard(self) -> float:
        """What has left the loudspeaker, as far as the device's questions tell."""
        with self._lock:
            quiet = time.monotonic() - self._asked
            given, period = self._given, self._period
        if quiet > _LOST:
            raise NoSound
        if given == 0:
            return -1.0
        # What was given last is still in the device's buffer.
        return min(float(given), given - _PERIODS * period + quiet * self._rate)

    def seconds(self, samples: float) -> float:
        """How long so many samples last."""
        return samples / self._rate

    def close(self) -> None:
        """Let other programs have the device."""
        self._device.close()

    def _stream(self) -> Generator[bytes, int, None]:
        """Answers the device, from its own thread: samples, then silence."""
        frames = yield b""
        while True:
            with self._lock:
                piece = self._waiting[: 2 * frames]
                self._waiting = self._waiting[2 * frames :]
                if piece or self._given:
                    self._given += frames
                self._period, self._asked = frames, time.monotonic()
            frames = yield piece.ljust(2 * frames, b"\0")


def _only_an_empty_sink(kinds: list[miniaudio.Backend]) -> bool:
    """Whether the sound server has nothing but a place where sound ends unheard."""
    devices = miniaudio.Devices(kinds)
    if devices.backend != "PulseAudio":
        return False
    # The name that a device has for the server stands at the beginning of its id.
    ids = [bytes(miniaudio.ffi.buffer(one["id"])) for one in devices.get_playbacks()]
    return all(one.split(b"\0")[0] == _EMPTY_SINK for one in ids)
