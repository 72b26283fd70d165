"""What a stage at a pretend shared laptop is made of: sites to sign in to, keys, things to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice.scenario import Consequence, Goal, Stage, WordList

Trouble = Literal[
    "wrong-key", "stayed", "kept", "as-other", "left-open", "only-locked", "not-locked"
]
TROUBLES: tuple[Trouble, ...] = get_args(Trouble)

Want = Literal["done", "not-kept", "other-out", "left"]
WANTS: tuple[Want, ...] = get_args(Want)


@dataclass(frozen=True, slots=True)
class Site:
    """A site where one has an account. `key` opens mine.

    `offers`: the browser offers to remember the password. `stays`: "Stay signed in" is ticked
    before anybody looks. `left_by` is the person who forgot to log out there, "" if nobody.
    """

    id: str
    key: str
    picture: str = ""
    offers: bool = False
    stays: bool = False
    left_by: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """A password as a card with words or a picture, so that nobody types their own."""

    id: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """What I came for: to read or write something at a site."""

    id: str
    site: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class DesktopGoal(Goal):
    """What shall be so with the things in `of`: tasks where it wants `done`, else sites.

    `left` means that I have gone and the laptop keeps nothing of mine.
    """

    wants: Want = "done"


@dataclass(frozen=True, slots=True)
class DesktopConsequence(Consequence):
    """What follows one trouble, at one of the sites in `of` (at any if it is empty)."""

    when: Trouble = "left-open"


@dataclass(frozen=True, slots=True, kw_only=True)
class DesktopStage(Stage):
    """A laptop with sites. `stranger` sits down when I go. `own`: it is mine, so I only lock it.

    `faces` are pictures by person.
    """

    sites: tuple[Site, ...]
    keys: tuple[Key, ...]
    tasks: tuple[Task, ...]
    stranger: str
    own: bool = False
    faces: Mapping[str, str] = field(default_factory=dict)
    goals: tuple[DesktopGoal, ...]
    consequences: tuple[DesktopConsequence, ...] = ()

    @property
    def things(self) -> tuple[WordList, ...]:
        """Sites, keys, tasks, and what the stranger would write in my name at each site."""
        sites = tuple(site.id for site in self.sites)
        return (
            WordList("sites", sites),
            WordList("keys", tuple(key.id for key in self.keys)),
            WordList("tasks", tuple(task.id for task in self.tasks)),
            WordList("posts", sites),
        )

    @property
    def pictures(self) -> tuple[str, ...]:
        """Those of sites, keys and tasks."""
        of_tasks = tuple(task.picture for task in self.tasks)
        of_keys = tuple(key.picture for key in self.keys)
        return tuple(site.picture for site in self.sites) + of_keys + of_tasks

    def number(self, site_id: str) -> int:
        """The place of a site among the sites. Raises UnknownThing(what="site")."""
        for number, site in enumerate(self.sites):
            if site.id == site_id:
                return number
        raise UnknownThing(what="site", id=site_id)

    def task(self, task_id: str) -> Task:
        """One task. Raises UnknownThing(what="task")."""
        for task in self.tasks:
            if task.id == task_id:
                return task
        raise UnknownThing(what="task", id=task_id)

    def require_key(self, key_id: str) -> None:
        """Raises UnknownThing(what="key") for one that is not there."""
        if all(key.id != key_id for key in self.keys):
            raise UnknownThing(what="key", id=key_id)

    def following(self, site: str, trouble: Trouble) -> str:
        """The first consequence that follows a trouble at a site; "" if there is none."""
        for each in self.consequences:
            if each.when == trouble and each.follows(site):
                return each.id
        return ""
