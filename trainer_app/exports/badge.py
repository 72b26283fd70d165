"""Open Badges 3.0 as a signed JSON file: written in one form, read again only in that form.

1EdTech Open Badges 3.0, W3C Verifiable Credentials 2.0 and Data Integrity `eddsa-rdfc-2022`. What
is read is written anew and must come out the same: so nothing unsigned can stand in a badge that
holds, and nobody's vocabulary is fetched from anywhere.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from trainer_app.domain.funding.badges import Alignment, Badge
from trainer_app.exports.badge_statements import statements
from trainer_app.exports.did_key import did_of, from_multibase, key_of, multibase

MOST_BYTES = 256 * 1024
FRAMEWORK = "DigComp 3.0"
FRAMEWORK_URL = "https://publications.jrc.ec.europa.eu/repository/handle/JRC144121"
CONTEXTS = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
]
SUITE = "eddsa-rdfc-2022"
_TYPES = ["VerifiableCredential", "OpenBadgeCredential"]
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
_URN = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

Sign = Callable[[bytes], bytes]
Verify = Callable[[bytes, bytes, bytes], bool]
"""Whether a key (32 bytes) signed a message: key, message, signature."""


class NoBadge(ValueError):
    """Not an Open Badges 3.0 credential at all."""


class UnknownForm(ValueError):
    """A badge, in a form that is not ours."""


class Altered(ValueError):
    """A badge of our form that is not as it was signed."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A badge that holds, and the key (32 bytes) that signed it."""

    badge: Badge
    key: bytes


def write(badge: Badge, public: bytes, sign: Sign) -> str:
    """A badge as signed JSON. `public`: the Ed25519 key of who signs. ValueError if it cannot be.

    Words are taken without line ends and tabs.
    """
    document = _document(badge, did_of(public))
    proof = _proof(public, badge.at)
    proof["proofValue"] = multibase(sign(_covered(document, proof)))
    text = json.dumps({**document, "proof": proof}, ensure_ascii=False, indent=2) + "\n"
    read(text, lambda *_told: True)
    return text


def read(text: str, verify: Verify) -> Opened:
    """Read a badge and check it. Raises NoBadge, UnknownForm, Altered."""
    found = _parsed(text)
    proof = found.pop("proof", None)
    if not isinstance(proof, dict) or proof.get("cryptosuite") != SUITE:
        raise UnknownForm
    try:
        badge = _badge(found)
        public = key_of(found["issuer"]["id"])
        signature = from_multibase(proof["proofValue"])
        created = _moment(proof["created"])
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        raise UnknownForm from None
    value = proof.pop("proofValue")
    document, expected = _document(badge, did_of(public)), _proof(public, created)
    if document != found or proof != expected or multibase(signature) != value:
        raise Altered
    try:
        covered = _covered(document, expected)
    except ValueError:
        raise UnknownForm from None
    if not verify(public, covered, signature):
        raise Altered
    return Opened(badge, public)


def _parsed(text: str) -> dict[str, Any]:
    if len(text) > MOST_BYTES:
        raise NoBadge
    try:
        found = json.loads(text, object_pairs_hook=_each_once)
    except (ValueError, RecursionError):
        raise NoBadge from None
    types = found.get("type") if isinstance(found, dict) else None
    names = types if isinstance(types, list) else [types]
    if "OpenBadgeCredential" not in names and "AchievementCredential" not in names:
        raise NoBadge
    assert isinstance(found, dict)
    return found


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Two values under one name: programs would read different badges in one file."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name twice")
    return found


def _document(badge: Badge, issuer: str) -> dict[str, Any]:
    """A badge as it is signed, without its proof."""
    achievement: dict[str, Any] = {
        "id": badge.achievement,
        "type": ["Achievement"],
        "achievementType": badge.kind,
        "inLanguage": badge.language,
        "name": _line(badge.name),
        "description": _line(badge.description),
        "criteria": {"narrative": _line(badge.criteria)},
    }
    if badge.alignments:
        achievement["alignment"] = [
            {
                "type": ["Alignment"],
                "targetCode": each.code,
                "targetName": each.name,
                "targetFramework": FRAMEWORK,
                "targetUrl": FRAMEWORK_URL,
            }
            for each in badge.alignments
        ]
    return {
        "@context": CONTEXTS,
        "id": badge.id,
        "type": _TYPES,
        "issuer": {"id": issuer, "type": ["Profile"], "name": _line(badge.issuer)},
        "validFrom": badge.at.astimezone(UTC).strftime(_MOMENT),
        "name": _line(badge.name),
        "credentialSubject": {
            "id": badge.subject,
            "type": ["AchievementSubject"],
            "achievement": achievement,
        },
    }


def _badge(found: dict[str, Any]) -> Badge:
    """What a document says, wherever it differs from our form in what it leaves out or adds."""
    subject = found["credentialSubject"]
    achievement = subject["achievement"]
    return Badge(
        id=_urn(found["id"]),
        subject=_urn(subject["id"]),
        achievement=_urn(achievement["id"]),
        issuer=_words(found["issuer"]["name"]),
        kind=_words(achievement["achievementType"]),
        name=_words(achievement["name"]),
        description=_words(achievement["description"]),
        criteria=_words(achievement["criteria"]["narrative"]),
        language=_words(achievement["inLanguage"]),
        at=_moment(found["validFrom"]),
        alignments=tuple(
            Alignment(_words(each["targetCode"]), _words(each["targetName"]))
            for each in achievement.get("alignment", [])
        ),
    )


def _proof(public: bytes, created: datetime) -> dict[str, Any]:
    did = did_of(public)
    return {
        "type": "DataIntegrityProof",
        "cryptosuite": SUITE,
        "created": created.astimezone(UTC).strftime(_MOMENT),
        "verificationMethod": f"{did}#{did.removeprefix('did:key:')}",
        "proofPurpose": "assertionMethod",
    }


def _covered(document: dict[str, Any], proof: dict[str, Any]) -> bytes:
    """What is signed: the hash of how it is signed, and the hash of what (VC Data Integrity)."""
    hashes = (hashlib.sha256(statements(each)).digest() for each in (proof, document))
    return b"".join(hashes)


def _line(text: str) -> str:
    return " ".join(_UNPRINTED.sub(" ", text).split())


def _words(value: object) -> str:
    if not isinstance(value, str) or _UNPRINTED.search(value):
        raise ValueError("not words")
    return value


def _urn(value: object) -> str:
    if not isinstance(value, str) or not _URN.fullmatch(value):
        raise ValueError("not a random id")
    return value


def _moment(value: object) -> datetime:
    return datetime.strptime(_words(value), _MOMENT).replace(tzinfo=UTC)
