"""Looking at a badge for a command: with a file alone, or in a centre that is open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from trainer_app.services.ledger import Ledger


def verify_badge(file: Path, ledger: Ledger | None = None) -> dict[str, Any]:
    """What a badge's file is, as plain values and in words. Raises UnreadableFile."""
    from trainer_app.exports.did_key import did_of
    from trainer_app.services.funding.badges import check_badge
    from trainer_app.ui.badge_words import badge_lines, verdict_text, verdict_title

    checked = check_badge(file, ledger.store if ledger else None)
    badge = checked.badge
    return {
        "verdict": checked.verdict,
        "standing": checked.standing,
        "key": did_of(bytes.fromhex(checked.key)) if checked.key else None,
        "issuer": badge.issuer if badge else None,
        "name": badge.name if badge else None,
        "given": badge.at.isoformat() if badge else None,
        "id": badge.id if badge else None,
        "competences": [each.code for each in badge.alignments] if badge else [],
        "title": verdict_title(checked),
        "text": verdict_text(checked),
        "lines": badge_lines(checked),
    }
