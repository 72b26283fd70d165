"""What a pretend network is made of: posts, groups and pages, ids only; their words stand apart."""

from __future__ import annotations

from dataclasses import dataclass

ME = ""
"""The learner, as the author of a post or among those who are tagged."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote under a post. `wrong` is the reason for which a report is right."""

    id: str
    author: str
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """Something shown on the network. `author` is a person, a page or the learner.

    `tags` are people named on it, `shared` is the post that it passes on, `group` where it stands;
    `fitting` are hashtags that suit it, and `fit` (0 to 100) is how far its subject suits people.
    `wrong` is the reason for which a report of it is right. A `draft` is seen by nobody else until
    it is published; an `ad` is paid for. `described`: its picture has words for who listens.
    """

    id: str
    author: str = ME
    picture: str = ""
    audience: str = "friends"
    tags: tuple[str, ...] = ()
    shared: str = ""
    group: str = ""
    topic: str = ""
    fitting: tuple[str, ...] = ()
    wrong: str = ""
    draft: bool = False
    ad: bool = False
    place: bool = False
    described: bool = False
    fit: int = 50
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """People who meet around something. `closed`: only members see what is posted in it.

    `rules` are ids of words; groups may share a rule.
    """

    id: str
    members: tuple[str, ...] = ()
    closed: bool = False
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A shop, an office, a club: something that can be followed, and that may post.

    `wrong` is the reason for which a report of it is right.
    """

    id: str
    picture: str = ""
    topic: str = ""
    wrong: str = ""
