"""What a check found, as it is read: every code has words, and leads somewhere."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from trainer_app.domain.funding.findings import CODES, WEIGHTS, Finding, Where
from trainer_app.i18n import use
from trainer_app.ui.funding.check_list import FIRST, CheckList
from trainer_app.ui.funding.check_words import effect_words, group_words, weight_words
from trainer_app.ui.funding.records import Jump, jump_of
from trainer_app.ui.widgets import Button, Text

EVERYTHING = Where("p", "q", "s", "c", "project", "claim", "set", "code")


@pytest.mark.parametrize("language", ["en", "nl", "ar"])
@pytest.mark.parametrize("count", [1, 2, 11])
def test_every_code_has_words(language: str, count: int) -> None:
    use(language)
    titles = set()
    for code, (weight, effect) in CODES.items():
        words = group_words(code, effect, count)
        titles.add(words.title)
        assert words.advice
        assert words.effect == effect_words(effect)
        assert all(weight_words(weight))
        assert "{" not in words.title + words.advice + words.effect
    assert len(titles) == len(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_code_leads_to_a_record(code: str) -> None:
    jump = jump_of(Finding(code, EVERYTHING))
    assert bool(jump.id) == (jump.place != "settle")


def words_of(page: CheckList) -> list[str]:
    return [text.text() for text in page.findChildren(Text)]


def test_nothing_to_mend(qtbot: QtBot) -> None:
    page = CheckList((), lambda _finding: "")
    qtbot.addWidget(page)
    assert any("Nothing to mend" in words for words in words_of(page))


def test_a_record_is_chosen_and_the_rest_of_many_comes_on_request(qtbot: QtBot) -> None:
    many = [Finding("not-ended", Where(session=f"s{at}")) for at in range(FIRST + 5)]
    page = CheckList(many, lambda one: f"Session {one.where.session}")
    qtbot.addWidget(page)
    page.show()
    assert any("13 sessions were not ended" in words for words in words_of(page))

    def named(words: str) -> list[Button]:
        return [one for one in page.findChildren(Button) if one.text().startswith(words)]

    assert len(named("Session")) == FIRST
    (more,) = named("Show")
    more.click()
    assert len(named("Session")) == len(many)
    with qtbot.waitSignal(page.chosen) as chosen:
        named("Session s12")[0].click()
    assert chosen.args == [Jump("session", "s12")]


def test_each_weight_has_a_card_of_its_own(qtbot: QtBot) -> None:
    found = [Finding(code, EVERYTHING) for code in ("not-ended", "not-held", "no-sheet")]
    assert [one.weight for one in found] == list(WEIGHTS)
    page = CheckList(found, lambda _one: "It")
    qtbot.addWidget(page)
    for weight in WEIGHTS:
        assert weight_words(weight)[0] in words_of(page)
