"""Looks at a badge's file: whether it holds, and in a centre's own program whether it is ours."""

from __future__ import annotations

from pathlib import Path

from trainer_app.domain.errors import UnreadableFile
from trainer_app.domain.funding.badges import Checked, Standing
from trainer_app.exports import badge as badge_file
from trainer_app.exports.badge_picture import badge_within
from trainer_app.keys.keypair import signed_by
from trainer_app.store import awards, trainers_keys
from trainer_app.store.store import Store

PURPOSE = "badges"
_MOST_BYTES = 4 * 1024 * 1024
_SIGN_HALF = slice(64, 128)


def check_badge(file: Path, store: Store | None = None) -> Checked:
    """What a file (JSON, or a picture that holds a badge) is. Raises UnreadableFile.

    Needs nothing but the file; with a centre's `store` the answer says where the badge stands.
    """
    try:
        with file.open("rb") as opened:
            content = opened.read(_MOST_BYTES)
    except OSError:
        raise UnreadableFile(file=file.name) from None
    try:
        text = badge_within(content)
        found = badge_file.read(text, signed_by)
    except badge_file.Altered:
        return Checked("altered")
    except badge_file.UnknownForm:
        return Checked("unknown")
    except ValueError:
        return Checked("no-badge")
    key = found.key.hex()
    standing = None if store is None else _standing(store, key, found.badge.id)
    return Checked("valid", found.badge, key, standing)


def _standing(store: Store, key: str, badge: str) -> Standing:
    """Who was removed may still know an old key: only what stands in the list was given."""
    known = {one.public[_SIGN_HALF] for one in trainers_keys.of_purpose(store, PURPOSE)}
    if key not in known:
        return "other"
    given = awards.with_words(store, f'"{badge}"')
    if not given:
        return "unlisted"
    return "revoked" if all(one.revoked for one in given) else "given"
