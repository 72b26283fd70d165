"""What is drawn of the pretend phone: things, the deeds that stand, the deeds that it offers."""

from __future__ import annotations

from dataclasses import dataclass

from trainer_app.domain.practice.phone_stage import DeedName, ThingKind
from trainer_app.domain.practice.scenario import WordId


@dataclass(frozen=True, slots=True)
class DeedView:
    """A deed that stands or is offered. `word` is the phrase or the person that goes with it."""

    deed: DeedName
    what: str = ""
    word: WordId | None = None
    voice: bool = False
    to_mend: bool = False


@dataclass(frozen=True, slots=True)
class ThingView:
    """A thing as it is drawn. `person` is None for a number that the phone does not know."""

    id: str
    kind: ThingKind
    word: WordId
    person: WordId | None
    picture: str
    voice: bool
    link: bool
    new: bool
    done: tuple[DeedView, ...]
    offered: tuple[DeedView, ...]


@dataclass(frozen=True, slots=True)
class PhoneView:
    """The phone; `open` is the thing that fills the screen.

    Another viewer sees an empty phone and what they got: `received`.
    """

    things: tuple[ThingView, ...]
    open: ThingView | None
    people: tuple[WordId, ...] = ()
    received: tuple[WordId, ...] = ()
