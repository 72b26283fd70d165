"""GIFT: what other programs write is taken over or named, and what is written comes back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer_app.content.draft_text import one_line
from trainer_app.content.gift import (
    MOST_SIGNS,
    GiftChoice,
    GiftProblem,
    GiftQuestion,
    gift_of,
    questions_of,
)

QUIZ = """\
// A comment
$CATEGORY: $course$/tea

::Grant::Who is buried in Grant's tomb? {
  =Grant # Right. He is there.
  ~No one # It is not empty.
  ~Napoleon # He lies in Paris.
}

[html]<p>What is <b>2&nbsp;+&nbsp;2</b>?</p>{~%100%four#yes ~%-50%five ~six}
// between

Is water wet\\: yes or no? {T#You did not touch it.#Right.}

The sun {FALSE} rises in the west.

Tea is { ~cold =hot } when it is fresh.
"""


def test_questions_are_read_as_moodle_reads_them() -> None:
    questions, problems = questions_of(QUIZ, ("Yes", "No"))
    assert problems == ()
    assert questions == (
        GiftQuestion("Grant", "Who is buried in Grant's tomb?", (
            GiftChoice("Grant", "Right. He is there.", True),
            GiftChoice("No one", "It is not empty.", False),
            GiftChoice("Napoleon", "He lies in Paris.", False),
        )),
        GiftQuestion("", "What is 2\xa0+\xa02?", (
            GiftChoice("four", "yes", True), GiftChoice("five", "", False),
            GiftChoice("six", "", False),
        )),
        GiftQuestion("", "Is water wet: yes or no?", (
            GiftChoice("Yes", "Right.", True), GiftChoice("No", "You did not touch it.", False),
        )),
        GiftQuestion("", "The sun _____ rises in the west.", (
            GiftChoice("Yes", "", False), GiftChoice("No", "", True),
        )),
        GiftQuestion("", "Tea is _____ when it is fresh.", (
            GiftChoice("cold", "", False), GiftChoice("hot", "", True),
        )),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Just words.", "description"),
        ("Write about tea. {}", "essay"),
        ("When was Grant born? {#1822:5}", "numeric"),
        ("Match. {=cat -> cat food =dog -> dog food}", "matching"),
        ("Two plus two? {=four =4}", "short-answer"),
        ("Two? {~a ~b}", "no-right"),
        ("Two? {=a =b ~c}", "several-right"),
        ("Two? {~%50%a ~%50%b ~c}", "part-right"),
        ("Two? {=a ~ }", "empty"),
        ("{=a ~b}", "empty"),
        ("Open { =a ~b", "braces"),
        ("Shut } =a ~b", "braces"),
        ("<script>" * 9_000 + "{=a ~b}", "too-large"),
        ("More {=a ~b} and {=c ~d}", "braces"),
    ],
)
def test_what_is_not_here_is_named_with_its_line(text: str, reason: str) -> None:
    questions, problems = questions_of(f"// first\n\nTea? {{=hot ~cold}}\n\n{text}\n")
    assert [question.words for question in questions] == ["Tea?"]
    assert [(each.line, each.reason, each.taken) for each in problems] == [(5, reason, False)]


def test_feedback_for_all_is_left_out_and_said() -> None:
    (question,), problems = questions_of("Tea? {=hot#Right. ~cold####Well done}")
    assert question.choices[1] == GiftChoice("cold", "", False)
    (problem,) = problems
    assert (problem.line, problem.reason, problem.taken) == (1, "general-feedback", True)


def test_a_very_long_text_is_refused_at_once() -> None:
    assert questions_of("a" * (MOST_SIGNS + 1)) == ((), (GiftProblem(1, "too-large", ""),))


WORDS = (
    st.one_of(
        st.text(max_size=12),
        st.lists(
            st.sampled_from(
                ["::", "{", "}", "=", "~", "#", "\\", "//", "$CATEGORY:", "[html]", "[plain]",
                 "%50%", "%", "->", "T", "####", "a", " ", "\n", "<b>", "&lt;", "\ufdd0", "سلام",
                 "\\n", ":"]
            ),
            max_size=6,
        ).map("".join),
    )
    .map(lambda line: "".join(sign for sign in line if not "\ufdd0" <= sign <= "\ufdef"))
    .map(one_line)
)  # fmt: skip
FILLED = WORDS.filter(lambda words: bool(words.strip()))
WRONG = st.builds(GiftChoice, FILLED, WORDS, st.just(False))


@st.composite
def quizzes(draw: st.DrawFn) -> tuple[GiftQuestion, ...]:
    questions = []
    for _ in range(draw(st.integers(0, 3))):
        choices = draw(st.lists(WRONG, min_size=1, max_size=3))
        right = GiftChoice(draw(FILLED), draw(WORDS), True)
        choices.insert(draw(st.integers(0, len(choices))), right)
        questions.append(GiftQuestion(draw(WORDS), draw(FILLED), tuple(choices)))
    return tuple(questions)


@given(quizzes())
@settings(deadline=None, max_examples=150)
def test_what_is_written_comes_back(questions: tuple[GiftQuestion, ...]) -> None:
    assert questions_of(gift_of(questions)) == (questions, ())


@given(
    st.lists(
        st.one_of(st.sampled_from(["{", "}", "=", "~", "#", "::", "\\", "\n", "\n\n", "%", "T"]),
                  st.text(max_size=5)),
        max_size=30,
    ).map("".join)
)  # fmt: skip
@settings(deadline=None, max_examples=150)
def test_whatever_stands_there_is_read_or_named(text: str) -> None:
    questions, problems = questions_of(text)
    assert all(1 <= each.line <= text.count("\n") + text.count("\r") + 1 for each in problems)
    for question in questions:
        assert sum(choice.right for choice in question.choices) == 1
        assert "<" not in question.words
