"""Who sees what: the one rule of the pretend network. docs/visibility.md says it in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

AUDIENCES = ("only-me", "chosen", "friends", "friends-of-friends", "everyone")
"""From the narrowest to the widest; each lets everybody in whom the one before lets in."""

NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ties:
    """Who is whose friend (both ways), and who blocked whom (blocker first)."""

    friends: Mapping[str, frozenset[str]]
    blocks: frozenset[tuple[str, str]] = frozenset()

    def apart(self, one: str, other: str) -> bool:
        """Whether one of the two blocked the other."""
        return (one, other) in self.blocks or (other, one) in self.blocks

    def friends_of(self, person: str) -> frozenset[str]:
        """A person's friends; nobody's if the person is not known."""
        return self.friends.get(person, NOBODY)


@dataclass(frozen=True, slots=True)
class Shown:
    """A thing that somebody shows: a post, or a line of a profile.

    `chosen` counts only for friends among them. `tagged` have agreed to be named on it.
    `members` are those who see into a closed group, None outside of one.
    """

    owner: str
    audience: str
    chosen: frozenset[str] = NOBODY
    tagged: frozenset[str] = NOBODY
    members: frozenset[str] | None = None


def may_see(viewer: str, shown: Shown, ties: Ties) -> bool:
    """Whether this person sees it: the owner always, who is blocked never, else by audience."""
    if viewer == shown.owner:
        return True
    if ties.apart(viewer, shown.owner):
        return False
    if shown.members is not None and viewer not in shown.members:
        return False
    wide = AUDIENCES.index(shown.audience)
    return any(_lets_in(each, viewer, shown, ties) for each in AUDIENCES[1 : wide + 1])


def may_see_shared(viewer: str, share: Shown, original: Shown, ties: Ties) -> bool:
    """Whether this person sees what was passed on: only who sees the original too."""
    return may_see(viewer, share, ties) and may_see(viewer, original, ties)


def viewers(people: Iterable[str], shown: Shown, ties: Ties) -> frozenset[str]:
    """Everybody of these people who sees it."""
    return frozenset(each for each in people if may_see(each, shown, ties))


def _lets_in(audience: str, viewer: str, shown: Shown, ties: Ties) -> bool:
    """Whether this step of the audience alone lets the viewer in."""
    friends = ties.friends_of(shown.owner)
    match audience:
        case "chosen":
            return (viewer in shown.chosen and viewer in friends) or viewer in shown.tagged
        case "friends":
            # Who is tagged brings friends along: a name on a post makes it wider.
            return viewer in friends or any(viewer in ties.friends_of(t) for t in shown.tagged)
        case "friends-of-friends":
            return not friends.isdisjoint(ties.friends_of(viewer))
        case _:
            return True
