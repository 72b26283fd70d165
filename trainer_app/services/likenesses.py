"""Who of the register may be one person; asked again, only what changed is compared again."""

from __future__ import annotations

import threading

from trainer_app.domain import sameness
from trainer_app.domain.names import NameKey
from trainer_app.domain.sameness import Known, Suggestion
from trainer_app.rosters.transliteration import name_key
from trainer_app.store import unsettled
from trainer_app.store.store import Store

_Asked = tuple[list[Known], frozenset[frozenset[str]]]


class Likenesses:
    """Compares the names of a register; remembers what came of it last."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._keys: dict[tuple[str, str, int | None], NameKey] = {}
        self._last: tuple[_Asked, list[Suggestion]] | None = None
        # Two pages may ask at once; the second waits for what the first one finds.
        self._one_at_a_time = threading.Lock()

    def suggestions(self) -> list[Suggestion]:
        """Pairs to ask about, the likeliest first; seconds for 10,000 people, once."""
        with self._one_at_a_time:
            asked = self._register(), unsettled.told_apart(self._store)
            if self._last is None or self._last[0] != asked:
                self._last = asked, sameness.suggestions(*asked)
            return list(self._last[1])

    def _register(self) -> list[Known]:
        courses = unsettled.courses_by_person(self._store)
        keys, self._keys = self._keys, {}
        known = []
        for entry in unsettled.entries(self._store):
            of = entry.id, entry.name, entry.birth_year
            self._keys[of] = keys.get(of) or name_key(*of)
            known.append(
                Known(
                    entry.stands,
                    entry.name,
                    self._keys[of],
                    courses.get(entry.stands, frozenset()),
                )
            )
        return known
