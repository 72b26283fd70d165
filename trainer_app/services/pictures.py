"""Pictures from outside, decoded by the program itself in a process of its own, and written anew.

What a decoder may have wrong can be made to act by a picture: it acts there, where there is no
window, no key and no store, little memory and little time.
"""

from __future__ import annotations

import struct
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import RLock, Timer
from time import monotonic
from typing import BinaryIO

from trainer_app.bundles.packs.drawings import plain_drawing
from trainer_app.bundles.packs.pixels import PNG, is_small_png
from trainer_app.domain.errors import UnusablePicture
from trainer_app.domain.sheets import is_grey_jpeg

MOST_BYTES = 20 * 2**20
"""A picture as a camera makes it; what comes out is far smaller."""

HELLO = b"picture\n"
"""What the decoder says once it is ready."""

GOOD = b"+"
"""What an answer begins with; the reasons of UnusablePicture begin with a minus."""

LESSON, SHEET, LOGO = b"l", b"s", b"g"
"""What a request begins with: what the picture is for."""

LOGO_SIDE, LOGO_BYTES = 480, 120_000
"""Sharp on paper, and little beside what a laptop carries already."""

_LENGTH = struct.Struct(">I")
_START, _PATIENCE = 60.0, 20.0  # seconds; a slow laptop may just be looking for viruses
_PATIENCE_FOR_ALL = 300.0  # for all pictures of one lesson, which take a second as a rule
# On Windows the decoder would otherwise open a window of its own for its console.
_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_REASONS = ("broken", "pixels", "memory")


def command() -> list[str]:
    """How this program starts itself as its decoder, packaged or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--picture"]
    return [sys.executable, "-m", "trainer_app", "--picture"]


def send(stream: BinaryIO, body: bytes) -> None:
    """Send bytes behind their length. OSError or ValueError where nobody listens any more."""
    stream.write(_LENGTH.pack(len(body)) + body)
    stream.flush()


def receive(stream: BinaryIO, most: int) -> bytes | None:
    """The next bytes; None at the end, and where more are announced than may be."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    body = stream.read(length) if length <= most else b""
    return body if len(body) == length else None


def kind_of(content: bytes) -> str:
    """png, jpeg, webp or svg, as the first bytes say; "" for anything else."""
    if content.startswith(PNG):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    return "svg" if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" else ""


def is_logo(content: bytes) -> bool:
    """Whether this is a PNG as the decoder writes a logo."""
    return is_small_png(content) and len(content) <= LOGO_BYTES


class Pictures:
    """Makes pictures of strangers usable. `starting` and `patience` (seconds) are for tests.

    The decoder runs only while there is work, and is started anew after whatever ended it.
    """

    def __init__(self, starting: Sequence[str] = (), patience: float = _PATIENCE) -> None:
        self._starting = list(starting)
        self._patience = patience
        self._busy = RLock()
        self._users = 0
        self._left = _PATIENCE_FOR_ALL
        self._process: subprocess.Popen[bytes] | None = None

    def decoded(self, content: bytes, name: str) -> bytes:
        """A picture as a lesson may have it: PNG of pixels only, or SVG of plain shapes.

        `content` is PNG, JPEG, SVG, or WebP where this laptop's Qt has it; `name` is the file's,
        for the words of UnusablePicture (reason: bytes, kind, pixels, broken, slow, memory, helper,
        and those of `plain_drawing`). At most 1600×1600 pixels and a million bytes come out.
        """
        if len(content) > MOST_BYTES:
            raise UnusablePicture(picture=name, reason="bytes")
        kind = kind_of(content)
        if not kind:
            raise UnusablePicture(picture=name, reason="kind")
        if kind == "svg":
            drawing = plain_drawing(content, name)
            # Drawn once where it does no harm: what the renderer does not survive is not kept.
            self._drawn(drawing, name)
            return drawing
        return self._drawn(content, name)

    def sheet(self, content: bytes, name: str) -> bytes:
        """A photo of a signed sheet as it is kept: a grey JPEG, upright, of pixels only.

        `content` and UnusablePicture as for `decoded`; a drawing is no photo (reason: photo).
        """
        if len(content) > MOST_BYTES:
            raise UnusablePicture(picture=name, reason="bytes")
        if kind_of(content) in ("", "svg"):
            raise UnusablePicture(picture=name, reason="photo")
        return self._made(SHEET, content, name, is_grey_jpeg)

    def logo(self, content: bytes, name: str) -> bytes:
        """A partner's logo as it is kept: a PNG of pixels only, at most 480 pixels wide or high.

        `content` and UnusablePicture as for `sheet`.
        """
        if len(content) > MOST_BYTES:
            raise UnusablePicture(picture=name, reason="bytes")
        if kind_of(content) in ("", "svg"):
            raise UnusablePicture(picture=name, reason="photo")
        return self._made(LOGO, content, name, is_logo)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Keeps the decoder for several pictures; it is gone afterwards."""
        with self._busy:
            if not self._users:
                self._left = _PATIENCE_FOR_ALL
            self._users += 1
            try:
                yield
            finally:
                self._users -= 1
                if not self._users:
                    self._end()

    def _drawn(self, content: bytes, name: str) -> bytes:
        return self._made(LESSON, content, name, is_small_png)

    def _made(
        self, purpose: bytes, content: bytes, name: str, is_good: Callable[[bytes], bool]
    ) -> bytes:
        """What the decoder makes of a picture, if it is what it should be."""
        with self._busy, self.at_work():
            answer = self._ask(purpose + content, name)
        if answer.startswith(GOOD) and is_good(answer[1:]):
            return answer[1:]
        reason = answer[1:].decode("ascii", "replace")
        raise UnusablePicture(picture=name, reason=reason if reason in _REASONS else "broken")

    def _ask(self, request: bytes, name: str) -> bytes:
        if self._process is None or self._process.poll() is not None:
            self._start(name)
        assert self._process is not None
        late = _Late(self._process, min(self._patience, max(0.0, self._left)))
        begun = monotonic()
        try:
            send(_pipe(self._process.stdin), request)
            answer = receive(_pipe(self._process.stdout), MOST_BYTES)
        except (OSError, ValueError):
            answer = None
        self._left -= monotonic() - begun
        if late.stop():
            answer = b"-slow"
        if answer is None or answer == b"-slow":
            self._end()
            reason = "slow" if answer else "broken"
            raise UnusablePicture(picture=name, reason=reason)
        return answer

    def _start(self, name: str) -> None:
        """Start the decoder and hear that it is ready. UnusablePicture(helper) where it is not."""
        self._end()
        try:
            self._process = subprocess.Popen(
                self._starting or command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=_NO_WINDOW,
            )
        except OSError:
            raise UnusablePicture(picture=name, reason="helper") from None
        late = _Late(self._process, _START)
        hello = _pipe(self._process.stdout).read(len(HELLO))
        if late.stop() or hello != HELLO:
            self._end()
            raise UnusablePicture(picture=name, reason="helper")

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # what was still to be sent has nobody to go to
                _pipe(pipe).close()


class _Late:
    """Ends a process that takes too long, so that whoever reads from it hears the end."""

    def __init__(self, process: subprocess.Popen[bytes], patience: float) -> None:
        self._process = process
        self._came = False
        self._timer = Timer(patience, self._end)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> bool:
        """Wait no longer; says whether it was too late already."""
        self._timer.cancel()
        self._timer.join()
        return self._came

    def _end(self) -> None:
        self._came = True
        self._process.kill()


def _pipe(stream: object) -> BinaryIO:
    assert stream is not None
    return stream  # type: ignore[return-value]
