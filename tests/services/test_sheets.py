"""Photos of signed sheets: kept encrypted, seen again, and gone for good when they are deleted."""

from __future__ import annotations

from base64 import b64encode
from datetime import time
from pathlib import Path

import pytest
from another_laptop import AnotherLaptop
from centre_on_laptops import Machines
from centres import Centre, Clock, Evening
from photographs import sheet_photo

from tests.store.pages import everything_in
from trainer_app.app.desk import make_erasing
from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import (
    NotAllowed,
    NotForSubstitutes,
    UnknownThing,
    UnreadableFile,
    UnusablePicture,
)
from trainer_app.domain.people import Person
from trainer_app.domain.sheets import Sheet, is_grey_jpeg
from trainer_app.services.attending import Attending
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.erasing import Erasing
from trainer_app.services.ledger import Ledger
from trainer_app.services.pictures import Pictures
from trainer_app.services.safekeeping import Safekeeping
from trainer_app.services.settling import Settling
from trainer_app.services.sheets import Sheets
from trainer_app.store import health
from trainer_app.store import sheets as reading
from trainer_app.ui.person_file import in_their_words

PHOTO = sheet_photo()


def sheets_of(ledger: Ledger) -> Sheets:
    """Without anything to renew afterwards."""
    return Sheets(ledger, Pictures())


@pytest.fixture
def erasing(centre: Centre) -> Erasing:
    return make_erasing(centre.door)


@pytest.fixture
def sheets(centre: Centre, erasing: Erasing) -> Sheets:
    return Sheets(centre.ledger, Pictures(), erasing.sweep)


@pytest.fixture
def evening(centre: Centre) -> Evening:
    """Over; Amina and Rosa were there, Chen was not, of Dina nothing is known."""
    evening = centre.evening("Amina", "Rosa", "Chen", "Dina")
    session, people = evening.session.id, evening.people
    centre.attending.set_times(session, time(10), time(12), "")
    for person, status in zip(people, (Status.PRESENT, Status.LATE, Status.ABSENT), strict=False):
        centre.attending.mark(session, person.id, status, late=5 * (status is Status.LATE))
    return evening


def keep(sheets: Sheets, evening: Evening, photo: bytes = PHOTO) -> Sheet:
    session = evening.session.id
    return sheets.keep(session, photo, sheets.proposed(session))


def holds(centre: Centre, photo: bytes = PHOTO) -> set[str]:
    """The files of the data folder in which any stretch of a photo can be read."""
    text = b64encode(photo)
    # Behind the tables, which are alike in all photos.
    parts = [text[at : at + 40] for at in range(1000, len(text) - 40, 2000)]
    return {
        name
        for name, page in everything_in(centre.folder, centre.store._key)
        if any(part in page for part in parts)
    }


# Kept and seen
def test_a_photo_is_kept_with_those_who_were_there(
    centre: Centre, sheets: Sheets, evening: Evening
) -> None:
    amina, rosa, *_others = evening.people
    kept = keep(sheets, evening)
    assert (kept.session, set(kept.people)) == (evening.session.id, {amina.id, rosa.id})
    assert sheets.image(kept.id) == PHOTO
    assert [person.name for person in sheets.people(kept)] == ["Amina", "Rosa"]
    assert sheets.count(evening.session.id) == 1
    assert holds(centre) == {"centre.db-wal"}
    assert not any(PHOTO[:60] in file.read_bytes() for file in centre.folder.glob("*"))


def test_a_session_has_several_and_they_keep_their_order(
    centre: Centre, sheets: Sheets, evening: Evening
) -> None:
    first = keep(sheets, evening)
    centre.clock.forward(minutes=3)
    second = keep(sheets, evening, sheet_photo(2))
    assert [one.id for one in sheets.of(evening.session.id)] == [first.id, second.id]


def test_who_is_on_it_can_be_put_right_without_the_picture_again(
    centre: Centre, sheets: Sheets, evening: Evening
) -> None:
    kept = keep(sheets, evening)
    dina = evening.people[3].id
    assert sheets.say_who(kept.id, [dina]).people == (dina,)
    assert sheets.say_who(kept.id, [evening.people[0].id, dina]).people[0] == evening.people[0].id
    assert sheets.image(kept.id) == PHOTO
    count = centre.store.query("SELECT count(*) AS many FROM events WHERE kind = 'sheet-kept'")
    assert next(iter(count))["many"] == 1
    assert not health.stale_things(centre.store)


@pytest.mark.parametrize("bad", [b"", b"\xff\xd8\xff\xd9", PHOTO[:-9], PHOTO + b"Rosa"])
def test_only_what_the_decoder_makes_is_kept(sheets: Sheets, evening: Evening, bad: bytes) -> None:
    assert not is_grey_jpeg(bad)
    with pytest.raises(UnusablePicture):
        sheets.keep(evening.session.id, bad, ())
    with pytest.raises(UnknownThing):
        sheets.keep("no session", PHOTO, ())


@pytest.mark.parametrize("image", ["", "no base64", "Tm8gcGhvdG8=", b64encode(b"GIF89a").decode()])
def test_what_another_laptop_lied_is_not_shown(
    centre: Centre, sheets: Sheets, evening: Evening, image: str
) -> None:
    body = {"sheet": "s", "session": evening.session.id, "people": [], "image": image, "at": 1}
    centre.ledger.write(centre.ledger.note("sheet-kept", body))
    with pytest.raises(UnusablePicture):
        sheets.image("s")


def test_a_file_that_is_gone_is_said_plainly(sheets: Sheets, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        sheets.read(tmp_path / "gone.jpg")


def test_rows_keep_their_numbers_when_others_come_in(centre: Centre, evening: Evening) -> None:
    known = centre.enrolling.add_person("Known for long")
    names = [person.name for person in centre.enrolling.on_sheet(evening.course.id)]
    assert names == ["Amina", "Rosa", "Chen", "Dina"]
    late = centre.enrolling.add_person("Eva", course_id=evening.course.id)
    centre.attending.mark(evening.session.id, known.id, Status.PRESENT)
    names = [person.name for person in centre.enrolling.on_sheet(evening.course.id)]
    assert names == ["Amina", "Rosa", "Chen", "Dina", "Eva", "Known for long"]
    assert late.id in {person.id for person in centre.enrolling.people(evening.course.id)}


# Deleted
def test_deleted_it_is_nowhere(centre: Centre, sheets: Sheets, evening: Evening) -> None:
    kept = keep(sheets, evening)
    stays = keep(sheets, evening, sheet_photo(2))
    backup = Safekeeping(centre.ledger, centre.clock.now).snapshot()
    centre.clock.forward(minutes=1)
    assert backup.holds is not None
    sheets.drop(kept.id)
    assert holds(centre) == set()
    assert [one.id for one in sheets.of(evening.session.id)] == [stays.id]
    assert "centre.db" in holds(centre, sheet_photo(2))
    with pytest.raises(UnknownThing):
        sheets.image(kept.id)
    with pytest.raises(UnknownThing):
        sheets.drop(kept.id)
    assert not health.broken_chains(centre.store)
    assert not health.stale_things(centre.store)
    assert set(centre.attending.marks(evening.session.id)) == {
        person.id for person in evening.people[:3]
    }


def test_an_interrupted_deletion_is_finished_later(
    centre: Centre, erasing: Erasing, evening: Evening
) -> None:
    kept = keep(sheets_of(centre.ledger), evening)
    sheets_of(centre.ledger).drop(kept.id)
    assert erasing.sweep()
    assert not erasing.sweep()
    assert holds(centre) == set()


def test_a_photo_deleted_elsewhere_goes_here_and_never_comes_back(
    centre: Centre, sheets: Sheets, evening: Evening, tmp_path: Path
) -> None:
    other = AnotherLaptop(centre, tmp_path / "b", Clock())
    theirs = Sheets(other.ledger, Pictures())
    kept = keep(sheets, evening)
    other.meet()
    assert theirs.image(kept.id) == PHOTO
    theirs.drop(kept.id)
    other.meet()
    make_erasing(centre.door).sweep()
    assert sheets.of(evening.session.id) == []
    assert holds(centre) == set()
    other.meet()
    assert holds(centre) == set()
    third = AnotherLaptop(centre, tmp_path / "c", Clock())
    assert Sheets(third.ledger, Pictures()).of(evening.session.id) == []
    other.close()
    third.close()


def test_what_was_deleted_is_not_written_where_the_news_of_it_comes_first(
    machines: Machines,
) -> None:
    first = machines.first
    course = first.courses.add_course("Group")
    session = first.courses.add_session(course.id, first.clock.now().date(), time(10), time(12))
    late, early = machines.invited(first), machines.invited(first)
    machines.pool(first, late, early)
    kept = sheets_of(first.door.ledger).keep(session.id, PHOTO, ())
    early.hears(first.news())
    sheets_of(early.door.ledger).drop(kept.id)
    # The first laptop has not heard it when it tells the third one.
    late.hears(early.news(), first.news())
    assert reading.sheets_of(late.door.ledger.store, session.id) == []
    text = b64encode(PHOTO)[1000:1040]
    store = late.door.ledger.store
    assert not any(text in page for _name, page in everything_in(late.door.folder, store._key))
    machines.pool(first, late, early)
    assert first.state == late.state == early.state
    assert all(one.is_sound() for one in (first, late, early))


@pytest.mark.parametrize("many", [5, pytest.param(50, marks=pytest.mark.slow)])
def test_many_photos_travel_with_one_stick(machines: Machines, many: int) -> None:
    first = machines.first
    course = first.courses.add_course("Group")
    day = first.clock.now().date()
    session = first.courses.add_session(course.id, day, time(10), time(12)).id
    second = machines.invited(first)
    photos = sheets_of(first.door.ledger)
    large = sheet_photo(9, 900)
    assert 300_000 < len(large) <= 500_000
    kept = [photos.keep(session, large, ()) for _ in range(many)]
    news = first.news()
    assert news.stat().st_size < 256 * 2**20
    second.hears(news)
    theirs = sheets_of(second.door.ledger)
    assert theirs.count(session) == many
    assert theirs.image(kept[-1].id) == large


def test_a_laptop_with_an_older_program_shows_them_after_its_update(
    centre: Centre, sheets: Sheets, evening: Evening
) -> None:
    """A kind that nobody knew was kept without being about anything."""
    kept, gone = keep(sheets, evening), keep(sheets, evening, sheet_photo(2))
    body = {"sheet": gone.id, "at": 5}
    centre.ledger.write(centre.ledger.note("sheet-dropped", body))

    def older(db: object) -> None:
        db.execute("DELETE FROM sheets")  # type: ignore[attr-defined]
        db.execute("UPDATE events SET thing = NULL WHERE kind LIKE 'sheet-%'")  # type: ignore[attr-defined]

    centre.store._writer.run(older)
    assert sheets.of(evening.session.id) == []
    centre.store.rebuild()
    assert [one.id for one in sheets.of(evening.session.id)] == [kept.id]


# Somebody on it is erased
def test_whoever_is_erased_can_take_her_photos_with_her(
    centre: Centre, sheets: Sheets, erasing: Erasing, evening: Evening
) -> None:
    amina, rosa, *_others = evening.people
    goes, stays = keep(sheets, evening), keep(sheets, evening, sheet_photo(2))
    alone = sheets.keep(evening.session.id, sheet_photo(3), [rosa.id])
    shown = erasing.preview(amina.id).sheets
    assert {one.id for one in shown} == {goes.id, stays.id}
    assert [(one.course, one.number, one.people) for one in shown] == [
        (evening.course.title, 1, 2),
        (evening.course.title, 1, 2),
    ]
    assert erasing.photo(goes.id) == PHOTO
    with pytest.raises(UnknownThing):
        erasing.erase(amina.id, [alone.id])
    erasing.erase(amina.id, [goes.id])
    assert holds(centre) == set()
    left = {one.id: one for one in sheets.of(evening.session.id)}
    assert set(left) == {stays.id, alone.id}
    # What was kept for the funder says that somebody on it was erased.
    assert (left[stays.id].erased, left[alone.id].erased) == (1, 0)
    assert [person.name for person in sheets.people(left[stays.id])] == ["Rosa"]
    assert sheets.say_who(stays.id, [rosa.id]).erased == 1


def test_the_photos_of_a_record_that_was_joined_count_too(
    centre: Centre, sheets: Sheets, erasing: Erasing, evening: Evening
) -> None:
    amina, rosa, *_others = evening.people
    alone = sheets.keep(evening.session.id, PHOTO, [rosa.id])
    Settling(centre.ledger).join(amina.id, rosa.id)
    assert [one.id for one in erasing.preview(amina.id).sheets] == [alone.id]
    assert [one.people for one in erasing.sheets_showing([rosa.id])] == [1]
    assert [person.id for person in sheets.people(alone)] == [centre.enrolling.person(amina.id).id]


def test_several_are_erased_with_the_photos_that_show_any_of_them(
    centre: Centre, sheets: Sheets, erasing: Erasing, evening: Evening
) -> None:
    amina, _rosa, chen, _dina = evening.people
    kept = keep(sheets, evening)
    of_chen = sheets.keep(evening.session.id, sheet_photo(2), [chen.id])
    shown = erasing.sheets_showing([amina.id, chen.id])
    assert {one.id for one in shown} == {kept.id, of_chen.id}
    erasing.erase_all([amina.id, chen.id], [kept.id, of_chen.id])
    assert holds(centre) == holds(centre, sheet_photo(2)) == set()


def test_what_is_held_names_the_photos_and_gives_none(
    sheets: Sheets, erasing: Erasing, evening: Evening
) -> None:
    keep(sheets, evening)
    held = erasing.held(evening.people[0].id)
    (shown,) = held.sheets
    assert (shown.number, shown.others) == (1, 1)
    assert erasing.held(evening.people[3].id).sheets == ()
    page = in_their_words(held, {})
    (part,) = (part for part in page.parts if part.title.startswith("Photos of sheets"))
    assert len(part.rows) == 1
    assert b64encode(PHOTO).decode()[:60] not in str(held.as_json())


# Who may
def test_a_substitute_adds_and_sees_but_deletes_nothing(
    centre: Centre, sheets: Sheets, evening: Evening
) -> None:
    centre.ledger.substitute = True
    kept = keep(sheets, evening)
    assert sheets.image(kept.id) == PHOTO
    assert not sheets.may_delete
    with pytest.raises(NotForSubstitutes):
        sheets.drop(kept.id)
    assert sheets.count(evening.session.id) == 1


def test_learners_neither_see_nor_add_one(
    centre: Centre, sheets: Sheets, evening: Evening, tmp_path: Path
) -> None:
    kept = keep(sheets, evening)
    centre.door.leave_trainer()
    session = evening.session.id
    for call in (
        lambda: sheets.image(kept.id),
        lambda: sheets.of(session),
        lambda: sheets.people(kept),
        lambda: sheets.read(tmp_path / "photo.jpg"),
        lambda: sheets.keep(session, PHOTO, ()),
        lambda: sheets.say_who(kept.id, ()),
        lambda: sheets.drop(kept.id),
        lambda: sheets.candidates(session),
        lambda: sheets.proposed(session),
    ):
        with pytest.raises(NotAllowed):
            call()


def test_those_who_may_be_on_it_are_enrolled_or_marked(
    centre: Centre, sheets: Sheets, evening: Evening
) -> None:
    helper: Person = Enrolling(centre.ledger).add_person("Helper")
    from trainer_app.domain.attendance import Role

    Attending(centre.ledger).mark(evening.session.id, helper.id, Status.PRESENT, role=Role.HELPER)
    names = [person.name for person in sheets.candidates(evening.session.id)]
    assert names == ["Amina", "Rosa", "Chen", "Dina", "Helper"]
    assert helper.id in sheets.proposed(evening.session.id)
