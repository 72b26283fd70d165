"""Every rule in words that somebody understands who writes no programs, and where to go."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from drafting import whole_draft

from trainer_app.content.rules.table import RULES, Finding
from trainer_app.domain.drafts import ChoiceDraft
from trainer_app.domain.lessons import WordToKnow
from trainer_app.ui.authoring import mend_words
from trainer_app.ui.authoring.history import Place
from trainer_app.ui.authoring.mend_words import STYLE, said_of
from trainer_app.ui.authoring.mending import mends_of, place_words

TECHNICAL = re.compile(
    r"[{}`_]|\b\w+-\w+-\w+\b|\.(md|toml|svg)\b|\b(TOML|SVG|UTF|XML|front matter|id|ids|hash)\b"
)


def found(rule: str, file: str = "en/pages.md", **facts: str | int) -> Finding:
    return Finding(rule, "90-tea", file, 3, facts)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_plain_words_of_its_own(rule: str) -> None:
    facts = {"words": 70, "text": "A long one.", "word": "kettle", "minutes": 3, "picture": "a"}
    for sentence in (*said_of(rule, {}), *said_of(rule, facts)):
        assert sentence.endswith((".", "”")), sentence
        assert rule not in sentence
        assert not TECHNICAL.search(sentence), sentence
    assert said_of(rule, {}) != mend_words._other()


def test_no_rule_is_style_that_there_is_not() -> None:
    assert set(RULES) >= STYLE


def test_a_rule_of_tomorrow_has_general_words() -> None:
    assert "no words of its own" in said_of("rule-of-tomorrow", {})[0]


def test_what_is_found_says_its_facts() -> None:
    assert said_of("page-length", {"words": 71})[0] == "This page has 71 words."
    assert "71" not in said_of("page-length", {"words": 71})[1]
    assert "“\u2068kettle\u2069”" in said_of("plain-words", {"word": "kettle"})[0]
    odd = said_of("sentence-length", {"words": 15, "text": "{0} braces {x}"})[0]
    assert "{0} braces {x}" in odd


DRAFT = replace(
    whole_draft(),
    questions=tuple(
        replace(each, choices=(ChoiceDraft("a", "Yes."), *each.choices[1:]))
        for each in whole_draft().questions
    ),
    words=(WordToKnow("tea", ""),),
)


@pytest.mark.parametrize(
    ("finding", "part", "place"),
    [
        (found("page-length", words=3, page="cup"), "cup", Place("page", "cup", "text")),
        (found("picture-chosen", "lesson.toml", id="cup"), "cup", Place("page", "cup", "picture")),
        (found("picture-chosen", "lesson.toml", id=""), "", Place("about", field="tile")),
        (found("picture-words"), "cup", Place("page", "cup", "alt")),
        (found("filled", key="summary"), "", Place("about", field="summary")),
        (found("filled", key="can.make-tea"), "", Place("about", field="objective make-tea")),
        (found("filled", "en/quiz.md"), "q-b", Place("question", "q-b", "why a")),
        (found("filled", "en/words.md"), "", Place("words", field="meaning 0")),
        (found("filled", "en/card.md", key="say"), "", Place("card", field="say")),
        (found("page-number", "lesson.toml", pages=2), "", Place("page", "kettle")),
        (found("question-number", "lesson.toml"), "", Place("question", "q-a")),
        (found("objective-met", "lesson.toml", objective="make-tea"), "make-tea", Place("about")),
        (found("plan-sum", "en/plan.md"), "", Place("plan")),
        (found("sentence-length", "en/plan.md"), "input", Place("plan", "input", "text input")),
        (found("toml-readable", "lesson.toml"), "", Place("about")),
    ],
)
def test_each_finding_leads_to_its_place(finding: Finding, part: str, place: Place) -> None:
    assert [mend.place for mend in mends_of([(finding, part)], DRAFT)] == [place]


def test_what_learners_stumble_over_comes_first_and_each_thing_once() -> None:
    mends = mends_of(
        [
            (found("sentence-length", words=20, text="Long."), "kettle"),
            (found("filled", "en/quiz.md"), "q-a"),
            (found("filled", "en/quiz.md"), "q-a"),
            (found("picture-chosen", "lesson.toml", id="guest"), "guest"),
            (found("picture-words"), "guest"),
            (found("plan-filled", "en/plan.md", part="input"), "input"),
            (found("plan-filled", "en/plan.md", part="trouble"), "trouble"),
        ],
        DRAFT,
    )
    assert [(mend.needed, mend.place.section, mend.place.id) for mend in mends] == [
        (True, "page", "guest"),
        (True, "question", "q-a"),
        (False, "page", "kettle"),
        (False, "plan", ""),
    ]


def test_a_lesson_that_cannot_be_read_has_its_mends_all_the_same() -> None:
    (mend,) = mends_of([(found("toml-readable", "lesson.toml"), "")], None)
    assert mend.needed
    assert mend.place == Place("about")


def test_places_are_called_as_they_are_in_the_list() -> None:
    places = (Place("page", "cup"), Place("question", "q-c"), Place("plan", "input"), Place("card"))
    said = [place_words(each, DRAFT) for each in places]
    assert [each.replace("\u2068", "").replace("\u2069", "") for each in said] == [
        "Page 2", "Question 3", "Plan: The pages", "Take-home card",
    ]  # fmt: skip
