"""One window for one data folder: a second start shows the first and ends."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QMessageBox

from trainer_app.i18n import current
from trainer_app.ui.messages import Message
from trainer_app.ui.theme import qt_words

_WAIT = 1000


def _name(folder: Path) -> str:
    return f"trainer-app-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]}"


class FirstWindow(QObject):
    """Listens, on this computer only, for a second start on the same folder."""

    def __init__(self, folder: Path, come_forward: Callable[[], None]) -> None:
        super().__init__()
        self._come_forward = come_forward
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(_name(folder))
        self._server.listen(_name(folder))
        self._server.newConnection.connect(self._asked)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _asked(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnectFromServer()
        self._come_forward()


def show_first(folder: Path) -> bool:
    """Ask the window that holds the folder to come forward; False where none answers."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    return socket.waitForConnected(_WAIT)


def box_of(message: Message) -> QMessageBox:
    """The words where there is no window to come forward: a command holds the folder."""
    qt_words.speak(current().code)
    words = f"{message.text}\n\n{message.what_to_do}"
    box = QMessageBox(QMessageBox.Icon.Information, message.title, message.title)
    box.setInformativeText(words)
    return box
