"""A pretend shared laptop: sign in, do what I came for, log out; then a stranger sits down.

What is left open is used by the stranger, and is put right from the laptop or from my phone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trainer_app.domain.practice.desktop_acts import (
    ME,
    Account,
    Action,
    Answer,
    CloseWindow,
    Desktop,
    DoTask,
    Forget,
    Lock,
    LogOut,
    LogOutEverywhere,
    Offer,
    OpenSite,
    Seat,
    SignIn,
    SitDown,
    StandUp,
    TakeBack,
    Tick,
    Unlock,
)
from trainer_app.domain.practice.desktop_stage import DesktopStage, Site, Trouble
from trainer_app.domain.practice.desktop_steps import following, is_met
from trainer_app.domain.practice.desktop_view import DesktopView, see
from trainer_app.domain.practice.engine import Progress
from trainer_app.domain.practice.scenario import PracticeWords


def start(stage: DesktopStage, _seed: int, _words: PracticeWords) -> Desktop:
    """I sit before the laptop; some sites were left open by other people."""
    accounts = tuple(Account(who=site.left_by, ticked=site.stays) for site in stage.sites)
    return Desktop(stage, accounts)


def act(state: Desktop, action: Action) -> Desktop:
    """The laptop after an action. Raises UnknownThing(what="site", "key" or "task")."""
    match action:
        case SitDown() | StandUp() | Lock() | Unlock():
            return _seated(state, action)
        case OpenSite(site):
            state.stage.number(site)
            if state.seat != "sitting" or state.at == site:
                return state
            return replace(state, at=site, consequence="")
        case CloseWindow():
            return _close(state)
        case Forget(site) | LogOutEverywhere(site) | TakeBack(site):
            account = state.account(site)
            after = _mended(state, account, action)
            return state if after == account else state.having(site, after)
        case SignIn(key):
            state.stage.require_key(key)
        case DoTask(task):
            state.stage.task(task)
    return _at_site(state, action)


def view(state: Desktop, viewer: str) -> DesktopView:
    """What the learner sees, or whoever sits down at the laptop now."""
    return see(state, viewer)


def progress(state: Desktop) -> Progress:
    """The last goal stays open while anything is to mend."""
    goals = state.stage.goals
    troubles = tuple(state.troubles())
    met = [goal.id for goal in goals if is_met(state, goal)]
    if troubles and goals[-1].id in met:
        met.remove(goals[-1].id)
    to_mend = (state.stage.following(*trouble) for trouble in troubles)
    return Progress(
        goals=tuple(goal.id for goal in goals),
        met=tuple(met),
        tries=state.tries,
        mistakes=state.mistakes,
        consequence=state.consequence,
        to_mend=tuple(dict.fromkeys(each for each in to_mend if each)),
    )


def next_step(state: Desktop) -> Action | None:
    """What is wrong is put right first; going away comes last."""
    return following(state)


def actions(state: Desktop) -> Sequence[Action]:
    """Everything that can be done from where I am."""
    return tuple(each for each in _thinkable(state) if act(state, each) != state)


def _thinkable(state: Desktop) -> Iterator[Action]:
    stage = state.stage
    yield from (SitDown(), StandUp(), Lock(), Unlock(), CloseWindow(), Tick(), LogOut())
    yield from (Answer(keep=False), Answer(keep=True))
    yield from (SignIn(key.id) for key in stage.keys)
    yield from (DoTask(task.id) for task in stage.tasks)
    for site in stage.sites:
        yield from (OpenSite(site.id), Forget(site.id))
        yield from (LogOutEverywhere(site.id), TakeBack(site.id))


def _seated(state: Desktop, action: SitDown | StandUp | Lock | Unlock) -> Desktop:
    match action:
        case SitDown() if state.seat == "away":
            back: Seat = "locked" if state.was_locked else "sitting"
            return replace(state, seat=back, at="", consequence="")
        case Lock() if state.seat == "sitting":
            return replace(state, seat="locked", was_locked=True, consequence="")
        case Unlock() if state.seat == "locked":
            return replace(state, seat="sitting", was_locked=False, consequence="")
        case StandUp() if state.seat != "away":
            return _left(state)
    return state


def _left(state: Desktop) -> Desktop:
    """I went; the stranger writes in my name wherever they can."""
    gone = replace(state, seat="away", at="", tries=state.tries + 1, consequence="")
    used = [number for number, each in enumerate(state.accounts) if each.open_to_others]
    if not state.reachable or not (used or state.stage.own):
        return gone
    why: Trouble = "only-locked" if state.was_locked else "left-open"
    if state.stage.own:
        why = "not-locked"
    accounts = list(state.accounts)
    for number in used:
        accounts[number] = replace(accounts[number], harmed=why)
    first = state.stage.sites[used[0] if used else 0].id
    return _mistaken(replace(gone, accounts=tuple(accounts)), first, why)


def _close(state: Desktop) -> Desktop:
    """The window goes; a key that did not fit is forgotten, whoever is signed in stays so."""
    if state.here is None:
        return state
    site, account = state.here
    return replace(state.having(site.id, replace(account, wrong_key=False)), at="")


def _mended(
    state: Desktop, account: Account, action: Forget | LogOutEverywhere | TakeBack
) -> Account:
    """An account after something was put right, the same if that is not possible now."""
    match action:
        case Forget() if state.seat == "sitting" and account.offer == "kept":
            return replace(account, offer="gone")
        case LogOutEverywhere() if state.seat == "away" and account.open_to_others:
            who = "" if account.who == ME else account.who
            offer: Offer = "gone" if account.offer == "kept" else account.offer
            return replace(account, who=who, stayed=False, offer="" if offer == "open" else offer)
        case TakeBack() if state.seat == "sitting" or (
            state.seat == "away" and not account.open_to_others
        ):
            return replace(account, harmed="", misused=())
    return account


def _at_site(state: Desktop, action: Action) -> Desktop:
    """What is done in the open window."""
    if state.here is None:
        return state
    site, account = state.here
    match action:
        case Tick() if not account.who:
            return state.having(site.id, replace(account, ticked=not account.ticked))
        case SignIn(key) if not account.who:
            return _sign_in(state, site, account, key)
        case LogOut() if account.who:
            offer = "" if account.offer == "open" else account.offer
            out = replace(account, who="", stayed=False, ticked=site.stays, offer=offer)
            return _tried(state.having(site.id, out))
        case DoTask(task) if account.who and state.stage.task(task).site == site.id:
            return _do_task(state, site, account, task)
        case Answer(keep) if account.who == ME and account.offer == "open":
            told = replace(account, offer="kept" if keep else "no")
            after = _tried(state.having(site.id, told))
            wrong = keep and not state.stage.own
            return _mistaken(after, site.id, "kept") if wrong else after
    return state


def _sign_in(state: Desktop, site: Site, account: Account, key: str) -> Desktop:
    if key != site.key:
        wrong = _tried(state.having(site.id, replace(account, wrong_key=True)))
        return _mistaken(wrong, site.id, "wrong-key")
    offer = "open" if site.offers and not account.offer else account.offer
    inside = replace(account, who=ME, stayed=account.ticked, wrong_key=False, offer=offer)
    after = _tried(state.having(site.id, inside))
    stays = account.ticked and not state.stage.own
    return _mistaken(after, site.id, "stayed") if stays else after


def _do_task(state: Desktop, site: Site, account: Account, task: str) -> Desktop:
    if account.who == ME:
        if task in account.done:
            return state
        return _tried(state.having(site.id, replace(account, done=(*account.done, task))))
    if task in account.misused:
        return state
    misused = replace(account, misused=(*account.misused, task))
    return _mistaken(_tried(state.having(site.id, misused)), site.id, "as-other")


def _tried(state: Desktop) -> Desktop:
    return replace(state, tries=state.tries + 1)


def _mistaken(state: Desktop, site: str, trouble: Trouble) -> Desktop:
    after = state.stage.following(site, trouble)
    return replace(state, mistakes=state.mistakes + 1, consequence=after)
