"""What can be done at the pretend laptop, and how it is while it is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from trainer_app.domain.practice.desktop_stage import DesktopStage, Site, Trouble

ME = "me"
"""Who is signed in, where it is the learner; so `left_by` is never a person with this id."""

Offer = Literal["", "open", "no", "kept", "gone"]
Seat = Literal["sitting", "locked", "away"]


@dataclass(frozen=True, slots=True)
class SitDown:
    """I come back to the laptop."""


@dataclass(frozen=True, slots=True)
class StandUp:
    """I go, and the stranger sits down."""


@dataclass(frozen=True, slots=True)
class Lock:
    """The screen is covered; everybody knows the word that uncovers a shared one."""


@dataclass(frozen=True, slots=True)
class Unlock:
    """The screen is uncovered."""


@dataclass(frozen=True, slots=True)
class OpenSite:
    """A site's window opens."""

    site: str


@dataclass(frozen=True, slots=True)
class CloseWindow:
    """The window is closed; whoever was signed in still is."""


@dataclass(frozen=True, slots=True)
class Tick:
    """The tick at "Stay signed in" is set or taken away."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """A key is tried at the open site."""

    key: str


@dataclass(frozen=True, slots=True)
class LogOut:
    """Whoever is signed in at the open site is not any more."""


@dataclass(frozen=True, slots=True)
class DoTask:
    """Something is read or written at the open site, by whoever is signed in."""

    task: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the browser is told when it offers to remember the password."""

    keep: bool


@dataclass(frozen=True, slots=True)
class Forget:
    """The browser forgets the password of a site."""

    site: str


@dataclass(frozen=True, slots=True)
class LogOutEverywhere:
    """From my phone: logged out on all devices, and a new password."""

    site: str


@dataclass(frozen=True, slots=True)
class TakeBack:
    """What was written under a wrong name is deleted, and the person told."""

    site: str


Action = (
    SitDown
    | StandUp
    | Lock
    | Unlock
    | OpenSite
    | CloseWindow
    | Tick
    | SignIn
    | LogOut
    | DoTask
    | Answer
    | Forget
    | LogOutEverywhere
    | TakeBack
)


@dataclass(frozen=True, slots=True)
class Account:
    """How it is at one site. `harmed`: why the stranger could write there in my name, if so.

    `misused` are the tasks that were done in another person's name.
    """

    who: str = ""
    ticked: bool = False
    stayed: bool = False
    wrong_key: bool = False
    offer: Offer = ""
    done: tuple[str, ...] = ()
    misused: tuple[str, ...] = ()
    harmed: Trouble | Literal[""] = ""

    @property
    def open_to_others(self) -> bool:
        """Whether somebody who sits down here gets in as me."""
        return self.who == ME or self.offer == "kept"


@dataclass(frozen=True, slots=True)
class Desktop:
    """The laptop: where I sit, which window is open, and how it is at each site.

    `was_locked`: the screen is covered, whether I sit before it or not.
    """

    stage: DesktopStage
    accounts: tuple[Account, ...]
    seat: Seat = "sitting"
    was_locked: bool = False
    at: str = ""
    tries: int = 0
    mistakes: int = 0
    consequence: str = ""

    @property
    def here(self) -> tuple[Site, Account] | None:
        """The open site, if I sit before it."""
        if self.seat != "sitting" or not self.at:
            return None
        number = self.stage.number(self.at)
        return self.stage.sites[number], self.accounts[number]

    def account(self, site_id: str) -> Account:
        """How it is at a site. Raises UnknownThing(what="site")."""
        return self.accounts[self.stage.number(site_id)]

    def having(self, site_id: str, account: Account) -> Desktop:
        """The laptop with a site being so; what the last action brought is over."""
        accounts = list(self.accounts)
        accounts[self.stage.number(site_id)] = account
        return replace(self, accounts=tuple(accounts), consequence="")

    @property
    def reachable(self) -> bool:
        """Whether a stranger gets past the screen: everyone knows a shared laptop's word."""
        return not (self.stage.own and self.was_locked)

    def troubles(self) -> Iterator[tuple[str, Trouble]]:
        """What is not right now, as site and trouble."""
        stage = self.stage
        for site, account in zip(stage.sites, self.accounts, strict=True):
            if account.harmed:
                yield site.id, account.harmed
            if account.misused:
                yield site.id, "as-other"
            if account.wrong_key:
                yield site.id, "wrong-key"
            if account.stayed and not stage.own:
                yield site.id, "stayed"
            if account.offer == "kept" and not stage.own:
                yield site.id, "kept"
        if stage.own and self.seat == "away" and self.reachable:
            yield stage.sites[0].id, "not-locked"
