"""What a badge states, as canonical N-Quads: the bytes that a Data Integrity signature covers.

Only documents of this program's own form come here, so no JSON-LD processor is needed: every term
is written down once below. The tests hold the result against an independent processor.
W3C RDF Dataset Canonicalization (RDFC-1.0), for nodes that their own statements tell apart.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_VC = "https://www.w3.org/2018/credentials#"
_OB = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"
_SEC = "https://w3id.org/security#"
_SCHEMA = "https://schema.org/"
_TYPES = {
    "VerifiableCredential": f"{_VC}VerifiableCredential",
    "OpenBadgeCredential": f"{_OB}OpenBadgeCredential",
    "Profile": f"{_OB}Profile",
    "AchievementSubject": f"{_OB}AchievementSubject",
    "Achievement": f"{_OB}Achievement",
    "Alignment": f"{_SCHEMA}AlignmentObject",
    "DataIntegrityProof": f"{_SEC}DataIntegrityProof",
}
_TERMS = {
    "issuer": f"{_VC}issuer",
    "validFrom": f"{_VC}validFrom",
    "credentialSubject": f"{_VC}credentialSubject",
    "achievement": f"{_OB}achievement",
    "achievementType": f"{_OB}achievementType",
    "criteria": f"{_OB}Criteria",
    "narrative": f"{_OB}narrative",
    "alignment": f"{_OB}alignment",
    "targetCode": f"{_OB}targetCode",
    "targetName": f"{_SCHEMA}targetName",
    "targetFramework": f"{_SCHEMA}targetFramework",
    "targetUrl": f"{_SCHEMA}targetUrl",
    "name": f"{_SCHEMA}name",
    "description": f"{_SCHEMA}description",
    "inLanguage": f"{_SCHEMA}inLanguage",
    "created": "http://purl.org/dc/terms/created",
    "cryptosuite": f"{_SEC}cryptosuite",
    "proofPurpose": f"{_SEC}proofPurpose",
    "verificationMethod": f"{_SEC}verificationMethod",
}
_DATATYPES = {
    "validFrom": f"{_XSD}dateTime",
    "created": f"{_XSD}dateTime",
    # As the Open Badges context writes it, with https
    "targetUrl": "https://www.w3.org/2001/XMLSchema#anyURI",
    "cryptosuite": f"{_SEC}cryptosuiteString",
}
_THINGS = {"verificationMethod", "proofPurpose"}

_Statement = tuple[str, str, str]


def statements(document: Mapping[str, Any]) -> bytes:
    """The canonical N-Quads of a document, UTF-8.

    Its texts hold no control characters. Raises KeyError for a term that is not of our form,
    ValueError where two nodes without a name state the same.
    """
    found = list(_Walk().of(document))
    labels = _labels(found)
    lines = (
        f"{labels.get(about, about)} <{term}> {labels.get(value, value)} .\n"
        for about, term, value in found
    )
    return "".join(sorted(lines)).encode()


class _Walk:
    """Goes through a document; who has no id gets a passing label."""

    def __init__(self) -> None:
        self._nameless = 0

    def of(self, node: Mapping[str, Any]) -> Iterator[_Statement]:
        """All statements of a node and those within it."""
        yield from self._node(self._name(node), node)

    def _name(self, node: Mapping[str, Any]) -> str:
        if "id" in node:
            return f"<{node['id']}>"
        self._nameless += 1
        return f"_:b{self._nameless}"

    def _node(self, about: str, node: Mapping[str, Any]) -> Iterator[_Statement]:
        for term, held in node.items():
            if term in ("@context", "id"):
                continue
            for value in held if isinstance(held, list) else [held]:
                if term == "type":
                    yield about, _TYPE, f"<{_TYPES[value]}>"
                elif isinstance(value, Mapping):
                    name = self._name(value)
                    yield about, _TERMS[term], name
                    yield from self._node(name, value)
                else:
                    yield about, _TERMS[term], _value(term, value)


def _value(term: str, text: str) -> str:
    if term in _THINGS:
        return f"<{_SEC}{text}>" if term == "proofPurpose" else f"<{text}>"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    datatype = _DATATYPES.get(term)
    return f'"{escaped}"' + (f"^^<{datatype}>" if datatype else "")


def _labels(found: list[_Statement]) -> dict[str, str]:
    """Canonical labels: in the order of the hashes of what each nameless node states."""
    hashes: dict[str, str] = {}
    for label in dict.fromkeys(value for row in found for value in row if value[:2] == "_:"):
        lines = (
            f"{_seen(about, label)} <{term}> {_seen(value, label)} .\n"
            for about, term, value in found
            if label in (about, value)
        )
        hash = hashlib.sha256("".join(sorted(lines)).encode()).hexdigest()
        if hash in hashes:
            raise ValueError("two nodes say the same")
        hashes[hash] = label
    return {hashes[hash]: f"_:c14n{place}" for place, hash in enumerate(sorted(hashes))}


def _seen(name: str, own: str) -> str:
    """How a nameless node is called while its own statements are hashed."""
    return ("_:a" if name == own else "_:z") if name[:2] == "_:" else name
