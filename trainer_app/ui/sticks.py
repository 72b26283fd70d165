"""Notices a stick being put in and taken out, while somebody is there to be told."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from PySide6.QtCore import QObject, QStorageInfo, QTimer, Signal

FOLDER = "trainer-app"
"""Where the program keeps its files on a stick."""
ENDING = ".bundle"

_EVERY_MS = 2000
_LINUX_PLACES = ("/media", "/run/media", "/mnt")
_MAC_PLACE = "/Volumes"
_NETWORK = ("nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "afpfs", "webdav", "davfs", "9p", "ftp")
_MEMORY = ("tmpfs", "ramfs", "overlay", "squashfs", "autofs")
_DRIVE_REMOVABLE = 2  # as GetDriveTypeW answers on Windows


@dataclass(frozen=True, slots=True)
class Volume:
    """A mounted volume. `removable` is known on Windows only; elsewhere the place tells."""

    root: str
    file_system: str
    writable: bool
    removable: bool = False


def is_stick(volume: Volume, platform: str = sys.platform) -> bool:
    """Whether somebody carries it from laptop to laptop; `platform` as `sys.platform` says it."""
    kind = volume.file_system.lower()
    far = kind in _NETWORK or kind in _MEMORY or kind.startswith("fuse.")
    if far or not volume.writable:
        return False
    if platform == "win32":
        drive = PureWindowsPath(volume.root).drive
        return volume.removable and not drive.startswith("\\\\")
    parents = [str(parent) for parent in PurePosixPath(volume.root).parents]
    if platform == "darwin":
        return parents[:1] == [_MAC_PLACE]
    return any(place in parents for place in _LINUX_PLACES)


def plugged_in() -> list[Path]:
    """The root folder of each stick that is in now."""
    volumes = (_volume(one) for one in QStorageInfo.mountedVolumes() if one.isValid())
    return [Path(volume.root) for volume in volumes if is_stick(volume)]


def news_on(stick: Path) -> list[Path]:
    """The laptops' bundles on a stick, by name; none where the stick is gone by now."""
    try:
        found = sorted((stick / FOLDER).iterdir())
    except OSError:
        return []
    # Some systems leave a hidden file of their own beside each one that they copy.
    return [one for one in found if one.suffix == ENDING and not one.name.startswith(".")]


class StickWatch(QObject):
    """Looks for sticks every two seconds from `start` to `stop`.

    `volumes` gives the root folders of the sticks that are in. Signals: `appeared(Path)`, also for
    each stick that is in when watching starts; `gone(Path)`.
    """

    appeared = Signal(Path)
    gone = Signal(Path)

    def __init__(
        self,
        volumes: Callable[[], Iterable[Path]] = plugged_in,
        *,
        every_ms: int = _EVERY_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._volumes = volumes
        self._in: frozenset[Path] = frozenset()
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self.look)

    @property
    def sticks(self) -> tuple[Path, ...]:
        """Those that were in at the last look."""
        return tuple(sorted(self._in))

    def start(self) -> None:
        """Look now, and again and again."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more. What is in by then appears anew at the next start."""
        self._timer.stop()
        self._in = frozenset()

    def look(self) -> None:
        """Say what came and what went since the last look."""
        before, self._in = self._in, frozenset(self._volumes())
        now = self._in
        for stick in sorted(before - now):
            self.gone.emit(stick)
        for stick in sorted(now - before):
            # Whoever heard of the one before may have stopped watching.
            if stick in self._in:
                self.appeared.emit(stick)


def _volume(info: QStorageInfo) -> Volume:
    root = info.rootPath()
    return Volume(
        root,
        bytes(info.fileSystemType().data()).decode(errors="replace"),
        info.isReady() and not info.isReadOnly(),
        _is_removable(root),
    )


def _is_removable(root: str) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    native = root.replace("/", "\\")
    return bool(ctypes.windll.kernel32.GetDriveTypeW(native) == _DRIVE_REMOVABLE)
