"""Each language's plural forms, in the catalogs and against the Unicode CLDR."""

from __future__ import annotations

import gettext
import re

import pytest
from babel.core import Locale

from trainer_app import places
from trainer_app.i18n.languages import FILE, read_languages

LANGUAGES = {one.code: one for one in read_languages(places.locales() / FILE)}
ORDER = ("zero", "one", "two", "few", "many", "other")
NUMBERS = (0, 1, 2, 3, 5, 11, 21, 100)
# By hand, from the charts of the CLDR: the form for each of NUMBERS.
FORMS = {
    "en": "other one other other other other other other",
    "nl": "other one other other other other other other",
    "fr": "one one other other other other other other",
    "es": "other one other other other other other other",
    "ar": "zero one two few few many many other",
    "fa": "one one other other other other other other",
    "tr": "other one other other other other other other",
    "uk": "many one few few many many one many",
}
FORMS_OF = {"ar": ORDER, "uk": ("one", "few", "many")}


def rule_of(plurals: str):
    number, rule = re.fullmatch(r"nplurals=(\d); plural=(.*);", plurals).groups()
    return int(number), gettext.c2py(rule)


@pytest.mark.parametrize("code", FORMS)
def test_each_number_takes_the_form_that_readers_expect(code: str) -> None:
    number, rule = rule_of(LANGUAGES[code].plurals)
    forms = FORMS_OF.get(code, ("one", "other"))
    assert number == len(forms)
    assert [forms[rule(n)] for n in NUMBERS] == FORMS[code].split()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_rule_is_that_of_the_cldr(code: str) -> None:
    number, rule = rule_of(LANGUAGES[code].plurals)
    form = Locale.parse(code, sep="-").plural_form
    used = [tag for tag in ORDER if any(form(n) == tag for n in range(1000))]
    assert number == len(used)
    assert all(used[rule(n)] == form(n) for n in range(1000))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_catalog_has_the_rule_of_the_registry(code: str) -> None:
    file = places.locales() / code / "LC_MESSAGES" / "trainer_app.mo"
    if not file.exists():
        assert code == "en" or LANGUAGES[code].state == "making"
        return
    with file.open("rb") as source:
        catalog = gettext.GNUTranslations(source)
    number, rule = rule_of(LANGUAGES[code].plurals)
    assert [catalog.plural(n) for n in range(250)] == [rule(n) for n in range(250)]
    counted = [key[1] for key in catalog._catalog if isinstance(key, tuple)]
    assert set(counted) == set(range(number))
