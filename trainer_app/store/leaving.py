"""What must be in no corner of the file any more: when it grows, the file is written anew."""

from __future__ import annotations

from trainer_app.store import answers, keeping, prints, sheets
from trainer_app.store.store import Store


def gone_for_good(store: Store) -> set[str]:
    """Ids of erasures, and of photos, answers and prints that were taken back."""
    dropped = sheets.dropped(store) | answers.taken_back(store) | prints.dropped(store)
    return dropped | keeping.erasures(store)
