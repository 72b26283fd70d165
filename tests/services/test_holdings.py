"""A copy of everything that is held about one person, for people and for programs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from centres import Centre

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import CannotWriteFile, NotAllowed
from trainer_app.domain.kinds import KINDS
from trainer_app.i18n import current, languages
from trainer_app.i18n.catalogs import find_catalogs_in
from trainer_app.services.erasing import Erasing
from trainer_app.ui.person_file import in_their_words, kind_names

NAME, NOTE = "Fatoumata <b>Diallo</b>", "</script><script>alert(1)</script> & comes by bus"


@pytest.fixture
def erasing(centre: Centre) -> Erasing:
    return Erasing(centre.ledger, lambda: centre.door.authority, lambda: None)


@pytest.fixture
def person(centre: Centre, library: LessonLibrary) -> str:
    """Somebody who came, worked, and was written about twice."""
    evening = centre.evening(NAME, "Rosa")
    person = evening.people[0]
    for note in ("first note", NOTE):
        saved = centre.enrolling.person(person.id)
        centre.enrolling.save_person(replace(saved, note=note, phone="+224 62", language="ar"))
    session = evening.session.id
    centre.attending.start_now(session)
    centre.attending.mark(session, person.id, Status.LATE, late=5, reason="missed the bus")
    sitting = centre.sit(person)
    lesson = library.lessons[0].id
    about = {"sitting": sitting, "lesson": lesson, "at": centre.ledger.seconds()}
    note = centre.ledger.note
    centre.ledger.write(
        note("page-reached", {**about, "page": 2, "pages": 5}, person.id),
        note("quiz-finished", {**about, "version": 1, "right": 2, "of": 3}, person.id),
    )
    centre.clock.forward(minutes=60)
    centre.seats.leave()
    centre.attending.end_now(session)
    return person.id


class Page(HTMLParser):
    """What a browser would show, and the JSON that programs find."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.scripts: list[str] = []
        self.html: dict[str, str | None] = {}
        self._in: list[str] = []
        self.feed(file.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.html = dict(attrs)
        if tag not in ("meta",):
            self._in.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._in.pop() == tag

    def handle_data(self, data: str) -> None:
        kind = self._in[-1] if self._in else ""
        if kind == "script":
            self.scripts.append(data)
        elif kind != "style":
            self.shown.append(data)

    @property
    def text(self) -> str:
        return "\n".join(self.shown)

    @property
    def data(self) -> dict[str, Any]:
        (script,) = self.scripts
        found: dict[str, Any] = json.loads(script)
        return found


def written(erasing: Erasing, library: LessonLibrary, person: str, file: Path) -> Page:
    titles = {one.code: library.titles(one.code) for one in languages()}
    assert erasing.export(person, file, lambda held: in_their_words(held, titles)) == [file]
    return Page(file)


def test_all_that_was_ever_said_is_there_for_programs(centre, erasing, library, person, tmp_path):
    data = written(erasing, library, person, tmp_path / "copy.html").data
    assert data["person"]["name"] == NAME
    assert data["records"][0]["note"] == NOTE
    assert data["pictures"] == ["fish", "sun", "tree"]
    (attended,) = data["attendance"]
    assert (attended["status"], attended["late"], attended["minutes"], attended["hours"]) == (
        "late", 5, 55, "0.92",
    )  # fmt: skip
    (seat,) = data["seats"]
    assert seat["work"] == [
        {"lesson": library.lessons[0].id, "page": 2, "pages": 5, "right": 2, "of": 3,
         "passed": True, "practised": False},
    ]  # fmt: skip
    assert seat["began"].startswith("2026-11-24T09:50:00+01:00")
    said = [(one["kind"], one["by"], one["laptop"]) for one in data["history"]]
    events = list(
        centre.store.query("SELECT kind FROM events WHERE subject = ? ORDER BY clock", [person])
    )
    assert [kind for kind, _, _ in said] == [event["kind"] for event in events]
    assert {by for _, by, _ in said} == {"Sanne"}
    assert {laptop for _, _, laptop in said} == {"A"}
    assert "first note" in [one["words"].get("note") for one in data["history"]]


def test_people_read_it_in_their_own_language(erasing, library, person, tmp_path):
    find_catalogs_in(places.locales())
    page = written(erasing, library, person, tmp_path / "copy.html")
    assert page.html == {"lang": "ar", "dir": "rtl"}
    assert current().code == "en"
    for words in (NAME, NOTE, "+224 62", "missed the bus", "Tuesday group"):
        assert words in page.text, words


def test_a_language_that_the_program_does_not_speak(centre, erasing, library, person, tmp_path):
    centre.enrolling.speak(person, "so")
    page = written(erasing, library, person, tmp_path / "copy.html")
    assert page.html == {"lang": "en", "dir": "ltr"}
    assert "Late" in page.text
    assert "page 3 of 5, 2 of 3 answers right" in page.text
    assert library.titles("en")[library.lessons[0].id][0] in page.text


def test_who_is_kept_for_the_funder_reads_that_and_until_when(
    centre, erasing, library, person, tmp_path
):
    centre.enrolling.speak(person, "en")
    erasing.restrict(person, date(2028, 12, 31), "Contract 7")
    page = written(erasing, library, person, tmp_path / "copy.html")
    assert "kept only for the funder, until" in page.text
    assert "Contract 7" in page.text
    assert page.data["kept_until"] == "2028-12-31"


def test_every_kind_about_a_person_has_words():
    about_people = {
        name for name, kind in KINDS.items() if kind.has_subject and not name.startswith("trainer")
    }
    assert kind_names().keys() == about_people


def test_no_half_file_stays(erasing, library, person, tmp_path):
    with pytest.raises(CannotWriteFile):
        written(erasing, library, person, tmp_path / "nowhere" / "copy.html")


def test_only_a_trainer_gives_it(centre, erasing, library, person, tmp_path):
    centre.door.leave_trainer()
    with pytest.raises(NotAllowed):
        written(erasing, library, person, tmp_path / "copy.html")
    assert list(tmp_path.glob("*.html")) == []
