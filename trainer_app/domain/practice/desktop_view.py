"""What is drawn of the pretend laptop, for me and for whoever sits down after me."""

from __future__ import annotations

from dataclasses import dataclass

from trainer_app.domain.practice.desktop_acts import ME, Account, Desktop, Offer, Seat
from trainer_app.domain.practice.desktop_stage import DesktopStage, Site
from trainer_app.domain.practice.engine import LEARNER
from trainer_app.domain.practice.scenario import PEOPLE, WordId, World


@dataclass(frozen=True, slots=True)
class KeyView:
    """A card with a password on it."""

    id: str
    word: WordId
    picture: str


@dataclass(frozen=True, slots=True)
class TaskView:
    """Something to do at a site; `misused`: it was done in another person's name."""

    id: str
    word: WordId
    picture: str
    done: bool
    misused: bool


@dataclass(frozen=True, slots=True)
class SiteView:
    """A site as it is drawn. `mine`: I am signed in; `person`: who else is, None if nobody.
    `face` is that person's picture.

    `post` is what the stranger wrote in my name, for all to see.
    """

    id: str
    word: WordId
    picture: str
    mine: bool
    person: WordId | None
    face: str
    ticked: bool
    wrong_key: bool
    offer: Offer
    tasks: tuple[TaskView, ...]
    post: WordId | None


@dataclass(frozen=True, slots=True)
class DesktopView:
    """The laptop. `at` is the open site, "" for the desk; another viewer has no keys.

    `stranger` is who sits down when I go, `face` their picture.
    """

    stranger: WordId
    face: str
    seat: Seat
    own: bool
    locked: bool
    at: str
    sites: tuple[SiteView, ...]
    keys: tuple[KeyView, ...]


def see(state: Desktop, viewer: str) -> DesktopView:
    """The learner sees all; the stranger what is open to them; others what stands in public."""
    stage, mine = state.stage, viewer == LEARNER
    pairs = zip(stage.sites, state.accounts, strict=True)
    inside = mine or (viewer == stage.stranger and state.reachable)
    return DesktopView(
        stranger=World().word(PEOPLE, stage.stranger),
        face=stage.faces.get(stage.stranger, ""),
        seat=state.seat,
        own=stage.own,
        locked=state.was_locked,
        at=state.at if mine else "",
        sites=tuple(
            _site(stage, site, account if inside else Account(harmed=account.harmed), mine)
            for site, account in pairs
        ),
        keys=tuple(
            KeyView(key.id, stage.word("keys", key.id), key.picture)
            for key in (stage.keys if mine else ())
        ),
    )


def _site(stage: DesktopStage, site: Site, account: Account, mine: bool) -> SiteView:
    other = account.who not in ("", ME)
    shown = mine or bool(account.who)
    return SiteView(
        id=site.id,
        word=stage.word("sites", site.id),
        picture=site.picture,
        mine=account.who == ME,
        person=World().word(PEOPLE, account.who) if other else None,
        face=stage.faces.get(account.who, "") if other else "",
        ticked=account.ticked,
        wrong_key=account.wrong_key,
        offer=account.offer,
        tasks=tuple(
            TaskView(
                id=task.id,
                word=stage.word("tasks", task.id),
                picture=task.picture,
                done=task.id in account.done,
                misused=task.id in account.misused,
            )
            for task in stage.tasks
            if task.site == site.id and shown
        ),
        post=stage.word("posts", site.id) if account.harmed else None,
    )
