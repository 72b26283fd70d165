"""Guests who learned while the centre was locked can make it theirs once the laptop is open."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import hours
from trainer_app.services.room.guest_work import GuestWork, Stretch
from trainer_app.ui.learner.keep_work import Done, KeepWorkPage
from trainer_app.ui.learner.offers import Offer
from trainer_app.ui.learner.strip import Strip
from trainer_app.ui.learner_frame import LearnerFrame
from trainer_app.ui.page import Page
from trainer_app.ui.widgets import Button

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow

KEEP = "keep-guest-work"
_STRIP = "guest-work"
_SIGN_IN_SECONDS = 180


class GuestWays:
    """Nobody is thrown out of a lesson: a strip says that the laptop is ready.

    Nothing is written before somebody signs in for it, and everybody may say no.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._work = GuestWork(window.door.now)
        self._noting = False
        self._later = False
        # What the next one to sign in keeps, and until when (UTC seconds): whoever comes long after
        # is somebody else.
        self._asked: tuple[Stretch, float] | None = None
        self._kept: Stretch | None = None
        self._declined: set[str] = set()

    # While somebody is a guest
    def begin(self) -> None:
        """Somebody sits down as a guest. Where they could have signed in, nothing is noted."""
        self.stood_up()
        self._noting, self._later = self._window.desk is None, False
        if self._noting:
            self._work.begin()

    def pause(self) -> None:
        """Whoever works now is no guest, or a trainer who looks at a lesson."""
        self._noting = False

    def stood_up(self) -> None:
        """Everybody stands up; what somebody kept is not offered to the next."""
        self._noting, self._asked = False, None
        if self._kept is not None:
            self._work.drop(self._kept)
            self._kept = None

    @property
    def notes(self) -> GuestWork | None:
        """Where a guest's work is noted, if it is."""
        return self._work if self._noting else None

    @property
    def waits(self) -> bool:
        """Whether a guest sits here whose work can be kept."""
        return self._noting and bool(self._work.stretches())

    def on(self, frame: LearnerFrame) -> None:
        """Show on a guest's page that the laptop is ready, unless she said that she goes on."""
        ready = self._window.desk is not None and self._window.learner.is_guest
        if not (ready and self.waits) or self._later:
            frame.put_strip(_STRIP, None)
            return
        on = Button(_("Go on as a guest"), "quiet")
        keep = Button(_("Keep it"), "primary", icon="save")
        on.clicked.connect(partial(self._go_on, frame))
        keep.clicked.connect(self.keep)
        words = _("This laptop is ready now. Keep what you did?")
        frame.put_strip(_STRIP, Strip("circle-check", words, [on, keep]))

    def _go_on(self, frame: LearnerFrame) -> None:
        self._later = True
        frame.put_strip(_STRIP, None)

    # Keeping it
    def offer(self) -> Offer | None:
        """What the learners' home offers about it."""
        window = self._window
        if window.desk is None or not self._work.stretches():
            return None
        here = {person.id for person in window.desk.seats.people()}
        if window.learner.is_guest and self.waits and not self._later:
            return None  # the strip above the page asks already
        if window.learner.is_guest or not here:
            words, take = _("You learned here as a guest. You can keep it."), _("Keep it")
        elif self._kept is not None:
            words, take = _("Did somebody do this together with you?"), _("One more person")
        elif here & self._declined:
            return None
        else:
            words, take = _("Did you learn here as a guest before?"), _("Yes, keep it")
        return Offer(KEEP, "history", _("What guests did here"), words, take, "save")

    def put_off(self) -> None:
        """No: whoever kept a stretch was alone, or it is not theirs."""
        if self._kept is not None:
            self._work.drop(self._kept)
            self._kept = None
        elif not self._window.learner.is_guest:
            self._declined |= {person.id for person in self._desk.seats.people()}
        else:
            self._later = True
        self._window.learner.home()

    def keep(self) -> None:
        """Choose the stretch, where there are several, then the face."""
        stretches = [self._kept] if self._kept is not None else self._work.stretches()
        if len(stretches) == 1:
            self._chosen(stretches[0])
        else:
            self._choose(stretches)

    def seated(self, person_id: str) -> None:
        """Somebody signed in: what was asked for before becomes theirs."""
        asked, self._asked = self._asked, None
        if asked is not None and self._seconds() <= asked[1]:
            self._write(asked[0], [person_id])

    def _choose(self, stretches: list[Stretch]) -> None:
        learner, self._later = self._window.learner, True

        def build() -> Page:
            page = KeepWorkPage([self._said(one) for one in stretches])
            page.chosen.connect(lambda at: self._chosen(stretches[at]))
            page.back_requested.connect(learner.home)
            return page

        learner.show(build)

    def _chosen(self, stretch: Stretch) -> None:
        """Those who sit here keep it now; a guest, or one more person, signs in first."""
        learner = self._window.learner
        people = [] if learner.is_guest else [one.id for one in self._desk.seats.people()]
        new = [id for id in people if id not in stretch.kept_for]
        if new:
            self._write(stretch, new)
            learner.home()
        else:
            self._asked = (stretch, self._seconds() + _SIGN_IN_SECONDS)
            learner.who()
            self._window.say(_("Sign in. Then it is yours."))

    def _write(self, stretch: Stretch, people: list[str]) -> None:
        session, ledger = self._desk.seats.session_id(), self._window.door.ledger

        def write() -> bool:
            for person in people:
                self._work.keep(ledger, stretch, person, session)
            return True

        if self._window.bridge.run(write, "work", "sittings"):
            self._kept, window = stretch, self._window
            # Once the home is in sight, which would cover it.
            QTimer.singleShot(0, window, lambda: window.say(_("What you did is kept.")))

    def _seconds(self) -> float:
        return self._window.door.now().timestamp()

    def _said(self, stretch: Stretch) -> Done:
        window = self._window
        zone = window.door.now().tzinfo
        titles = window.lessons.titles(window.learner.reading.language)
        began, ended = (datetime.fromtimestamp(at, zone) for at in (stretch.began, stretch.ended))
        return Done(
            hours(began, ended),
            [isolate(titles[id][0]) for id in stretch.lessons if id in titles],
        )

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk
