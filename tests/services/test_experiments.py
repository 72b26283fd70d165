"""Experiment cards: written, changed, taken away, merged, and brought to another centre."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from centre_on_laptops import Machines
from centres import PICTURES, Centre, Clock

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.errors import CardIsHere, EmptyField, NotAllowed, UnknownThing
from trainer_app.domain.experiments import Experiment
from trainer_app.keys.wrapping import Cost
from trainer_app.services.attending import Attending
from trainer_app.services.experiments import Experiments
from trainer_app.services.feelings import Feelings
from trainer_app.services.peer_help import PeerHelp
from trainer_app.services.reviewing import Reviewing
from trainer_app.services.sitting import Seats

DAY = date(2026, 11, 24)
FRESH = Experiment("", " Quiz  first ", "The quiz\tcame first.", "They talked.", "Yes", DAY, "own")


@pytest.fixture
def cards(centre: Centre) -> Experiments:
    return Experiments(centre.door)


@pytest.fixture
def elsewhere(tmp_path: Path, clock: Clock, cheap_cost: Cost) -> Iterator[Centre]:
    """Another centre, called the same as every test's, with keys of its own."""
    other = Centre(tmp_path / "elsewhere", clock, cheap_cost)
    yield other
    other.door.lock()


def test_a_card_is_written_by_who_is_inside_found_changed_and_taken_away(
    centre: Centre, cards: Experiments
) -> None:
    session = centre.evening().session.id
    card = cards.save(replace(FRESH, session=session, author="Somebody", centre="Elsewhere"))
    assert cards.all() == [card] == cards.of_session(session)
    assert (card.title, card.tried) == ("Quiz first", "The quiz came first.")
    assert (card.author, card.centre) == ("Sanne", "")
    changed = cards.save(replace(card, happened="They laughed.", author="", session=None))
    assert cards.card(card.id) == changed == replace(card, happened="They laughed.")
    older = cards.save(replace(FRESH, on=date(2026, 11, 3)))
    assert cards.all() == [changed, older]
    cards.remove(card.id)
    assert cards.all() == [older]
    cards.put_back(card.id)
    assert cards.all() == [changed, older]


def test_a_card_needs_a_title_and_what_was_tried(cards: Experiments) -> None:
    for field in ("title", "tried"):
        with pytest.raises(EmptyField) as told:
            cards.save(replace(FRESH, **{field: " \n "}))
        assert told.value.facts["field"] == field
    with pytest.raises(UnknownThing):
        cards.save(replace(FRESH, id="gone"))


def test_a_card_goes_to_another_centre_and_is_shown_as_from_there(
    centre: Centre, cards: Experiments, elsewhere: Centre, tmp_path: Path
) -> None:
    card = cards.save(FRESH)
    cards.share(card.id, tmp_path / "quiz.card")
    theirs = Experiments(elsewhere.door)
    offer = theirs.look_at(tmp_path / "quiz.card")
    assert theirs.all() == []
    theirs.take_in(offer)
    [taken] = theirs.all()
    assert (taken.title, taken.centre, taken.author) == ("Quiz first", "Canal House", "Sanne")
    assert not taken.is_ours
    for action in (lambda: theirs.save(taken), lambda: theirs.share(taken.id, tmp_path / "x.card")):
        with pytest.raises(NotAllowed):
            action()
    with pytest.raises(CardIsHere):
        theirs.look_at(tmp_path / "quiz.card")
    with pytest.raises(CardIsHere):
        cards.look_at(tmp_path / "quiz.card")


def test_the_same_trainers_later_words_take_the_place_of_the_earlier_ones(
    cards: Experiments, elsewhere: Centre, tmp_path: Path
) -> None:
    card, theirs = cards.save(FRESH), Experiments(elsewhere.door)
    cards.share(card.id, tmp_path / "one.card")
    theirs.take_in(theirs.look_at(tmp_path / "one.card"))
    cards.save(replace(card, again="No, never"))
    cards.share(card.id, tmp_path / "two.card")
    offer = theirs.look_at(tmp_path / "two.card")
    assert offer.standing == "changed"
    theirs.take_in(offer)
    assert [one.again for one in theirs.all()] == ["No, never"]


def test_nobody_elses_card_takes_the_place_of_one_by_its_id(
    centre: Centre, cards: Experiments, elsewhere: Centre, tmp_path: Path
) -> None:
    from trainer_app.bundles.cards import plain_card, write_card

    card = cards.save(FRESH)
    forged = plain_card(replace(card, title="Something else"), "Evil House")
    write_card(tmp_path / "forged.card", forged, elsewhere.door.keys)
    with pytest.raises(CardIsHere):
        cards.look_at(tmp_path / "forged.card")
    assert cards.all() == [card]


def test_cards_helpings_and_faces_come_along_when_laptops_merge(
    machines: Machines, library: LessonLibrary
) -> None:
    first = machines.first
    second = machines.invited(first)
    ledger = second.door.ledger
    course = second.courses.add_course("Tuesday group")
    session = second.courses.add_session(course.id, DAY, time(10), time(12)).id
    amina = second.enrolling.add_person("Amina", course_id=course.id).id
    Attending(ledger).start_now(session)
    PeerHelp(ledger, library).begin(session, amina, "a-lesson")
    second.clock.forward(minutes=8)
    Attending(ledger).end_now(session)
    seats, feelings = Seats(ledger), Feelings(ledger)
    Attending(ledger).reopen(session)
    seats.choose_pictures(amina, PICTURES)
    sitting = seats.sit_down(amina, PICTURES).id
    for face in (1, 3, 3):
        feelings.give(sitting, "evening", face)
    feelings.hand_in()
    card = Experiments(second.door).save(replace(FRESH, session=session))
    machines.pool(first, second)
    assert first.state == second.state
    assert Experiments(first.door).all() == [card]
    assert Feelings(first.door.ledger).answers(session)["evening"].faces == {1: 1, 2: 0, 3: 2}
    assert Reviewing(first.door.ledger).person(amina).helped == 8


def test_learners_neither_read_nor_write_cards(centre: Centre, cards: Experiments) -> None:
    card = cards.save(FRESH)
    centre.door.leave_trainer()
    for action in (
        cards.all,
        lambda: cards.save(card),
        lambda: cards.remove(card.id),
        lambda: cards.put_back(card.id),
        lambda: cards.as_shared(card.id),
    ):
        with pytest.raises(NotAllowed):
            action()
