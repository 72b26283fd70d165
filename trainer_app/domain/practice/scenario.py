"""Scenarios as the program knows them: stages with goals and consequences, ids only; words apart.

A scenario is read from a lesson's `practice.toml`; see docs/practice.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trainer_app.domain.blocks import Block, Line, plain
from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice.network import Group, Page, Post
from trainer_app.domain.speaking import Pitch

GOALS = "goals"
CONSEQUENCES = "consequences"
WORLD = "world"
PEOPLE = "people"
SINCE = ("today", "week", "month", "year", "years")
"""Since when somebody has an account: joined today, this week, this month, this year, before."""


class WordId(str):
    """Names words that a person sees: `stage.list.id`, or `world.people.id`.

    A kind of its own, so that a test can find every one in a view and look for its words.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to reach. `of` names the things that must be right; a kind says when they are."""

    id: str
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Consequence:
    """What gently follows a mistake with one of the things in `of`; with any if it is empty."""

    id: str
    of: tuple[str, ...] = ()

    def follows(self, thing: str) -> bool:
        """Whether it can follow a mistake with this thing."""
        return not self.of or thing in self.of


@dataclass(frozen=True, slots=True)
class WordList:
    """The ids of one list of words. `explained`: each item has a second, quoted sentence."""

    name: str
    ids: tuple[str, ...]
    explained: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One part of a practice; every kind has a stage of its own that adds to this one.

    Nobody needs one that is `extra`: it is for those who want more, and counts for nothing.
    """

    id: str
    kind: str
    goals: tuple[Goal, ...]
    consequences: tuple[Consequence, ...] = ()
    extra: bool = False

    @property
    def things(self) -> tuple[WordList, ...]:
        """The lists of words that this kind adds to goals and consequences."""
        return ()

    @property
    def pictures(self) -> tuple[str, ...]:
        """The pictures that the stage names, within the lesson's `images` folder."""
        return ()

    @property
    def lists(self) -> tuple[WordList, ...]:
        """Every list of words that practice.md must have for this stage, none of them empty.

        A goal's second sentence is its hint; a consequence's says how to put it right.
        """
        goals = WordList(GOALS, tuple(goal.id for goal in self.goals), explained=True)
        after = WordList(CONSEQUENCES, tuple(each.id for each in self.consequences), explained=True)
        return tuple(each for each in (goals, *self.things, after) if each.ids)

    def word(self, name: str, thing: str) -> WordId:
        """The words of a thing in one of the lists."""
        return WordId(f"{self.id}.{name}.{thing}")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented; the name stands in the words. `picture` may be "".

    `friends` are other people of the world; a friendship named once counts both ways. `likes` are
    topics. `since` says how old the account is (one of SINCE), `about` that it has a line about
    itself. `copied` is the person whose name and picture it took, `wrong` the reason for which a
    report of the account is right. `voice` is how the person sounds; "" where nobody minds.
    """

    id: str
    picture: str = ""
    friends: tuple[str, ...] = ()
    likes: tuple[str, ...] = ()
    since: str = "years"
    about: bool = False
    copied: str = ""
    wrong: str = ""
    voice: Pitch = ""


@dataclass(frozen=True, slots=True)
class World:
    """What the stages of one practice share, and perhaps many practices.

    `topics` are what posts can be about. `common` are the word ids of what comes with the program:
    their words and pictures stand there, not with the lesson.
    """

    people: tuple[Person, ...] = ()
    posts: tuple[Post, ...] = ()
    groups: tuple[Group, ...] = ()
    pages: tuple[Page, ...] = ()
    topics: tuple[str, ...] = ()
    common: frozenset[str] = frozenset()

    @property
    def all_lists(self) -> tuple[WordList, ...]:
        """Every list of words of the world, those of the common one too."""
        comments = (comment.id for post in self.posts for comment in post.comments)
        rules = dict.fromkeys(rule for group in self.groups for rule in group.rules)
        return (
            WordList(PEOPLE, tuple(each.id for each in self.people)),
            WordList("about", tuple(each.id for each in self.people if each.about)),
            WordList("posts", tuple(each.id for each in self.posts)),
            WordList("alts", tuple(each.id for each in self.posts if each.described)),
            WordList("comments", tuple(comments)),
            WordList("groups", tuple(each.id for each in self.groups)),
            WordList("rules", tuple(rules)),
            WordList("pages", tuple(each.id for each in self.pages)),
            WordList("topics", self.topics),
        )

    @property
    def lists(self) -> tuple[WordList, ...]:
        """The lists of words that the section `world` of practice.md must have."""
        own = (
            WordList(each.name, tuple(thing for thing in each.ids if self.own(each.name, thing)))
            for each in self.all_lists
        )
        return tuple(each for each in own if each.ids)

    @property
    def pictures(self) -> tuple[str, ...]:
        """The pictures of the world's things that are the lesson's own."""
        people = [each.picture for each in self.people if self.own(PEOPLE, each.id)]
        posts = [each.picture for each in self.posts if self.own("posts", each.id)]
        pages = [each.picture for each in self.pages if self.own("pages", each.id)]
        return (*people, *posts, *pages)

    @property
    def voices(self) -> Mapping[str, Pitch]:
        """How people sound, by id; only those of whom it is said."""
        return {each.id: each.voice for each in self.people if each.voice}

    def own(self, name: str, thing: str) -> bool:
        """Whether a thing of one of the lists is the lesson's own, not the common world's."""
        return self.word(name, thing) not in self.common

    def word(self, name: str, thing: str) -> WordId:
        """The words of a thing in one of the lists."""
        return WordId(f"{WORLD}.{name}.{thing}")


@dataclass(frozen=True, slots=True)
class Scenario:
    """The practice of one lesson, the same in every language. `lesson` is the lesson's id."""

    lesson: str
    version: int
    minutes: int
    stages: tuple[Stage, ...]
    world: World = World()

    @property
    def needed(self) -> tuple[Stage, ...]:
        """The stages that a person plays to have done the practice; the extra ones come after."""
        return tuple(stage for stage in self.stages if not stage.extra)

    @property
    def goals(self) -> int:
        """How many goals those stages have."""
        return sum(len(stage.goals) for stage in self.needed)

    @property
    def words(self) -> Iterator[tuple[WordId, bool]]:
        """Every words' id there must be, and whether it has a second sentence."""
        owners: tuple[World | Stage, ...] = (self.world, *self.stages)
        for owner in owners:
            for each in owner.lists:
                for thing in each.ids:
                    yield owner.word(each.name, thing), each.explained

    @property
    def pictures(self) -> tuple[str, ...]:
        """Every picture that the practice names, once."""
        named = [picture for stage in self.stages for picture in stage.pictures]
        return tuple(dict.fromkeys(each for each in (*self.world.pictures, *named) if each))


@dataclass(frozen=True, slots=True)
class Said:
    """A thing's words, and its second sentence: a hint, or how to put something right."""

    line: Line
    then: Line = ()


@dataclass(frozen=True, slots=True)
class StageWords:
    """What stands over a stage, and what is said when it is done."""

    title: str
    intro: tuple[Block, ...]
    done: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PracticeWords:
    """All words of one practice in one language: `said` by WordId, `stages` by stage id."""

    language: str
    by: str
    review: str
    stages: Mapping[str, StageWords]
    said: Mapping[str, Said]

    def text(self, word: WordId) -> str:
        """The plain words of one thing. Raises UnknownThing(what="words")."""
        try:
            return plain(self.said[word].line)
        except KeyError:
            raise UnknownThing(what="words", id=word) from None


@dataclass(frozen=True, slots=True)
class Practice:
    """A scenario with its words in one language: what a person plays."""

    scenario: Scenario
    words: PracticeWords
