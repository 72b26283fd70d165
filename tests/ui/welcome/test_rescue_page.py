"""A damaged centre, in words: what happened, what can be had back, and how it went."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from centres import KEY, Clock
from pytestqt.qtbot import QtBot

from tests.reading_a_page import cut, names, plain_name, words
from tests.store.damage import filled, flip, note, pages
from trainer_app.domain.keeping import Made
from trainer_app.services.rescuing import Offer, Rescued, Rescuing
from trainer_app.store import snapshots
from trainer_app.store.snapshots import Holds, Snapshot
from trainer_app.ui.welcome.rescue import RescuePage

MOMENT = datetime(2026, 11, 24, 9, 15, tzinfo=UTC)
BACKUP = Snapshot("0000009-20261124T091500Z.db", Made(9, MOMENT), 500_000, Holds(800, 24, 6, None))
OFFER = Offer("centre.db", "pages-damaged", 300, 3, BACKUP, 132, 900)


def now() -> datetime:
    return datetime(2026, 11, 24, 11, tzinfo=timezone(timedelta(hours=1)))


def build() -> RescuePage:
    return RescuePage(now)


def offering(offer: Offer) -> RescuePage:
    page = build()
    page.show_offer(offer)
    return page


def test_while_the_file_is_read_nothing_can_be_pressed(show, hand) -> None:
    page = show(build)
    assert "read part by part" in hand.reads(page)
    assert names(page) == []


def test_the_offer_is_said_in_plain_words(show, hand, qtbot: QtBot) -> None:
    page = show(lambda: offering(OFFER))
    said = hand.reads(page)
    assert "In the file centre.db, 3 of 300 parts are damaged." in said
    assert "Nothing was deleted or overwritten, and the damaged file is kept." in said
    assert (
        "The backup of Tuesday, 24 November 2026, 10:15 is whole: "
        "24 people, 6 sessions and 800 entries." in said
    )
    assert "132 later entries can be brought over as well." in said
    assert "What stood only in the damaged part is lost." in said
    with qtbot.waitSignal(page.closing_requested):
        hand.click(page, "Close the program")
    with qtbot.waitSignal(page.restore_requested):
        hand.click(page, "Put it right")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("missing", "is not there any more"),
        ("unreadable", "Nothing in the file centre.db can be read"),
        ("beginning-lost", "The beginning of the file centre.db"),
        ("cut-off", "The end of the file centre.db is missing"),
        ("log-damaged", "What was recorded last, beside the file centre.db"),
        ("other", "does not fit together"),
    ],
)
def test_every_damage_has_words(show, hand, damage, said) -> None:
    page = show(lambda: offering(replace(OFFER, damage=damage, later=0)))
    assert said in hand.reads(page)
    assert "Nothing newer can be read" in hand.reads(page)


def test_without_a_backup_what_can_be_read_is_offered(show, hand) -> None:
    page = show(lambda: offering(replace(OFFER, snapshot=None)))
    assert "no whole backup" in hand.reads(page)
    assert "900 entries can still be read" in hand.reads(page)
    assert "Put it right" in names(page)


def test_where_nothing_is_left_the_page_says_what_to_do(show, hand, qtbot: QtBot) -> None:
    page = show(lambda: offering(replace(OFFER, snapshot=None, readable=0, later=0)))
    assert "Do not delete anything." in hand.reads(page)
    assert "Put it right" not in names(page)
    with qtbot.waitSignal(page.again_requested):
        hand.click(page, "Try again")


def test_it_goes_on_when_the_language_changes(show, hand) -> None:
    page = show(lambda: offering(OFFER))
    page.show_working()
    assert names(page) == []
    again = show(build, language="ar")
    again.recall(page.remember())
    assert names(again) == []
    again.show_done(Rescued(Holds(932, 25, 7, None), 132, BACKUP.name, "replaced/0000001-x"))
    third = show(build)
    third.recall(again.remember())
    assert "It is put right" in words(third)


def test_a_real_damaged_centre_is_put_right_through_the_page(
    show, hand, qtbot: QtBot, tmp_path
) -> None:
    clock = Clock()
    store = filled(tmp_path / "data", clock, 20)
    snapshots.make(store, clock.now())
    store.append(note(21), note(22))
    store.close()
    flip(store.file, pages(store.file) // 2)
    rescuing = Rescuing(tmp_path / "data", KEY, clock.now)
    page = show(build)
    page.restore_requested.connect(lambda: page.show_done(rescuing.restore()))
    page.show_offer(rescuing.offer())
    assert "20 entries" in words(page)
    hand.click(page, "Put it right")
    said = words(page)
    assert "It is put right" in said
    kept = next(line for line in said.splitlines() if "is kept in the folder" in line)
    assert (tmp_path / "data" / kept.rpartition(" ")[2].rstrip(".") / "centre.db").exists()
    with qtbot.waitSignal(page.finished):
        hand.click(page, "Open the centre")


def test_a_person_without_a_mouse_goes_on_with_one_key(show, qtbot: QtBot) -> None:
    page = show(lambda: offering(OFFER))
    assert plain_name(page.focusWidget()) == "Put it right"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_everything_has_room(show, language, scale) -> None:
    assert cut(show(build, language=language, scale=scale)) == []
    assert cut(show(lambda: offering(OFFER), language=language, scale=scale)) == []
