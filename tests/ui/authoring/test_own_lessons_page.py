"""The centre's own lessons in a list, begun, copied, removed, and looked at before taken in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from authors_room import Room
from drafting import whole_draft
from journeys.hand import Hand, settle
from little_lesson import LABEL, pack
from PySide6.QtCore import Qt

from trainer_app import places
from trainer_app.services.pack_offers import Offer
from trainer_app.services.packs import Packs
from trainer_app.services.pictures import Pictures
from trainer_app.ui.authoring.new_lesson import NewLessonPage
from trainer_app.ui.authoring.offer_view import OfferView
from trainer_app.ui.authoring.own_lessons import OwnLessonsPage
from trainer_app.ui.page import Page


class Shown(Page):
    """A page around a view."""

    def __init__(self, view: OfferView) -> None:
        super().__init__()
        view.setParent(self)
        view.resize(700, 600)


def listed(room: Room) -> tuple[OwnLessonsPage, Hand]:
    page = OwnLessonsPage(room.authoring, room.library, room.bridge, "en")
    hand = room.show(page)
    room.rest()
    return page, hand


def test_an_empty_list_says_what_it_is_for(room: Room) -> None:
    page, hand = listed(room)
    hand.must_read("What do people ask you that no lesson answers?", "Put no learner’s name")
    for words, signal in (
        ("Make a new lesson", page.new_requested),
        ("Copy a lesson and change it", page.copy_requested),
        ("Take in a lesson file…", page.take_in_requested),
    ):
        with room.qtbot.waitSignal(signal):
            hand.press(words)


def test_each_lesson_says_whose_it_is_and_how_far(room: Room) -> None:
    lesson = room.lesson(replace(whole_draft(), title="Tea", by="Rosa"))
    room.authoring.copy("messages-that-hurry-me", "en", "Ali")
    page, hand = listed(room)
    hand.must_read("By Rosa", "By Ali", "Copied from “Messages that hurry me”", "Draft: ")
    with room.qtbot.waitSignal(page.edit_requested) as asked:
        hand.press("Edit “Tea”")
    assert asked.args == [lesson]


def test_a_removed_lesson_can_be_brought_back(room: Room) -> None:
    room.lesson()
    _page, hand = listed(room)
    hand.press("Remove “Tea”")
    hand.must_read("“Tea” was taken away.", "What do people ask you that no lesson answers?")
    assert room.authoring.own() == []
    hand.press("Undo")
    assert [one.title for one in room.authoring.own()] == ["Tea"]
    room.rest()
    hand.must_read("By Rosa")
    assert not hand.reads("was taken away")


def test_a_lesson_needs_a_title_and_begins_in_any_language(room: Room) -> None:
    page = NewLessonPage(room.authoring, room.library, room.bridge, "en", "Sanne")
    hand = room.show(page)
    hand.press("Begin the lesson")
    hand.must_read("Write what it is called. You can change it later.")
    hand.type_into("What the lesson is called", "Thee")
    hand.choose("Language of the lesson", "ትግርኛ")
    with room.qtbot.waitSignal(page.made) as made:
        hand.press("Begin the lesson")
    draft = room.authoring.draft(made.args[0])
    assert (draft.title, draft.language, draft.by) == ("Thee", "ti", "Sanne")


def test_a_lesson_is_copied_by_its_tile_in_a_language_that_it_has(room: Room) -> None:
    page = NewLessonPage(room.authoring, room.library, room.bridge, "en", "Sanne", copies=True)
    hand = room.show(page)
    hand.choose("Language of the lesson", "Nederlands")
    titles = room.library.titles("nl")
    title = titles["messages-that-hurry-me"][0]
    with room.qtbot.waitSignal(page.made) as made:
        hand.press(title)
    draft = room.authoring.draft(made.args[0])
    assert (draft.title, draft.language) == (title, "nl")
    with room.qtbot.waitSignal(page.back_requested):
        hand.key(Qt.Key.Key_Escape)


@pytest.fixture
def offer(room: Room, tmp_path: Path) -> Offer:
    """A lesson of somebody whom the centre does not know."""
    file = tmp_path / "bread.lesson"
    file.write_bytes(pack())
    packs = Packs(room.centre.door, room.library, places.lessons(), Pictures())
    return packs.look_at(file)


def test_a_lesson_from_a_stranger_shows_a_code_to_compare(room: Room, offer: Offer) -> None:
    hand = room.show(Shown(OfferView(offer)))
    hand.must_read(
        "We bake bread",
        "By Rosa",
        f"Their code is {offer.signer.code}",
        "This lesson is not on this laptop yet.",
        "things to mend",
    )


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        ("newer", f"It is newer (version {LABEL.version}) than yours (version 3)."),
        ("same", "You have this lesson already, just as it is."),
        ("older", "You have a newer one (version 3)."),
    ],
)
def test_how_it_stands_to_what_is_here(room: Room, offer: Offer, standing: str, words: str) -> None:
    known = replace(offer.signer, name="Ali")
    view = OfferView(replace(offer, standing=standing, here=3, signer=known))  # type: ignore[arg-type]
    hand = room.show(Shown(view))
    settle()
    hand.must_read(words, "Signed by Ali, a trainer of this centre.")
