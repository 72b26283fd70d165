"""What is printed for an evening: cards, slips, poster, form and plan, alone and as one file."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import icalendar
import pytest
from pdf_reader import Pdf, plain

from trainer_app import places
from trainer_app.exports.ical import Appointment, calendar
from trainer_app.i18n import in_language
from trainer_app.ui.printing import (
    ConsentForm,
    Drawing,
    EveningSheet,
    NextSlip,
    PictureCard,
    RoomPoster,
    SheetSlot,
    TakeHomeCard,
    cards_drawing,
    consent_drawing,
    copies,
    evening_drawing,
    in_words_of,
    poster_drawing,
    slips_drawing,
    take_home_drawing,
    together,
    write_pdf,
)
from trainer_app.ui.printing.next_slip import qr_squares

Opened = Callable[[Path], Pdf]
HIGH, WIDE = 842, 595
TILE = places.lessons() / "03-sign-in-and-out" / "images" / "tile.svg"
ENGLISH = TakeHomeCard(
    title="Sign in and out",
    language="en",
    say="How do I log out here?",
    sounds=[("Hoe log ik hier uit?", "hoo lokh ik heer out")],
    parts=[("", ["Look at the name."]), ("Now on your own phone", ["Lock your phone."])],
    words=[("account", "your own place in a program")],
    picture=TILE,
    centre="Canal House",
)
ARABIC = replace(
    ENGLISH,
    title="تسجيل الدخول",
    language="ar",
    say="كيف أخرج؟",
    parts=[("الآن على هاتفك", ["اقفل الشاشة."])],
    words=[("حساب", "مكانك في برنامج")],
)
APPOINTMENT = calendar(
    Appointment(
        uid="0193",
        title="Tuesday group, for beginners",
        place="مكتبة المدينة، الطابق الثاني",
        start=datetime(2026, 12, 1, 17, tzinfo=UTC),
        end=datetime(2026, 12, 1, 19, tzinfo=UTC),
        made=datetime(2026, 11, 24, 9, tzinfo=UTC),
    )
)
SLIP = NextSlip(
    language="en",
    course="Tuesday group",
    date=date(2026, 12, 1),
    start=time(18),
    end=time(20),
    place="Library, room 2",
    appointment=APPOINTMENT,
    centre="Canal House",
)
POSTER = RoomPoster("12345678901234567890", "Canal House", ["en", "ar", "so", "nl"])


def pdf(folder: Path, opened: Opened, *drawings: Drawing) -> Pdf:
    write_pdf(together(drawings), folder / "papers.pdf", "Papers")
    return opened(folder / "papers.pdf")


def missing(text: str, wanted: Sequence[str]) -> list[str]:
    return [one for one in wanted if plain(one) not in text]


# Take-home cards
def test_a_card_says_all_of_its_lesson(tmp_path: Path, opened: Opened) -> None:
    found = pdf(tmp_path, opened, take_home_drawing([ENGLISH]))
    wanted = ["Sign in and out", "How do I log out here?", "Hoe log ik hier uit?",
              "hoo lokh ik heer out", "Look at the name.", "Now on your own phone",
              "Lock your phone.", "account: your own place in a program", "Canal House",
              "Say it like this", "Words to know"]  # fmt: skip
    assert missing(found.text, wanted) == []


@pytest.mark.parametrize(("count", "large", "pages"), [(4, False, 1), (5, False, 2), (3, True, 3)])
def test_four_on_a_page_or_one(
    tmp_path: Path, opened: Opened, count: int, large: bool, pages: int
) -> None:
    found = pdf(tmp_path, opened, take_home_drawing([ENGLISH] * count, large=large))
    assert int(found.facts["Pages"]) == pages
    assert found.text.count("Now on your own phone") == count


def test_cards_of_two_scripts_share_a_page_each_in_its_direction(
    tmp_path: Path, opened: Opened
) -> None:
    found = pdf(tmp_path, opened, take_home_drawing([ENGLISH, ARABIC, ENGLISH, ARABIC]))
    (page,) = found.words_on_pages()
    phones = [word for word in page if word.text == "phone"]
    assert len(phones) == 2
    assert all(word.right < WIDE / 2 for word in phones)
    arabic = [word for word in page if "\u0600" <= word.text[:1] <= "\u06ff"]
    assert all(word.left > WIDE / 2 for word in arabic)
    # It begins at the right edge of its quarter.
    assert max(word.right for word in arabic) > WIDE - 60


def test_a_card_too_full_for_a_quarter_stays_within_it(tmp_path: Path, opened: Opened) -> None:
    many = [
        (f"word{at}", "a meaning that goes on for quite some time, on and on") for at in range(8)
    ]
    points = ["A point of the card that is as long as a point may be, and then some."] * 5
    full = replace(ENGLISH, words=many, parts=[("", points), ("Now on your own phone", points[:3])])
    (page,) = pdf(tmp_path, opened, take_home_drawing([full] * 4)).words_on_pages()
    tops = sorted(word.top for word in page if word.text == "Sign")
    bottoms = sorted(word.bottom for word in page if word.text == "House")
    assert bottoms[1] < tops[2]
    assert bottoms[-1] < HIGH
    assert "word7" in [word.text for word in page]


# Slips
def test_a_slip_says_when_and_where_in_its_language(tmp_path: Path, opened: Opened) -> None:
    slips = [SLIP, replace(SLIP, language="nl"), replace(SLIP, language="ar")]
    found = pdf(tmp_path, opened, slips_drawing([*slips, SLIP, SLIP, SLIP, SLIP]))
    wanted = ["Tuesday, 1", "dinsdag 1", "ديسمبر", "18:00–20:00", "Library, room 2"]
    assert missing(found.text, wanted) == []
    assert int(found.facts["Pages"]) == 2


def test_the_code_has_its_quiet_edge_and_is_not_too_fine() -> None:
    squares = qr_squares(APPOINTMENT)
    assert not any(any(row) for row in squares[:4] + squares[-4:])
    assert not any(row[at] for row in squares for at in (0, 1, 2, 3, -1, -2, -3, -4))
    # 43 mm wide: squares of at least half a millimetre can be read from paper.
    assert 43 / len(squares) >= 0.5


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("zbarimg") is None, reason="needs zbar-tools, another reader")
@pytest.mark.parametrize("dots", [150, 300])
def test_another_program_reads_the_day_from_the_paper(
    tmp_path: Path, opened: Opened, dots: int
) -> None:
    pdf(tmp_path, opened, slips_drawing([SLIP, replace(SLIP, language="ar")]))
    picture = tmp_path / "page"
    command = ["pdftoppm", "-r", str(dots), "-png", "-singlefile", tmp_path / "papers.pdf", picture]
    subprocess.run(command, check=True)
    read = subprocess.run(
        ["zbarimg", "-q", "--raw", "-Sbinary", "-Sdisable", "-Sqr.enable", f"{picture}.png"],
        capture_output=True,
        check=True,
    ).stdout
    assert read.count(b"BEGIN:VCALENDAR") == 2
    first = read[: read.index(b"END:VCALENDAR") + len(b"END:VCALENDAR\r\n")]
    (event,) = icalendar.Calendar.from_ical(first.decode()).walk("VEVENT")
    assert event["DTSTART"].dt == datetime(2026, 12, 1, 17, tzinfo=UTC)
    assert event["LOCATION"] == "مكتبة المدينة، الطابق الثاني"


# Poster, form, plan
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_poster_has_the_code_in_groups_as_it_is_typed(
    tmp_path: Path, opened: Opened, language: str
) -> None:
    with in_language(language):
        found = pdf(tmp_path, opened, poster_drawing(POSTER))
    (page,) = found.words_on_pages()
    large = sorted(
        (word for word in page if word.text.isdecimal() and word.bottom - word.top > 40),
        key=lambda w: (w.top, w.left),
    )
    assert "".join(word.text for word in large) == POSTER.code
    assert len({round(word.top) for word in large}) == 5
    assert max(word.bottom for word in page) < HIGH - 30


def test_the_poster_speaks_to_all_whose_language_the_program_has(
    tmp_path: Path, opened: Opened
) -> None:
    (page,) = pdf(tmp_path, opened, poster_drawing(POSTER)).words_on_pages()
    firsts = [word for word in page if word.text == "1" and word.bottom - word.top < 30]
    # One above the pictures' row, and one for each of three languages.
    assert len(firsts) == 4


def test_the_form_fits_one_page_with_lines_to_sign(tmp_path: Path, opened: Opened) -> None:
    lines = [("Who:", "my name"), ("What:", "my voice – my hands"), ("", "I may say no."),
             ("", "To say no I tell: a name"), ("", "Date, and two signatures.")]  # fmt: skip
    found = pdf(tmp_path, opened, consent_drawing(ConsentForm("Tell my story", "en", lines, "C")))
    assert missing(found.text, [f"{asked} {words}".strip() for asked, words in lines]) == []
    assert int(found.facts["Pages"]) == 1
    many = ConsentForm("Tell my story", "en", [*lines * 3])
    assert int(pdf(tmp_path, opened, consent_drawing(many)).facts["Pages"]) == 1


def test_the_plan_lists_the_evening(tmp_path: Path, opened: Opened) -> None:
    slots = [
        SheetSlot("18:00–18:10", "10", "Come in"),
        SheetSlot("18:10–18:20", "10", "Activity", "3. Sign in"),
        SheetSlot("18:20–18:30", "10", "Break"),
    ]
    sheet = EveningSheet("Group, session 1", "Tuesday", slots, ["8 minutes longer"], ["Skip it"])
    found = pdf(tmp_path, opened, evening_drawing(sheet))
    wanted = ["Group, session 1", "18:10–18:20", "3. Sign in", "Activity", "8 minutes longer",
              "If time runs short", "Skip it"]  # fmt: skip
    assert missing(found.text, wanted) == []


# One file
def test_papers_follow_one_another_each_with_its_own_margins_and_language(
    tmp_path: Path, opened: Opened
) -> None:
    cards = [PictureCard("Amina", "A1", ("sun", "fish", "tree"), language="ar"),
             PictureCard("Bo", "A2", ("sun", "fish", "tree"), language="nl")]  # fmt: skip
    found = pdf(
        tmp_path,
        opened,
        poster_drawing(POSTER),
        copies(cards_drawing(cards, "Canal House"), 2),
        in_words_of("ar", evening_drawing(EveningSheet("ب", "ت", []))),
        take_home_drawing([ARABIC], large=True),
    )
    assert int(found.facts["Pages"]) == 5
    poster, first, second, sheet, _card = found.words_on_pages()
    assert min(word.left for word in poster) == pytest.approx(15 * 72 / 25.4, abs=2)
    assert [word.text for word in first] == [word.text for word in second]
    # A card is in its reader's language, on the same page as another's.
    amina = next(word for word in first if word.text == "Amina")
    bo = next(word for word in first if word.text == "Bo")
    assert amina.right < WIDE / 2 < bo.left
    assert amina.right > bo.left - WIDE / 2 + 100
    assert max(word.right for word in sheet) == pytest.approx(WIDE - 16 * 72 / 25.4, abs=2)


def test_a_bug_in_one_paper_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_pdf(
            together([cards_drawing([PictureCard("", "A1", ("moon",))], "")]),
            tmp_path / "papers.pdf",
            "Papers",
        )
    assert [*tmp_path.iterdir()] == []
