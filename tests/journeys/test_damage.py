"""A damaged centre through the real window: the right offer, and nothing older than the backup
is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from centres import PASSPHRASE, Centre, Clock
from PySide6.QtWidgets import QApplication

from trainer_app.app import open_window
from trainer_app.domain.attendance import Status
from trainer_app.i18n import _, use
from trainer_app.keys.wrapping import Cost
from trainer_app.services.examining import examine
from trainer_app.services.preferences import PreferencesFile
from trainer_app.services.safekeeping import Safekeeping
from trainer_app.ui.main_window import MainWindow

from .hand import Hand, settle

PAGE = 4096
NAMES = ("Fatoumata Diallo", "Omar Haddad", "Lin Chen")


def flip(at: float) -> Callable[[bytearray], bytearray]:
    def damage(content: bytearray) -> bytearray:
        content[int(at * (len(content) - 1))] ^= 0xFF
        return content

    return damage


def zero_page(at: float) -> Callable[[bytearray], bytearray]:
    def damage(content: bytearray) -> bytearray:
        page = int(at * (len(content) // PAGE - 1)) * PAGE
        content[page : page + PAGE] = bytes(PAGE)
        return content

    return damage


def cut(at: float) -> Callable[[bytearray], bytearray]:
    return lambda content: content[: int(at * len(content) / PAGE) * PAGE]


DAMAGES: dict[str, Callable[[bytearray], bytearray]] = {
    "first byte": flip(0),
    "header lost": lambda content: bytearray(PAGE) + content[PAGE:],
    "header of another file": lambda content: bytearray(b"SQLite format 3\0") + content[16:],
    "page 2 zeroed": zero_page(0.03),
    "a third zeroed": lambda content: (
        content[: len(content) // 3]
        + bytes(len(content) - len(content) // 3 - PAGE)
        + content[-PAGE:]
    ),
    "cut in the middle": cut(0.5),
    "cut short": cut(0.9),
    "cut within a page": lambda content: content[: len(content) - PAGE // 2],
    "only one page left": lambda content: content[:PAGE],
    "empty": lambda _content: bytearray(),
    "all noise": lambda content: bytearray((byte * 31 + 7) % 251 for byte in content),
    "schema page flipped": flip(0.001),
}


class Damaged:
    """A centre with a backup and more after it, closed, its file damaged by hand."""

    def __init__(self, folder: Path, clock: Clock, cost: Cost) -> None:
        self.folder, self.clock, self.cost = folder, clock, cost
        centre = Centre(folder, clock, cost)
        evening = centre.evening(*NAMES)
        centre.attending.start_now(evening.session.id)
        centre.attending.mark(evening.session.id, evening.people[0].id, Status.PRESENT)
        Safekeeping(centre.ledger, clock.now).snapshot()
        self.people_at_backup = len(centre.enrolling.people())
        clock.forward(minutes=5)
        centre.enrolling.add_person("Marieke de Vries")
        # All of it into the main file, where damage meets it.
        centre.store.fold_in()
        centre.door.lock()

    def damage(self, way: Callable[[bytearray], bytearray]) -> bytes:
        file = self.folder / "centre.db"
        damaged = bytes(way(bytearray(file.read_bytes())))
        file.write_bytes(damaged)
        return damaged


@pytest.fixture
def damaged(tmp_path: Path, clock: Clock, cheap_cost: Cost) -> Damaged:
    return Damaged(tmp_path / "centre", clock, cheap_cost)


@pytest.fixture
def window(
    qapp: QApplication, damaged: Damaged, request: pytest.FixtureRequest
) -> Iterator[MainWindow]:
    language = getattr(request, "param", "en")
    use(language)
    PreferencesFile(damaged.folder).change(language=language)
    made = open_window(damaged.folder, language, damaged.clock.now, damaged.cost)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    Hand(made).wait_until(made.isActiveWindow, "the keyboard")
    yield made
    made.close()
    qapp.removeEventFilter(made)
    made.deleteLater()
    settle()


@pytest.mark.parametrize("way", DAMAGES)
def test_a_trainer_puts_a_damaged_centre_right(
    way: str, damaged: Damaged, window: MainWindow
) -> None:
    content = damaged.damage(DAMAGES[way])
    window.welcome.to_centre()
    settle()
    hand = Hand(window)
    hand.type_into(_("Passphrase"), PASSPHRASE)
    hand.press(_("Unlock"))
    hand.wait_for(_("Put it right"), 20_000)
    hand.must_read(_("A file of this centre is damaged"), "centre.db")
    assert (damaged.folder / "centre.db").read_bytes() == content
    hand.press(_("Put it right"))
    hand.wait_for(_("Open the centre"), 20_000)
    kept = list((damaged.folder / "replaced").rglob("centre.db"))
    assert [file.read_bytes() for file in kept] == [content]
    hand.press(_("Open the centre"))
    hand.type_into(_("Passphrase"), PASSPHRASE)
    hand.press(_("Unlock"))
    hand.wait_for(_("Today"))
    assert window.desk is not None
    names = [person.name for person in window.desk.enrolling.people()]
    assert set(NAMES) <= set(names)
    report = examine(window.door.ledger)
    assert report.findings == ()
    # The next word is written under a new device, so that no sequence is used twice.
    assert window.door.ledger.store.former()


@pytest.mark.parametrize("window", ["ar"], indirect=True)
def test_the_offer_is_in_the_language_of_the_laptop(damaged: Damaged, window: MainWindow) -> None:
    damaged.damage(cut(0.5))
    window.welcome.to_centre()
    settle()
    hand = Hand(window)
    hand.type_into(_("Passphrase"), PASSPHRASE)
    hand.press(_("Unlock"))
    hand.wait_for(_("Put it right"), 20_000)
    assert _("Put it right") != "Put it right"
