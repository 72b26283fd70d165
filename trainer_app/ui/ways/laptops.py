"""The ways between laptops: invite one, merge news from files or a stick, shut one out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.laptops import Merged
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import clock, number, short_date
from trainer_app.services.laptops import Fork
from trainer_app.ui.merging.merge import MergePage
from trainer_app.ui.page import Page
from trainer_app.ui.settings.laptops import LaptopsPage
from trainer_app.ui.settings.laptops_invitation import InvitationPage
from trainer_app.ui.sticks import StickWatch
from trainer_app.ui.widgets import Button

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow

_CHANGED = (
    "attendance", "courses", "sessions", "people", "sittings", "hands", "laptops", "conflicts",
    "scams",
    "help",
    "paths",
)  # fmt: skip
_Trouble = TrainerError | None


class LaptopWays:
    """What a trainer does with other laptops; looks for sticks while she is inside."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._stopped = False
        self.sticks = StickWatch(parent=window)
        self.sticks.appeared.connect(self._stick_in)
        self.sticks.gone.connect(self._stick_out)
        window.bridge.progressed.connect(self._progress)

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def laptops(self) -> None:
        """All laptops of the centre."""
        desk = self._desk

        def build() -> Page:
            can_invite = desk.trainers.may_decide
            page = LaptopsPage(desk.laptops.all(), now=desk.now, can_invite=can_invite)
            page.back_requested.connect(self._window.trainer.settings)
            page.merge_requested.connect(self.merge)
            page.invite_requested.connect(self._invite)
            page.write_requested.connect(self._write)
            page.shut_out_requested.connect(lambda id: self._decide(desk.laptops.shut_out, id))
            page.readmit_requested.connect(lambda id: self._decide(desk.laptops.readmit, id))
            page.settle_fork_requested.connect(self._settle_fork)
            return page

        self._window.trainer.show("settings", build)

    def merge(self) -> None:
        """Bring in the news of other laptops; those of a stick that is in are offered."""
        stick = next(iter(self.sticks.sticks), None)
        files = self._desk.merging.files_on(stick) if stick else []

        def build() -> Page:
            page = MergePage(files, stick)
            page.merge_requested.connect(lambda chosen: self._merge(chosen, self._stick()))
            page.cancel_requested.connect(self._stop)
            page.files_requested.connect(self._choose)
            page.settling_requested.connect(self._window.settling.settle)
            page.done.connect(self.laptops)
            return page

        self._window.trainer.show("settings", build)

    # A stick
    def _stick_in(self, stick: Path) -> None:
        if self._window.desk is None or not self._window.door.trainer_inside:
            return
        if isinstance(self._window.page, MergePage):
            self._window.page.show_offer(self._desk.merging.files_on(stick), stick)
            return
        files = self._desk.merging.files_on(stick)
        if not files and len(self._desk.laptops.all()) < 2:
            return
        self._window.ask(
            _("A stick is in"),
            _("Bring in the news of other laptops, and write this laptop’s news on the stick?"),
            [
                ("later", Button(_("Not now"))),
                ("merge", Button(_("Merge news"), "primary", icon="refresh-cw")),
            ],
            lambda answer: self.merge() if answer == "merge" else None,
        )

    def _stick_out(self, stick: Path) -> None:
        if isinstance(self._window.page, MergePage):
            self._window.page.stick_gone(stick)

    def _stick(self) -> Path | None:
        return next(iter(self.sticks.sticks), None)

    def _choose(self) -> None:
        file = self._window.choose_file(None)
        if file is not None and isinstance(self._window.page, MergePage):
            self._window.page.show_offer([file], self._stick())

    # Merging
    def _merge(self, files: Sequence[Path], stick: Path | None) -> None:
        self._stopped = False
        merging, erasing, bridge = self._desk.merging, self._desk.erasing, self._window.bridge

        def work() -> tuple[Merged, _Trouble]:
            merged = merging.merge(files, bridge.progressed.emit, lambda: self._stopped)
            erasing.sweep()  # who was erased elsewhere goes out of the backups here, too
            return merged, None if merged.stopped else self._write_back(stick)

        bridge.work(work, lambda result: self._merged(*result, on_stick=stick is not None),
                    *_CHANGED)  # fmt: skip

    def _write_back(self, stick: Path | None) -> _Trouble:
        """What came in stays whether or not the stick takes our own news."""
        if stick is not None:
            try:
                self._desk.merging.write_to_stick(stick)
            except TrainerError as trouble:
                return trouble
        return None

    def _stop(self) -> None:
        self._stopped = True

    def _progress(self, done: int, of: int) -> None:
        if isinstance(self._window.page, MergePage):
            self._window.page.show_progress(done, of)

    def _merged(self, merged: Merged, trouble: _Trouble, *, on_stick: bool) -> None:
        if self._window.desk is None:
            return
        written = on_stick and trouble is None and not merged.stopped
        if isinstance(self._window.page, MergePage):
            self._window.page.show_outcome(
                merged,
                on_stick=written,
                trouble=trouble,
                conflicts=self._desk.settling.count(),
            )
        else:
            words = ngettext("{count} new entry came in", "{count} new entries came in", merged.new)
            self._window.say(words.format(count=number(merged.new)))

    # Laptops
    def _invite(self) -> None:
        file = self._window.choose_file(_("invitation") + ".trainer")
        if file is None:
            return
        laptops = self._desk.laptops
        self._window.bridge.work(partial(laptops.invite, file), partial(self._invited, file))

    def _invited(self, file: Path, code: str) -> None:
        def build() -> Page:
            page = InvitationPage(file, code)
            page.finished.connect(self.laptops)
            return page

        self._window.trainer.show("settings", build)

    def _write(self) -> None:
        file = self._window.choose_file(_("news") + ".bundle")
        if file is None:
            return

        def written(count: int) -> None:
            words = ngettext("{count} entry was written", "{count} entries were written", count)
            self._window.say(words.format(count=number(count)))

        self._window.bridge.work(partial(self._desk.merging.write_news, file), written)

    def _decide(self, decision: object, laptop: str) -> None:
        assert callable(decision)
        self._window.bridge.run(lambda: decision(laptop), *_CHANGED)
        self._window.rebuild()

    def _settle_fork(self, laptop: str) -> None:
        """Two histories of one laptop: a folder was copied and both copies were used."""
        forks = self._desk.laptops.forks(laptop)
        if not forks:
            return
        fork = forks[0]
        told = "\n".join(
            _("{count}: {entries} entries, from {first} to {last}").format(
                count=number(place),
                entries=number(branch.events),
                first=isolate(f"{short_date(branch.first.date())} {clock(branch.first.time())}"),
                last=isolate(f"{short_date(branch.last.date())} {clock(branch.last.time())}"),
            )
            for place, branch in enumerate(fork.branches, 1)
        )
        words = _(
            "Somebody copied this laptop’s folder, and both copies went on. Both histories are "
            "kept. Which of them count?"
        )
        single = [
            (branch.hash, Button(_("Only {count}").format(count=number(place))))
            for place, branch in enumerate(fork.branches, 1)
        ]
        self._window.ask(
            _("Two histories of one laptop"),
            f"{words}\n\n{told}",
            [
                ("", Button(_("Not now"))),
                *single,
                ("all", Button(_("Count all"), "primary")),
            ],
            lambda answer: self._fork_answered(fork, answer),
        )

    def _fork_answered(self, fork: Fork, answer: str) -> None:
        if not answer:
            return
        counted = [branch.hash for branch in fork.branches if answer in ("all", branch.hash)]
        self._window.bridge.run(lambda: self._desk.laptops.settle_fork(fork, counted), *_CHANGED)
        self._window.rebuild()
