"""Only a trainer's signature admits a laptop to a centre."""

from __future__ import annotations

from trainer_app.domain.events import canonical
from trainer_app.keys.keypair import PrivateKeys, PublicKeys

_PURPOSE = "trainer-app: this laptop belongs to this centre, 1"


def certify(trainer: PrivateKeys, centre: str, laptop: str, letters: str, device_key: bytes) -> str:
    """Admit a laptop: return the trainer's signature in hex.

    `laptop` is its device id, `letters` its code on cards, `device_key` its 32-byte Ed25519 key.
    """
    return trainer.sign(_statement(centre, laptop, letters, device_key)).hex()


def verify(
    trainer: PublicKeys,
    signature: str,
    centre: str,
    laptop: str,
    letters: str,
    device_key: bytes,
) -> bool:
    """Say whether this trainer admitted this laptop under these letters and this key."""
    try:
        signed = bytes.fromhex(signature)
    except ValueError:
        return False
    return trainer.verify(_statement(centre, laptop, letters, device_key), signed)


def _statement(centre: str, laptop: str, letters: str, device_key: bytes) -> bytes:
    """The purpose stands inside, so that no other signature can be passed off as this one."""
    return canonical(
        {
            "purpose": _PURPOSE,
            "centre": centre,
            "laptop": laptop,
            "letters": letters,
            "device_key": device_key.hex(),
        }
    )
