"""One try of a laptop to be in a room, from its knock to its goodbye."""

from __future__ import annotations

import asyncio
import socket
import ssl
from typing import get_args

from trainer_app.classroom import dialogue
from trainer_app.classroom.client import Who
from trainer_app.classroom.dialogue import Dialogue, Proven
from trainer_app.classroom.handshake import centre_secret, code_secret
from trainer_app.classroom.link import LOST, Link
from trainer_app.classroom.messages import Message
from trainer_app.domain.rooms import Dropped

_ROUNDS = 5
"""Of the loop until it has closed the socket of a knock that was broken off."""


def client_context() -> ssl.SSLContext:
    """A TLS 1.3 context that takes any certificate: the proofs inside decide."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


class Visit:
    """Knocks at one address as who it is; `unheard` once nobody wants to know any more."""

    def __init__(self, who: Who, host: str, port: int) -> None:
        self._who, self._host, self._port = who, host, port
        self._link: Link | None = None
        self._over: asyncio.Event | None = None
        self.unheard = False

    async def live(self, ending: asyncio.Event) -> None:
        """Knock, stay, and go."""
        limits = self._who.limits
        rates = (limits.host_messages, limits.host_bytes)
        self._over = ending
        self._link = link = Link(self, limits, rates, self._who.on_bug)
        knocking = asyncio.create_task(self._knock(link))
        await ending.wait()
        link.end("")
        # Broken off in the middle, a connection may be left to nobody, and open.
        await asyncio.wait((knocking,), timeout=limits.goodbye)
        knocking.cancel()
        await asyncio.wait((asyncio.create_task(link.gone.wait()),), timeout=2 * limits.goodbye)
        await asyncio.gather(knocking, return_exceptions=True)
        for _ in range(_ROUNDS):
            await asyncio.sleep(0)

    async def _knock(self, link: Link) -> None:
        limits = self._who.limits
        try:
            async with asyncio.timeout(limits.handshake):
                transport, _link = await asyncio.get_running_loop().create_connection(
                    lambda: link,
                    self._host,
                    self._port,
                    ssl=client_context(),
                    server_hostname="",  # a name would travel where strangers can read it
                    happy_eyeballs_delay=0.25,
                    ssl_handshake_timeout=limits.handshake,
                    ssl_shutdown_timeout=limits.goodbye,
                )
        except (OSError, ValueError):  # nobody there, no TLS, too slow, or no address at all
            link.end(LOST)
            return
        held: socket.socket = transport.get_extra_info("socket")
        held.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, message: Message) -> None:
        """Send it, in the thread."""
        if self._link is not None:
            self._link.send(message)

    # What the link says
    def begin(self, link: Link, certificate: bytes, /) -> Dialogue:
        """What a laptop says at the door."""
        who = self._who
        if who.role == "guest":
            secret = code_secret(who.code, certificate)
        else:
            secret = centre_secret(who.centre)
        return dialogue.laptop_side(
            link.say, who.role, secret, certificate, who.ports.prove, who.ports.knows
        )

    def joined(self, _link: Link, _proven: Proven, /) -> None:
        """The host is proven, and so are we."""
        if not self.unheard:
            self._who.ports.joined()

    def received(self, _link: Link, message: Message, /) -> None:
        """The host said something."""
        if not self.unheard:
            self._who.ports.received(message)

    def parted(self, said: str, /) -> str:
        """What the host says of why we have to go."""
        return said if said in get_args(Dropped) else ""

    def ended(self, link: Link, reason: str) -> None:
        """We are out, or never came in."""
        if self._over is not None:
            self._over.set()
        if self.unheard:
            return
        if link.proven is None:
            reason = _outside(link, reason)
        self._who.ports.left(reason)


def _outside(link: Link, reason: str) -> str:
    """Why we never came in. A door that closes without a word is a room that is full."""
    if reason == LOST:
        return "refused" if link.connected else "not-found"
    return "not-found" if reason == "malformed" else reason
