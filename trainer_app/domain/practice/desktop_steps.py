"""When a goal at the pretend laptop is met, and what to do next until all are."""

from __future__ import annotations

from trainer_app.domain.practice.desktop_acts import (
    ME,
    Action,
    Answer,
    Desktop,
    DoTask,
    Forget,
    Lock,
    LogOut,
    LogOutEverywhere,
    OpenSite,
    SignIn,
    SitDown,
    StandUp,
    TakeBack,
    Tick,
    Unlock,
)
from trainer_app.domain.practice.desktop_stage import DesktopGoal, DesktopStage, Site, Trouble


def following(state: Desktop) -> Action | None:
    """The next right step; None when every goal is met and nothing is to mend."""
    for site, trouble in state.troubles():
        return _mend(state, site, trouble)
    unmet = [goal for goal in state.stage.goals if not is_met(state, goal)]
    for goal in sorted(unmet, key=lambda each: each.wants == "left"):
        return _towards(state, goal)
    return None


def is_met(state: Desktop, goal: DesktopGoal) -> bool:
    """Whether what a goal wants is so with the things that it is about."""
    stage = state.stage
    if goal.wants == "left":
        hidden = (
            state.was_locked
            if stage.own
            else not any(account.open_to_others for account in state.accounts)
        )
        return state.seat == "away" and hidden
    if goal.wants == "done":
        done = {task for account in state.accounts for task in account.done}
        return all(task.id in done for task in stage.tasks if not goal.of or task.id in goal.of)
    return all(_as_wanted(state, goal, site) for site in _of(stage, goal))


def _as_wanted(state: Desktop, goal: DesktopGoal, site: Site) -> bool:
    account = state.account(site.id)
    if goal.wants == "not-kept":
        return account.offer in ("no", "gone")
    return account.who != site.left_by


def _of(stage: DesktopStage, goal: DesktopGoal) -> tuple[Site, ...]:
    """The sites that a goal is about: those where what it wants can be."""
    able = (
        each for each in stage.sites if (each.offers if goal.wants == "not-kept" else each.left_by)
    )
    return tuple(each for each in able if not goal.of or each.id in goal.of)


def _mend(state: Desktop, site: str, trouble: Trouble) -> Action:
    account = state.account(site)
    if state.seat == "locked":
        return Unlock()
    if state.seat == "away" and account.open_to_others:
        return LogOutEverywhere(site)
    match trouble:
        case "wrong-key":
            return _signed_in(state, site)
        case "stayed":
            return _logged_out(state, site)
        case "kept":
            return Forget(site)
        case "not-locked" if not account.harmed:
            return SitDown()
        case _:
            return TakeBack(site)


def _towards(state: Desktop, goal: DesktopGoal) -> Action:
    """The next step to a goal that is not met, while nothing is to mend."""
    stage = state.stage
    if goal.wants == "left":
        return _leaving(state)
    if goal.wants == "done":
        done = {task for account in state.accounts for task in account.done}
        about = (each for each in stage.tasks if not goal.of or each.id in goal.of)
        task = next(each for each in about if each.id not in done)
        if state.account(task.site).who != ME or not _before(state, task.site):
            return _signed_in(state, task.site)
        return Answer(keep=False) if _asked(state, task.site) else DoTask(task.id)
    site = next(each for each in _of(stage, goal) if not _as_wanted(state, goal, each))
    if goal.wants == "other-out":
        return _logged_out(state, site.id)
    if state.account(site.id).offer == "kept":
        return _opened(state, site.id) or Forget(site.id)
    if state.account(site.id).who != ME or not _before(state, site.id):
        return _signed_in(state, site.id)
    return Answer(keep=False)


def _asked(state: Desktop, site: str) -> bool:
    return state.account(site).offer == "open"


def _before(state: Desktop, site: str) -> bool:
    """Whether I sit before the window of this site."""
    return state.seat == "sitting" and state.at == site


def _opened(state: Desktop, site: str) -> Action | None:
    """The next step until I sit before a site's window."""
    if state.seat == "away":
        return SitDown()
    if state.seat == "locked":
        return Unlock()
    return None if state.at == site else OpenSite(site)


def _signed_in(state: Desktop, site: str) -> Action:
    """The next step until I am signed in, before the window."""
    step = _opened(state, site)
    if step is not None:
        return step
    account = state.account(site)
    if account.who:
        return LogOut()
    if account.ticked and not state.stage.own:
        return Tick()
    return SignIn(state.stage.sites[state.stage.number(site)].key)


def _logged_out(state: Desktop, site: str) -> Action:
    return _opened(state, site) or LogOut()


def _leaving(state: Desktop) -> Action:
    """Log out everywhere and go; my own laptop is locked instead."""
    if state.seat == "away":
        return SitDown()
    if state.stage.own:
        return StandUp() if state.seat == "locked" else Lock()
    for site, account in zip(state.stage.sites, state.accounts, strict=True):
        if account.who == ME:
            return _logged_out(state, site.id)
    return StandUp()
