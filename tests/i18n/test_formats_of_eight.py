"""Dates and figures in all eight languages, also those that are not offered yet."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from trainer_app import places
from trainer_app.i18n import _, ngettext, pgettext, use
from trainer_app.i18n.bidi import FIRST_STRONG_ISOLATE, POP_ISOLATE
from trainer_app.i18n.catalogs import find_catalogs_in
from trainer_app.i18n.formats import (
    clock,
    duration,
    figures,
    funder_date,
    hours,
    long_date,
    money,
    month_and_year,
    number,
    percent,
    short_date,
    short_funder_date,
)
from trainer_app.i18n.languages import find_languages_in

DAY = date(2025, 3, 11)
ISOLATES = str.maketrans("", "", FIRST_STRONG_ISOLATE + POP_ISOLATE)

pytestmark = pytest.mark.usefixtures("all_offered")


@pytest.mark.parametrize(
    ("code", "long", "short", "month"),
    [
        ("en", "Tuesday, 11 March 2025", "11 Mar 2025", "March 2025"),
        ("nl", "dinsdag 11 maart 2025", "11 mrt 2025", "maart 2025"),
        ("fr", "mardi 11 mars 2025", "11 mars 2025", "mars 2025"),
        ("es", "martes, 11 de marzo de 2025", "11 mar 2025", "marzo de 2025"),
        ("ar", "الثلاثاء، 11 مارس 2025", "11\u200f/03\u200f/2025", "مارس 2025"),
        ("fa", "سه‌شنبه ۲۱ اسفند ۱۴۰۳", "۲۱ اسفند ۱۴۰۳", "مارس ۲۰۲۵"),
        ("tr", "11 Mart 2025 Salı", "11 Mar 2025", "Mart 2025"),
        # Without "р.": a full stop behind a date would be the second one.
        ("uk", "вівторок, 11 березня 2025", "11 бер. 2025", "березень 2025"),
    ],
)
def test_dates(code: str, long: str, short: str, month: str) -> None:
    use(code)
    found = [each(DAY).translate(ISOLATES) for each in (long_date, short_date, month_and_year)]
    assert found == [long, short, month]


@pytest.mark.parametrize(
    ("code", "plain", "parted", "share", "sum"),
    [
        ("en", "1,234,567", "1,234.50", "36%", "€1,250.50"),
        ("nl", "1.234.567", "1.234,50", "36%", "€\u00a01.250,50"),
        ("fr", "1\u202f234\u202f567", "1\u202f234,50", "36\u00a0%", "1\u202f250,50\u00a0€"),
        ("es", "1.234.567", "1.234,50", "36\u00a0%", "1.250,50\u00a0€"),
        ("ar", "1,234,567", "1,234.50", "36%", "\u200f1,250.50\u00a0€"),
        ("fa", "۱٬۲۳۴٬۵۶۷", "۱٬۲۳۴٫۵۰", "۳۶٪", "\u200e€\u00a0۱٬۲۵۰٫۵۰"),
        ("tr", "1.234.567", "1.234,50", "%36", "€1.250,50"),
        ("uk", "1\u00a0234\u00a0567", "1\u00a0234,50", "36%", "1\u00a0250,50\u00a0EUR"),
    ],
)
def test_figures(code: str, plain: str, parted: str, share: str, sum: str) -> None:
    use(code)
    found = (number(1_234_567), number(Decimal("1234.5"), 2), percent(36), money(125_050, "EUR"))
    assert tuple(each.translate(ISOLATES) for each in found) == (plain, parted, share, sum)


def test_persian_figures_stand_in_times_too() -> None:
    use("fa")
    assert clock(time(9, 5)) == "۰۹:۰۵"
    assert hours(time(10), time(12)) == "\u2066۱۰:۰۰–۱۲:۰۰\u2069"
    assert duration(125) == "\u2066۲:۰۵\u2069"
    assert figures("A12") == "A۱۲"


@pytest.mark.parametrize("code", ["en", "nl", "fr", "es", "ar", "tr", "uk"])
def test_figures_of_the_others_stay(code: str) -> None:
    use(code)
    assert figures("A12") == "A12"
    assert clock(time(9, 5)) == "09:05"
    assert funder_date(DAY) == long_date(DAY)
    assert short_funder_date(DAY) == short_date(DAY)


def test_a_funder_reads_the_gregorian_date_too() -> None:
    use("fa")
    both = funder_date(DAY).translate(ISOLATES)
    assert both == "سه‌شنبه ۲۱ اسفند ۱۴۰۳ (۱۱ مارس ۲۰۲۵)"
    assert short_funder_date(DAY).translate(ISOLATES) == "۲۱ اسفند ۱۴۰۳ (۱۱ مارس ۲۰۲۵)"


def test_a_language_that_babel_does_not_know_has_dates_all_the_same(all_offered) -> None:
    registry = all_offered / "languages.toml"
    words = registry.read_text(encoding="utf-8").replace('code = "tr"', 'code = "qaa"')
    registry.write_text(words, encoding="utf-8")
    find_languages_in(all_offered)
    use("qaa")
    assert "11 March 2025" in long_date(DAY)
    assert number(1234) == "1,234"


def test_what_a_message_counts_has_persian_figures(all_offered) -> None:
    use("fa")
    find_catalogs_in(all_offered)
    (all_offered / "fa" / "LC_MESSAGES").mkdir(parents=True)
    with (all_offered / "fa" / "LC_MESSAGES" / "trainer_app.mo").open("wb") as file:
        write_mo(file, Catalog(locale="fa"))
    said = ngettext("{count} page of {all} in {code}", "{count} pages of {all} in {code}", 12)
    assert said.format(count=12, all=305, code="A7") == "۱۲ pages of ۳۰۵ in A7"
    assert _("Place {0:03}").format(7) == "Place ۰۰۷"
    assert pgettext("a mark", "Right") == "Right"
    find_catalogs_in(places.locales())
