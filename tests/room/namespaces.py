"""Networks of their own for laptops of a test: one switch, no router, and no way out.

The kernel's network namespaces stand for the machines: each has its own addresses, ports and
cable, as a laptop has. They need the rights to make them, which not every test machine gives.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count

_NETWORK = "10.77.0"
_number = count()


class NoNamespaces(Exception):
    """This machine makes none; the words say why."""


class Networks:
    """A switch and the cables of laptops, whose names are those of their namespaces."""

    def __init__(self) -> None:
        self._mark = f"room-{os.getpid()}-{next(_number)}"
        self.switch = f"{self._mark}-switch"
        self._hosts: dict[str, int] = {}
        _ip("-batch", "-", lines=[f"netns add {self.switch}"])
        try:
            self._in(self.switch, "link add br0 type bridge", "link set br0 promisc on up")
        except NoNamespaces:
            self.close()
            raise

    def plug_in(self, names: Sequence[str]) -> None:
        """Give laptops their cables, all at once."""
        first = len(self._hosts) + 1
        new = {self.namespace(name): first + at for at, name in enumerate(names)}
        _ip("-batch", "-", lines=[f"netns add {one}" for one in new])
        self._hosts.update(dict(zip(names, new.values(), strict=True)))
        cables = []
        for namespace, host in new.items():
            cables += [
                f"link add c{host} type veth peer name eth0 netns {namespace}",
                f"link set c{host} master br0 up",
            ]
        self._in(self.switch, *cables)
        for namespace, host in new.items():
            address = f"addr add {_NETWORK}.{host}/24 dev eth0"
            self._in(namespace, "link set lo up", address, "link set eth0 up")

    def namespace(self, name: str) -> str:
        """What a laptop's namespace is called on this machine."""
        return f"{self._mark}-{name}"

    def address(self, name: str) -> str:
        """A laptop's own address."""
        return f"{_NETWORK}.{self._hosts[name]}"

    def unplug(self, *names: str) -> None:
        """Pull cables out of the switch; the laptops' ends only see that it is dark."""
        self._in(self.switch, *(f"link set c{self._hosts[name]} down" for name in names))

    def replug(self, *names: str) -> None:
        """Put cables back."""
        self._in(self.switch, *(f"link set c{self._hosts[name]} up" for name in names))

    def close(self) -> None:
        """Take it all away."""
        gone = [self.switch, *(self.namespace(name) for name in self._hosts)]
        _ip("-force", "-batch", "-", lines=[f"netns del {one}" for one in gone])

    @staticmethod
    def _in(namespace: str, *lines: str) -> None:
        _ip("-n", namespace, "-batch", "-", lines=lines)


@contextmanager
def networks() -> Iterator[Networks]:
    """A switch that is gone at the end. Raises NoNamespaces."""
    made = Networks()
    try:
        yield made
    finally:
        made.close()


def _ip(*arguments: str, lines: Sequence[str]) -> None:
    if shutil.which("ip") is None:
        raise NoNamespaces("the program `ip` (Debian package iproute2) is not here")
    words = "".join(f"{line}\n" for line in lines)
    done = subprocess.run(["ip", *arguments], input=words, text=True, capture_output=True)
    if done.returncode and "-force" not in arguments:
        raise NoNamespaces(f"no network namespaces can be made here: {done.stderr.strip()}")
