"""How everything stands for the learner, as the controls of a screen show it."""

from __future__ import annotations

from trainer_app.domain.practice.plaza.doing import before, known
from trainer_app.domain.practice.plaza.state import Action, Plaza


class Standing:
    """What is done, chosen and written now, also where it is out of sight; equal as states are."""

    __slots__ = ("_state",)

    def __init__(self, state: Plaza) -> None:
        self._state = state

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Standing) and self._state == other._state

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """Nothing of what was typed."""
        return "Standing()"

    def has(self, what: str, thing: str) -> bool:
        """Whether a deed stands."""
        return self._state.has(what, thing)

    def choice(self, what: str, thing: str) -> str:
        """What is chosen for a thing."""
        return self._state.choice(what, thing)

    def written(self, what: str, thing: str) -> str:
        """What was written for a thing."""
        return self._state.written(what, thing)

    def deeds(self, what: str) -> frozenset[str]:
        """The things that this deed can be done with."""
        return self._state.index.deeds.get(what, frozenset())

    def values(self, what: str, thing: str) -> tuple[str, ...]:
        """What can be chosen for a thing; nothing if there is no such choice."""
        return self._state.index.options.get((what, thing), ())

    def writes(self, what: str, thing: str) -> bool:
        """Whether such a text can be written for a thing."""
        return (what, thing) in self._state.index.texts

    def first(self, action: Action) -> Action | None:
        """What has to be done before this is possible; None if it is. UnknownThing as `act`."""
        known(self._state, action)
        return before(self._state, action)
