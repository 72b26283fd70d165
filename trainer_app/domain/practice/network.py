"""What a pretend network is made of: posts, groups and pages, ids only; their words stand apart."""

from __future__ import annotations

from dataclasses import dataclass

ME = ""
"""The learner, as the author of a post or among those who are tagged."""


@dataclass(frozen=True, slots=True)
class Post:
    """Something shown on the network. `author` may be the learner.

    `tags` are people named on it, `shared` is the post that it passes on, `group` where it stands;
    `fitting` are hashtags that suit it. `wrong` is the reason for which a report of it is right.
    A `draft` is seen by nobody else until it is published; an `ad` is paid for.
    """

    id: str
    author: str = ME
    picture: str = ""
    audience: str = "friends"
    tags: tuple[str, ...] = ()
    shared: str = ""
    group: str = ""
    fitting: tuple[str, ...] = ()
    wrong: str = ""
    draft: bool = False
    ad: bool = False
    place: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """People who meet around something. `closed`: only members see what is posted in it."""

    id: str
    members: tuple[str, ...] = ()
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A shop, an office, a club: something that can be followed."""

    id: str
    picture: str = ""
