"""Starts programs of laptops from one process that has everything loaded already.

Each order is one packet with the child's pipe: its standard input and output from then on. The
child goes into its network namespace before it begins, and ends with this process.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
from typing import Any

import hostile
import laptop
import window_laptop
from nacl import pwhash  # noqa: F401 (loaded here once, for all)

import trainer_app.classroom.announcing
import trainer_app.classroom.browsing
import trainer_app.classroom.client
import trainer_app.classroom.host  # noqa: F401
from trainer_app import app

PROGRAMS = {"laptop": laptop.run, "window": window_laptop.run, "hostile": hostile.run}
_NEW_NETWORK = 0x40000000  # CLONE_NEWNET (man 2 setns)
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG (man 2 prctl)


def become(order: dict[str, Any], pipe: int) -> None:
    """In the child: be that laptop until it is told to end."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    namespace = os.open(f"/run/netns/{order['namespace']}", os.O_RDONLY)
    if libc.setns(namespace, _NEW_NETWORK):
        raise OSError(ctypes.get_errno(), "cannot go into the namespace")
    os.dup2(pipe, 0)
    os.dup2(pipe, 1)
    os.close(pipe)
    PROGRAMS[order["program"]](order, LIBRARY)


def serve(channel: socket.socket) -> None:
    """Make a child for each packet, until the other end is closed."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    channel.send(b"ready")
    while True:
        packet, pipes, _flags, _address = socket.recv_fds(channel, 65536, 1)
        if not packet:
            return
        child = os.fork()
        if child == 0:
            channel.close()
            try:
                become(json.loads(packet), pipes[0])
            finally:
                os._exit(0)
        os.close(pipes[0])
        channel.send(str(child).encode())


if __name__ == "__main__":
    LIBRARY = app.lesson_library()
    LIBRARY.lesson("sign-in-and-out")
    serve(socket.socket(fileno=0))
