"""What only a trainer may say: signed by her, so that no laptop can say it in her name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from trainer_app.domain.events import Body, Event, canonical
from trainer_app.domain.kinds import AUTHORITY
from trainer_app.keys.keypair import PrivateKeys, signed_by

RECOVERY = "recovery"
"""Who signs with the recovery code, beside the trainers' ids."""

_PURPOSE = "trainer-app: a trainer says this, 1"
_KEY_SIGNS = 64

_Known = Mapping[str, frozenset[str]]


def signed(
    keys: PrivateKeys,
    signer: str,
    centre: str,
    kind: str,
    subject: str | None,
    body: Mapping[str, Any],
    replaces: Iterable[str] = (),
) -> dict[str, Any]:
    """The body of an authority event with its `signer` and `signature` (hex) added.

    `signer`: a trainer's id or "recovery"; `centre`: the centre's id. `replaces`: ids of the
    events that it replaces, so that no laptop says it again as an answer to something else.
    """
    said = {**body, "signer": signer}
    signature = keys.sign(_statement(centre, kind, subject, said, sorted(replaces))).hex()
    return {**said, "signature": signature}


@dataclass(frozen=True, slots=True)
class Trust:
    """Whose word counts in a centre.

    `trainers`: signer (a trainer's id or "recovery") to Ed25519 keys in hex; `laptops`: device id
    to its keys in hex, several where one was renewed. `retired`: keys that vouch for nothing new
    (of a removed trainer, of an old recovery code), each with the signatures that still count.
    """

    centre: str
    trainers: _Known
    laptops: _Known
    retired: _Known = field(default_factory=dict)

    def vouches(self, event: Event) -> bool:
        """Whether this is an authority event that a trainer signed, and that counts."""
        key = self._signing_key(event)
        return key is not None and (
            key not in self.retired or event.words["signature"] in self.retired[key]
        )

    def was_signed(self, event: Event) -> bool:
        """Whether a trainer signed this authority event, be her key retired or not.

        A laptop that has not heard yet of a removal carries such events honestly: they are no
        forgery, but only what `vouches` holds of counts.
        """
        return self._signing_key(event) is not None

    def learning(self, events: Iterable[Event]) -> Trust:
        """What is trusted once these events are known: trainers, recovery codes and laptops.

        Only what somebody trusted signed is learnt, in any order: an admission may stand before
        the trainer who signed it. A substitute vouches for nothing.
        """
        trust, left, before = self, list(events), -1
        while len(left) != before:
            before, waiting, knowing = len(left), [], trust
            for event in left:
                if knowing.vouches(event):
                    trust = trust._with(event)
                else:
                    waiting.append(event)
            left = waiting
        return trust

    def everybody_ever(self) -> Trust:
        """The same as if no key had been retired: tells forged events from those too late."""
        return replace(self, retired={})

    def _signing_key(self, event: Event) -> str | None:
        header, body = event.header, dict(event.words)
        signature, signer = body.pop("signature", None), body.get("signer")
        if header.kind not in AUTHORITY or not isinstance(signature, str):
            return None
        try:
            proof = bytes.fromhex(signature)
            said = _statement(self.centre, header.kind, header.subject, body, header.replaces)
        except (ValueError, TypeError):
            return None
        keys = self.trainers.get(signer, frozenset()) if isinstance(signer, str) else frozenset()
        return next((key for key in keys if signed_by(bytes.fromhex(key), said, proof)), None)

    def _with(self, event: Event) -> Trust:
        kind, body, key = event.header.kind, event.words, _key_in(event.words)
        if key is None:
            return self
        if kind == "laptop-admitted" and isinstance(body.get("laptop"), str):
            return replace(self, laptops=_joined(self.laptops, body["laptop"], key))
        if kind == "recovery-renewed":
            return replace(self, trainers=_joined(self.trainers, RECOVERY, key))
        trainer = event.header.subject
        if kind != "trainer-added" or trainer in (None, RECOVERY):
            return self
        if body.get("role", "trainer") != "trainer":
            return self
        return replace(self, trainers=_joined(self.trainers, trainer, key))


def _statement(
    centre: str, kind: str, subject: str | None, body: Body, replaces: Sequence[str]
) -> bytes:
    """The purpose stands inside, so that no other signature can be passed off as this one."""
    return canonical(
        {
            "purpose": _PURPOSE,
            "centre": centre,
            "kind": kind,
            "subject": subject,
            "body": dict(body),
            "replaces": list(replaces),
        }
    )


def _key_in(body: Body) -> str | None:
    """The Ed25519 key that a body names, in hex, if it can be one."""
    key = body.get("sign_key")
    if not isinstance(key, str) or len(key) != _KEY_SIGNS:
        return None
    try:
        return bytes.fromhex(key).hex()
    except ValueError:
        return None


def _joined(known: _Known, name: str, key: str) -> _Known:
    return {**known, name: known.get(name, frozenset()) | {key}}
