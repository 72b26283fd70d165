"""Languages beyond those of the program: what they are called, and which way they run."""

from __future__ import annotations

import pytest

from trainer_app.i18n import languages, own_name, own_names, runs_from_right
from trainer_app.i18n.tongues import names_in, script_code


@pytest.mark.parametrize(
    ("language", "script", "from_right"),
    [
        ("ti", "Ethi", False), ("ar", "Arab", True), ("fa", "Arab", True), ("prs", "Arab", True),
        ("ku", "Latn", False), ("ku-Arab", "Arab", True), ("ckb", "Arab", True),
        ("he", "Hebr", True), ("yi", "Hebr", True), ("dv", "Thaa", True), ("nqo", "Nkoo", True),
        ("zh-TW", "Hant", False), ("pt-BR", "Latn", False), ("qxx", "", False),
    ],
)  # fmt: skip
def test_script_and_direction(language: str, script: str, from_right: bool) -> None:
    assert script_code(language) == script
    assert runs_from_right(language) is from_right


def test_the_program_s_own_languages_run_as_it_says() -> None:
    for language in languages():
        assert runs_from_right(language.code) is language.right_to_left


def test_a_language_is_called_as_its_people_call_it_where_anybody_knows() -> None:
    assert (own_name("ti"), own_name("ka"), own_name("qxx")) == ("ትግርኛ", "ქართული", "qxx")
    assert own_name("prs") == "دری" == own_names()["prs"]


@pytest.mark.parametrize("language", ["en", "nl", "ar"])
def test_hundreds_of_languages_can_be_found_by_name(language: str) -> None:
    names = names_in(language)
    assert len(names) > 400
    assert {"ti", "am", "fa", "so", "uk"} <= names.keys()
    assert names_in("en")["ti"] == "Tigrinya"


def test_dari_has_a_name_and_not_a_code() -> None:
    assert [names_in(one)["prs"] for one in ("en", "fa", "uk")] == ["Dari", "دری", "дарі"]
