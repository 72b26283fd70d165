"""A name is found however it is typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.letters import begins, fold, holds

ONE_NAME = [
    ["Ilgaz", "ılgaz", "İLGAZ", "ilgaz", "I\u0307lgaz"],
    ["Şükrü", "sukru", "ŞÜKRÜ", "S\u0327u\u0308kru\u0308"],
    ["أحمد", "احمد", "إحمد", "أحْمَد", "احـــمد", "ٱحمد"],
    ["آدم", "ادم", "ا\u0653دم"],
    ["هدى", "هدي", "هدی"],
    ["فاطمة", "فاطمه", "فاطمۀ", "فاطِمَة"],
    ["كريم", "کریم", "ﻛﺮﻳﻢ"],
    ["علی‌رضا", "علیرضا", "على\u200dرضا", "\u2068عليرضا\u2069"],
    ["دعاء", "دعا"],
    ["Мар'яна", "Марʼяна", "Мар’яна", "мар`яна", "Маряна", "МАР´ЯНА"],
    ["Ґанна", "ганна", "Ганна"],
    ["Їжак", "Іжак", "і\u0308жак"],
    ["José", "jose", "JOSE\u0301", "Jose"],
    ["Núñez", "nunez", "NUN\u0303EZ"],
    ["Øyvind", "oyvind"],
    ["Łukasz", "lukasz"],
    ["Ɓoyi", "boyi"],
    ["Œuvre", "oeuvre"],
    ["Ĳsbrand", "IJsbrand", "ijsbrand"],
    ["Straße 12", "strasse ١٢", "STRASSE ۱۲", "Strasse  12"],
    ["O’Brien", "O'Brien", "obrien", "OʼBrien"],
]
NAMES = st.text(st.characters(categories=["L", "M", "Nd", "Zs", "Pd", "Cf", "Sk"]), max_size=20)


@pytest.mark.parametrize("ways", ONE_NAME, ids=lambda ways: ways[0])
def test_every_way_to_type_a_name_finds_it(ways: list[str]) -> None:
    assert len({fold(way) for way in ways}) == 1
    for name in ways:
        for typed in ways:
            assert begins(f"Nour {name}", typed)
            assert holds(f"Nour {name}", typed)


@pytest.mark.parametrize(
    "pair",
    [("حسن", "حسین"), ("Олена", "Олена 2"), ("Ana", "Ann"), ("Эмма", "Емма"), ("Cem", "Çemal"),
     ("سمير", "سمر"), ("Nina", "Dina")],
)  # fmt: skip
def test_different_names_stay_different(pair: tuple[str, str]) -> None:
    assert fold(pair[0]) != fold(pair[1])


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_capitals_and_composition_do_not_matter(text: str) -> None:
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert fold(unicodedata.normalize(form, text)) == fold(text)
    assert fold(text.casefold()) == fold(text)


@given(NAMES, NAMES)
def test_a_name_is_found_by_itself_and_by_any_of_its_words(one: str, other: str) -> None:
    name = f"{one} {other}"
    for typed in (name, one, other, fold(name), fold(one), fold(other), name.upper(), ""):
        assert begins(name, typed)
        assert holds(name, typed)


@given(NAMES, st.integers(1, 6))
def test_the_beginning_of_a_name_finds_it(name: str, letters: int) -> None:
    typed = fold(name)[:letters]
    assert begins(name, typed)
    assert holds(name, typed)


def test_words_may_be_typed_together_or_apart() -> None:
    for typed in ("jan wi", "janwi", "wi jan", "jan-willem", "willem"):
        assert begins("Jan-Willem", typed)
    assert begins("شاه‌رخ", "شاهرخ")
    assert begins("عبد الله", "عبدالله")
    assert not begins("Jan-Willem", "anw")
    assert not begins("Jan-Willem", "jan x")
    assert holds("Tuesday evening", "yeve")
    assert not holds("Tuesday evening", "monday")
