"""Everybody who is in the room, as the network's thread of the host sees them."""

from __future__ import annotations

import asyncio
import secrets
import ssl
from collections.abc import Collection
from typing import NamedTuple

from trainer_app.classroom import dialogue
from trainer_app.classroom.accepting import Accepting
from trainer_app.classroom.certificate import server_context
from trainer_app.classroom.dialogue import Dialogue, Proven
from trainer_app.classroom.guesses import Guesses
from trainer_app.classroom.handshake import centre_secret, code_secret
from trainer_app.classroom.limits import Limits
from trainer_app.classroom.link import LOST, Link
from trainer_app.classroom.messages import SAYS, Message
from trainer_app.classroom.peers import HostPorts, OnRefused, Peer
from trainer_app.classroom.threads import OnBug
from trainer_app.domain.errors import CannotOpenRoom


class Keys(NamedTuple):
    """What this opening of the room proves itself with."""

    context: ssl.SSLContext
    certificate: bytes
    centre: bytes | None
    code: bytes | None


def new_keys(centre: str, code: str) -> Keys:
    """A fresh certificate and what is proven beside it. Raises CannotOpenRoom."""
    try:
        context, certificate = server_context()
    except OSError:
        raise CannotOpenRoom(reason="disk") from None
    return Keys(context, certificate, centre_secret(centre), code_secret(code, certificate))


class Gathering:
    """Lets laptops in one by one, and knows who is there. `on_refused`: address and reason."""

    def __init__(
        self,
        ports: HostPorts,
        keys: Keys,
        limits: Limits,
        on_bug: OnBug,
        on_refused: OnRefused,
    ) -> None:
        self._ports, self._keys, self._limits = ports, keys, limits
        self._on_bug, self._on_refused = on_bug, on_refused
        loop = asyncio.get_running_loop()
        self._guesses = Guesses(limits.wrong_codes, limits.wrong_codes_within, loop.time)
        self._inside: dict[Link, Peer] = {}
        self._links: set[Link] = set()
        self._closing: set[Link] = set()
        self._over = False
        self.accepting = Accepting(keys.context, limits, self._new_link, lambda: len(self._inside))
        self.peers: dict[str, Peer] = {}
        """By id; never changed but replaced, so that other threads may read it."""

    def send(self, ids: Collection[str], message: Message) -> None:
        """Send to those of them that are still there."""
        for link, peer in list(self._inside.items()):
            if peer.id in ids:
                link.send(message)

    def drop(self, peer_id: str, reason: str) -> None:
        """Send a laptop away; it is told the reason."""
        for link, peer in list(self._inside.items()):
            if peer.id == peer_id:
                link.end(reason)

    async def disperse(self) -> None:
        """Say goodbye to all and let it reach them, for a moment; no port hears of it."""
        self._over = True
        await self.accepting.close()
        for link in list(self._links):
            link.end("")
        # Those too that ended a moment ago, and whose sockets are still being closed.
        links = [link for link in self._closing if not link.gone.is_set()]
        if links:
            gone = [asyncio.create_task(link.gone.wait()) for link in links]
            # A little more than what `Link` waits itself before it cuts the connection.
            await asyncio.wait(gone, timeout=2 * self._limits.goodbye)
            for task in gone:
                task.cancel()

    def _new_link(self, address: str) -> Link:
        rates = (self._limits.laptop_messages, self._limits.laptop_bytes)
        link = Link(self, self._limits, rates, self._on_bug, SAYS, address)
        self._links.add(link)
        return link

    # What a link says
    def begin(self, link: Link, _certificate: bytes, /) -> Dialogue:
        """What the host says at the door."""
        known = dialogue.Secrets(
            self._keys.certificate,
            self._keys.centre,
            self._keys.code,
            lambda: self._guesses.may_try(link.address),
            lambda: self._guesses.wrong(link.address),
        )
        return dialogue.host_side(link.say, known, self._ports.prove, self._ports.knows)

    def joined(self, link: Link, proven: Proven) -> None:
        """A laptop is in. If it was in already, what is left of that connection goes."""
        self.accepting.passed(link)
        for old, peer in list(self._inside.items()):
            if proven.device and peer.device == proven.device:
                old.end(LOST)
        peer = Peer(secrets.token_hex(8), proven.role, proven.device, link.address)
        self._inside[link] = peer
        self.peers = {**self.peers, peer.id: peer}
        self._ports.joined(peer)

    def received(self, link: Link, message: Message) -> None:
        """A laptop said something."""
        self._ports.received(self._inside[link], message)

    def parted(self, _said: str, /) -> str:
        """A laptop may go as it likes; why one is dropped is the host's to say."""
        return ""

    def ended(self, link: Link, reason: str) -> None:
        """A connection is over."""
        self.accepting.passed(link)
        self._links.discard(link)
        self._closing = {one for one in self._closing if not one.gone.is_set()} | {link}
        peer = self._inside.pop(link, None)
        if peer is not None:
            self.peers = {name: one for name, one in self.peers.items() if name != peer.id}
        if self._over:
            return
        if peer is not None:
            self._ports.left(peer, reason)
        else:
            self._on_refused(link.address, reason)
