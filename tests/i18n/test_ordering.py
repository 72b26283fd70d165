"""Names stand in the order of the reader's alphabet, held against Qt's order by ICU."""

from __future__ import annotations

import sys
from functools import cmp_to_key

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale, Qt

from trainer_app.i18n import in_language
from trainer_app.i18n.ordering import name_key

# In the order that a telephone book of the language has.
IN_ORDER = {
    "en": "A2 A10 Ádam Anna Annika Ben José Josef Łucja Lucy Ola Øyvind Zoe Zoë أحمد",
    "nl": "Eva Éva Evert IJsbrand Imke Iris Jan Yara Zoë",
    "fr": "Eléa Emma Éric Eve Odile Œdipe Olga Zoé Zola",
    "es": "Nora Núñez Nuria Nzo Ñusta Oscar Zoe",
    "tr": "Cem Cuma Çetin Gül Ğali Hasan Ilgaz ışık İbrahim Jale Oya Özgür Sude Şule Ufuk Ümit",
    "uk": "Галина Гриць Ґанна Діма Емма Євген Зоя Іван Ірина Їжак Йосип Марко Яна Anna",
    "ar": "آدم إبراهيم أحمد بدر تامر عبد عبير فاطمة كريم لينا نور هدى وليد ياسين Amina",
    "fa": "آرش اکبر بابک پروین تینا جواد چنگیز ژاله کیان گلی نیما وحید هدی یاسر Amina",
}
LETTERS = {
    "nl": "abeéëijoöuz -2", "tr": "cçgğıiİIoösşuü -", "es": "mnñoáéz -", "fr": "aàâeéèêoœuùz -",
    "uk": "гґдеєжзиіїйкГҐЄЇ -", "fa": "آابپتجچدرزژکگلموهی ", "ar": "آبتجدركلمنهوي ",
}  # fmt: skip


@pytest.mark.usefixtures("all_offered")
@pytest.mark.parametrize("language", IN_ORDER)
def test_names_stand_as_in_a_telephone_book(language: str) -> None:
    names = IN_ORDER[language].split()
    backwards = names[::-1]
    with in_language(language):
        assert sorted(backwards, key=name_key) == names


def qt_order(language: str):
    collator = QCollator(QLocale(language))
    collator.setNumericMode(True)
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return cmp_to_key(collator.compare)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt orders by the system, not ICU")
@pytest.mark.parametrize("language", IN_ORDER)
def test_the_order_is_that_of_icu(language: str) -> None:
    names = IN_ORDER[language].split()
    backwards = names[::-1]
    assert sorted(backwards, key=qt_order(language)) == names


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt orders by the system, not ICU")
@pytest.mark.parametrize("language", LETTERS)
@given(data=st.data())
def test_two_words_stand_as_icu_has_them(language: str, data: st.DataObject) -> None:
    word = st.text(LETTERS[language].strip(" -"), min_size=1, max_size=4)
    one, other = data.draw(word), data.draw(word)
    # What differs in marks or capitals alone is each library's own.
    if name_key(one, language)[0] != name_key(other, language)[0]:
        ours = name_key(one, language) < name_key(other, language)
        qt = qt_order(language)
        assert ours == (qt(one) < qt(other))


@given(st.lists(st.text(max_size=8), max_size=6), st.sampled_from(sorted(IN_ORDER)))
def test_any_texts_have_one_order(texts: list[str], language: str) -> None:
    ordered = sorted(texts, key=lambda text: name_key(text, language))
    backwards = texts[::-1]
    assert sorted(backwards, key=lambda text: name_key(text, language)) == ordered


def test_marks_and_apostrophes_decide_last() -> None:
    with in_language("en"):
        assert sorted(["Zoë B", "Zoe C", "Zoë A"], key=name_key) == ["Zoë A", "Zoë B", "Zoe C"]
    assert name_key("Мар'яна", "uk")[0] == name_key("Марʼяна", "uk")[0]
    assert name_key("عبدالله", "ar")[0] != name_key("عبد الله", "ar")[0]


def test_numbers_count_as_numbers_in_every_script() -> None:
    for figures in ("Laptop 2|Laptop 10", "حاسوب ٢|حاسوب ١٠", "لپ‌تاپ ۲|لپ‌تاپ ۱۰"):
        few, many = figures.split("|")
        assert name_key(few, "en") < name_key(many, "en")
