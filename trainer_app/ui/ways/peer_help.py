"""Learners who help each other: the offer on their home, and being asked by the trainer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer_app.domain.people import Person
from trainer_app.i18n import _
from trainer_app.services.peer_help import PeerHelp
from trainer_app.ui.help_minutes import name_helped, you_helped
from trainer_app.ui.labels import person_label
from trainer_app.ui.learner.home import HomePage
from trainer_app.ui.learner.offers import Offer
from trainer_app.ui.widgets import Button

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow

HELP, ASKED = "help", "asked"


class PeerHelpWays:
    """What learners see of helping. Whose laptop needs a hand is never on a learner's screen."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._put_off: set[str] = set()
        self._told: frozenset[str] = frozenset()
        window.bridge.changed.connect(self._heard)

    # On the home
    def offer(self) -> Offer | None:
        """The question whether somebody here would help; None where it was answered tonight."""
        able = {person.id for person in self._able()}
        if not able or able & self._put_off or able & set(self._offering()):
            return None
        return Offer(
            HELP,
            "hand-helping",
            _("Would you like to help somebody tonight?"),
            _("You finished a lesson. Your trainer may ask you to help a neighbour with it."),
            _("Yes, gladly"),
            take_icon="check",
        )

    def asked(self) -> Offer | None:
        """That the trainer asks somebody here to help, as long as it goes on."""
        helping = self._of_learners()
        if helping is None or not helping.asked():
            return None
        return Offer(
            ASKED,
            "hand-helping",
            _("The trainer asks you to help a neighbour"),
            _("Your trainer tells you where. Explain; let your neighbour press."),
            _("I am back"),
            take_icon="check",
            can_wait=False,
        )

    def helps(self) -> bool | None:
        """Whether somebody here offered to help; None where nobody can, or before the answer."""
        if self._offering():
            return True
        able = {person.id for person in self._able()}
        return False if able & self._put_off else None

    def take(self) -> None:
        """Somebody here would like to help; where several could, who?"""
        able = self._able()
        if len(able) > 1:
            self._ask_who(able)
        else:
            self._set([person.id for person in able], True)

    def put_off(self) -> None:
        """Not now; it is not asked again tonight, and they may still offer it themselves."""
        self._put_off |= {person.id for person in self._able()}
        self._window.learner.home()

    def set_helping(self, on: bool) -> None:
        """Offer it after all, or take it back."""
        if on:
            self.take()
            return
        offering = self._offering()
        self._put_off |= set(offering)
        self._set(offering, False)

    def done(self) -> None:
        """Those here are back from helping."""
        helping = self._of_learners()
        if helping is not None:
            self._window.bridge.run(helping.done, "helpings")
            self._window.say(_("Thank you for helping."))

    def helped_lines(self) -> list[str]:
        """How long those here helped others, in sentences."""
        helping = self._of_learners()
        if helping is None or self._window.desk is None:
            return []
        alone = len(self._window.desk.seats.people()) == 1
        return [
            you_helped(minutes) if alone else name_helped(person_label(person), minutes)
            for person, minutes in helping.helped()
        ]

    # Parts
    def _of_learners(self) -> PeerHelp | None:
        """The service while learners sit here by name."""
        window = self._window
        if window.desk is None or not window.learner.keeps:
            return None
        return window.desk.peer_help

    def _able(self) -> list[Person]:
        helping = self._of_learners()
        return [] if helping is None else helping.able()

    def _offering(self) -> list[str]:
        helping = self._of_learners()
        return [] if helping is None else helping.offering()

    def _ask_who(self, able: list[Person]) -> None:
        buttons = [("", Button(_("Not now"), "quiet"))]
        buttons += [
            (person.id, Button(person_label(person), "secondary", icon="hand-helping"))
            for person in able
        ]
        buttons.append(("all", Button(_("All of us"), "primary", icon="users")))
        title, body = _("Who would like to help?"), _("Only who offers it is asked.")

        def chosen(answer: str) -> None:
            if answer:
                ids = [person.id for person in able]
                self._set(ids if answer == "all" else [answer], True)

        self._window.ask(title, body, buttons, chosen)

    def _set(self, person_ids: list[str], on: bool) -> None:
        helping = self._of_learners()
        if helping is None:
            return

        def offer() -> bool:
            helping.offer(person_ids, on)
            return True

        if self._window.bridge.run(offer, "helpings"):
            self._window.say(
                _("Thank you. Your trainer sees that you can help.")
                if on
                else _("You are not asked to help any more.")
            )

    def _heard(self, changed: frozenset[str]) -> None:
        """Tell those here that they are asked, on whatever page they are."""
        window = self._window
        if not changed & {"helpings", "sittings", "sessions"} or window.door.trainer_inside:
            return
        helping = self._of_learners()
        asked = frozenset(one.id for one in helping.asked()) if helping is not None else frozenset()
        new, self._told = asked - self._told, asked
        if "helpings" in changed and isinstance(window.page, HomePage):
            window.rebuild()
        elif new:
            window.say(_("The trainer asks you to help a neighbour."))
