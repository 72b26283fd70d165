"""The help card on one page: large, or four to cut apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pdf_reader import Pdf

from trainer_app.ui.printing import HelpCard, HelpEntry, help_card_drawing, write_pdf

Opened = Callable[[Path], Pdf]
# A4 in points, and the margin of the large card.
HIGH, MARGIN = 842, 16 * 72 / 25.4
ENTRY = HelpEntry("Legal Aid Desk", "\u2066+31 20 555 01 23\u2069", ("Nederlands", "Tuesday"))
CARD = HelpCard(
    title="Block, report, get help",
    language="en",
    say="Please stop. I will show this to somebody.",
    sounds=[("Stop, alstublieft.", "stop, AL-stoo-bleeft")],
    parts=[("", ["I keep proof first."]), ("Now on your own phone", ["I find Block."])],
    groups=[("My rights and papers", [ENTRY])],
    centre="Canal House",
)


def pdf(tmp_path: Path, opened: Opened, card: HelpCard, *, pocket: bool = False) -> Pdf:
    file = tmp_path / "card.pdf"
    write_pdf(help_card_drawing(card, pocket=pocket), file, "Help card")
    found = opened(file)
    assert int(found.facts["Pages"]) == 1
    return found


def many(places: int) -> HelpCard:
    lines = ("Nederlands · English · Türkçe", "Kanaalstraat 12", "Monday to Friday", "Free " * 15)
    topics = [
        (f"Topic {topic}", [HelpEntry(f"Place {at}", f"0800 {at}", lines) for at in range(places)])
        for topic in range(6)
    ]
    return HelpCard(**{**_fields(CARD), "groups": topics})


def _fields(card: HelpCard) -> dict[str, object]:
    return {name: getattr(card, name) for name in HelpCard.__slots__}


def test_all_of_it_stands_on_one_page(tmp_path: Path, opened: Opened) -> None:
    text = pdf(tmp_path, opened, CARD).text
    said = [CARD.title, CARD.say, "Stop, alstublieft.", "stop, AL-stoo-bleeft",
            "I keep proof first.", "Now on your own phone", "I find Block.",
            "My rights and papers", "Legal Aid Desk", "+31 20 555 01 23", "Nederlands",
            "Tuesday", "Canal House"]  # fmt: skip
    assert [each for each in said if each not in text] == []


def test_four_for_the_pocket_say_where_help_is(tmp_path: Path, opened: Opened) -> None:
    (page,) = pdf(tmp_path, opened, CARD, pocket=True).words_on_pages()
    desks = [word for word in page if word.text == "Legal"]
    assert len(desks) == 4
    assert len({round(word.left) for word in desks}) == len({round(w.bottom) for w in desks}) == 2
    assert "Block." not in [word.text for word in page]


@pytest.mark.parametrize("places", [2, 8])
@pytest.mark.parametrize("pocket", [False, True])
def test_a_full_directory_stays_within_its_page(
    tmp_path: Path, opened: Opened, places: int, pocket: bool
) -> None:
    (page,) = pdf(tmp_path, opened, many(places), pocket=pocket).words_on_pages()
    assert max(word.bottom for word in page) <= HIGH - (0 if pocket else MARGIN) + 1
    topics = [word for word in page if word.text == "Topic"]
    assert len(topics) == (24 if pocket else 6)
    # Every topic keeps at least its first place.
    assert sum(word.text == "0" for word in page) >= len(topics)


def test_an_empty_directory_leaves_lines_to_write_on(tmp_path: Path, opened: Opened) -> None:
    empty = HelpCard("I can ask for help", "en")
    text = pdf(tmp_path, opened, empty).text
    assert "Help near us" in text


def test_numbers_keep_their_order_in_arabic(tmp_path: Path, opened: Opened) -> None:
    card = HelpCard("حظر وإبلاغ", "ar", say="توقف", groups=[("حقوقي", [ENTRY])])
    (page,) = pdf(tmp_path, opened, card).words_on_pages()
    digits = [word for word in page if word.text in {"+31", "20", "555", "01", "23"}]
    in_sight = [word.text for word in sorted(digits, key=lambda word: word.left)]
    assert in_sight == ["+31", "20", "555", "01", "23"]
    # The number stands at the end of the line, which is the left.
    assert max(word.left for word in digits) < 595 / 2
