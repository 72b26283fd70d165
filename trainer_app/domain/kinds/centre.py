"""The centre, its trainers, its laptops, and what comes before anybody learns."""

from __future__ import annotations

from trainer_app.domain.kinds.kind import SIGNED, Kind

KINDS = (
    # The centre, its trainers and its laptops
    Kind("centre-named", "centre", {"name": "text"}),
    Kind("centre-key-set", "centre-key", {"box_key": "text", **SIGNED}),
    Kind(
        "trainer-added",
        "trainer:{subject}",
        {
            "name": "text",
            "picture": "text",
            "box_key": "text",
            "sign_key": "text",
            # The private halves, closed with the passphrase: so it opens her other laptops too.
            "wrapped": "text",
            "role": "text",
            "until": "date?",
            **SIGNED,
        },
        version=2,
        has_subject=True,
        personal=frozenset({"name"}),
        earlier=({"name": "text", "picture": "text", "box_key": "text", "sign_key": "text"},),
    ),
    Kind(
        "trainer-removed",
        "trainer:{subject}",
        # What she had signed and still holds; what turns up later in her name does not.
        {"known": "list", **SIGNED},
        has_subject=True,
    ),
    Kind("recovery-renewed", "recovery", {"box_key": "text", "sign_key": "text", **SIGNED}),
    Kind(
        "laptop-admitted",
        "laptop:{laptop}",
        {"laptop": "id", "code": "text", "sign_key": "text", "invitation": "id?", **SIGNED},
        version=2,
        earlier=({"laptop": "id", "code": "text", "sign_key": "text", "certificate": "text"},),
    ),
    Kind(
        "laptop-shut-out",
        "laptop:{laptop}",
        {"laptop": "id", "seq": "count", "head": "text", **SIGNED},
    ),
    Kind("laptop-readmitted", "laptop:{laptop}", {"laptop": "id", **SIGNED}),
    Kind(
        "fork-settled",
        "fork:{laptop}:{after}",
        {"laptop": "id", "after": "text", "counted": "list", **SIGNED},
    ),
)
