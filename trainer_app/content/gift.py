"""Questions from and to GIFT, the plain text in which Moodle and others exchange quizzes.

Words in and out are plain: Markdown and HTML are neither read nor written.
Source: Moodle's documentation of the GIFT format, and the order in which its reader looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from trainer_app.content.draft_text import one_line
from trainer_app.content.harmless import without_tags

MOST_SIGNS = 500_000
"""A text with more is no quiz for one lesson."""

MOST_IN_QUESTION = 5_000

Reason = Literal[
    "too-large", "braces", "description", "essay", "numeric", "matching", "short-answer",
    "no-right", "several-right", "part-right", "empty", "general-feedback",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class GiftChoice:
    """An answer, why it is right or not, and whether it is."""

    words: str
    why: str
    right: bool


@dataclass(frozen=True, slots=True)
class GiftQuestion:
    """A question with one right choice. `title` is what other programs list it by."""

    title: str
    words: str
    choices: tuple[GiftChoice, ...]


@dataclass(frozen=True, slots=True)
class GiftProblem:
    """What could not be taken over. `line` counts from 1; `words` begin what stands there.

    `taken`: whether the question came in all the same, without that part of it.
    """

    line: int
    reason: Reason
    words: str
    taken: bool = False


# Signs that no text has stand for escaped ones while a question is taken apart.
_ESCAPED = ":#={}~\\"
_STANDINS = "".join(chr(0xFDD0 + number) for number in range(len(_ESCAPED)))
_TO_STANDIN = dict(zip(_ESCAPED, _STANDINS, strict=True))
_FROM_STANDIN = str.maketrans(_STANDINS, _ESCAPED)
_NO_TEXT = re.compile("[\ufdd0-\ufdef]")
_ESCAPE = re.compile(r"\\([:#={}~\\n])")
_FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]\s*")
_BREAK = re.compile(r"<(?:br|/p|/div|/li)\b[^<>]*>", re.IGNORECASE)
_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d{0,9})?)%\s*")
_ANSWER = re.compile(r"([=~])([^=~]*)")
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_GENERAL = "####"


class _Refused(Exception):
    """A question that this program does not have."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def questions_of(
    text: str, truth: tuple[str, str] = ("True", "False")
) -> tuple[tuple[GiftQuestion, ...], tuple[GiftProblem, ...]]:
    """The questions with one right choice, and everything else that is in a text of GIFT.

    `truth`: how "true" and "false" are called where that is the choice. Nothing is raised.
    """
    if len(text) > MOST_SIGNS:
        return (), (GiftProblem(1, "too-large", ""),)
    questions: list[GiftQuestion] = []
    problems: list[GiftProblem] = []
    for line, part in _parts(_NO_TEXT.sub("", text)):
        begins = _shown(part[:300])[:60]
        try:
            question, whole = _question(part, truth)
        except _Refused as refused:
            problems.append(GiftProblem(line, refused.reason, begins))
            continue
        questions.append(question)
        if not whole:
            problems.append(GiftProblem(line, "general-feedback", begins, taken=True))
    return tuple(questions), tuple(problems)


def gift_of(questions: Iterable[GiftQuestion]) -> str:
    """The questions as GIFT, each with a right choice and at least one other."""
    return "\n".join(map(_written, questions))


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Each question with the line that it begins on: comments and categories left out."""
    lines: list[str] = []
    begun = 0
    # An empty line ends a question, as in Moodle.
    for number, line in enumerate([*re.split("\r\n|\r|\n", text), ""], start=1):
        stripped = line.strip()
        if not stripped:
            if lines:
                yield begun, "\n".join(lines)
            lines = []
        elif not stripped.startswith(("//", "$CATEGORY:")):
            begun = begun if lines else number
            lines.append(stripped)


def _question(part: str, truth: tuple[str, str]) -> tuple[GiftQuestion, bool]:
    """One question, and whether it is all that stands there."""
    if len(part) > MOST_IN_QUESTION:
        raise _Refused("too-large")
    text = _ESCAPE.sub(lambda found: _TO_STANDIN.get(found[1], " "), part)
    title = ""
    if text.startswith("::") and "::" in text[2:]:
        title, _, text = text[2:].partition("::")
    before, braced, rest = text.partition("{")
    if not braced and "}" not in text:
        raise _Refused("description")
    answers, closed, after = rest.partition("}")
    if not closed or "}" in before or set("{}") & set(answers + after):
        raise _Refused("braces")
    words = _shown(f"{before} _____ {after}" if after.strip() else before)
    answers, general, _ = answers.partition(_GENERAL)
    choices = _choices(answers.strip(), truth)
    # Where nothing is asked, what it is listed by asks.
    asked = words or _plain(title)
    if not asked:
        raise _Refused("empty")
    return GiftQuestion(_plain(title), asked, choices), not general


def _choices(answers: str, truth: tuple[str, str]) -> tuple[GiftChoice, ...]:
    """The choices between braces; _Refused where this is another kind of question."""
    if not answers:
        raise _Refused("essay")
    if answers.startswith("#"):
        raise _Refused("numeric")
    if "~" in answers:
        return _one_right([_choice(*found.groups()) for found in _ANSWER.finditer(answers)])
    if "=" in answers and "->" in answers:
        raise _Refused("matching")
    word, *feedback = answers.split("#")
    is_true = _TRUTH.get(word.strip().upper())
    if is_true is None:
        raise _Refused("short-answer")
    # Moodle's order: why a wrong answer is wrong, then why the right one is right.
    wrong, right = (*map(_shown, feedback), "", "")[:2]
    whys = {is_true: right, not is_true: wrong}
    return tuple(
        GiftChoice(_shown(name), whys[value], value == is_true)
        for name, value in zip(truth, (True, False), strict=True)
    )


def _choice(mark: str, text: str) -> tuple[GiftChoice, float]:
    """A choice and its weight in percent."""
    words, _, why = text.partition("#")
    words, weight = words.strip(), 100.0 if mark == "=" else 0.0
    if mark == "~" and (found := _WEIGHT.match(words)):
        words, weight = words[found.end() :], float(found[1])
    return GiftChoice(_shown(words), _shown(why), weight == 100), weight


def _one_right(weighed: list[tuple[GiftChoice, float]]) -> tuple[GiftChoice, ...]:
    choices = tuple(choice for choice, _ in weighed)
    right = sum(choice.right for choice in choices)
    if any(0 < weight != 100 for _, weight in weighed):
        raise _Refused("part-right")
    if right != 1:
        raise _Refused("several-right" if right else "no-right")
    if len(choices) < 2 or not all(choice.words for choice in choices):
        raise _Refused("empty")
    return choices


def _shown(text: str) -> str:
    """Plain words on one line: a format mark and HTML go, escaped signs come back."""
    text = text.strip()
    if marked := _FORMAT.match(text):
        text = text[marked.end() :]
    if marked is None or marked[1] != "plain":
        text = without_tags(_BREAK.sub(" ", text))
    return _plain(text)


def _plain(text: str) -> str:
    return one_line(text.replace("\n", " ").translate(_FROM_STANDIN))


def _written(question: GiftQuestion) -> str:
    title = f"::{_safe(question.title)}::" if question.title else ""
    lines = [f"{title}{_marked(question.words)} {{"]
    for choice in question.choices:
        words = _marked(choice.words)
        if not choice.right and words.startswith("%"):
            words = f"%0%{words}"  # else it might be taken for a weight
        why = f"#{_marked(choice.why)}" if choice.why else ""
        lines.append(f"\t{'=' if choice.right else '~'}{words}{why}")
    return "\n".join((*lines, "}", ""))


def _marked(words: str) -> str:
    """Escaped words, said to be plain where their beginning could be taken for something else."""
    return f"[plain]{_safe(words)}" if words.startswith(("[", "//")) else _safe(words)


def _safe(words: str) -> str:
    return re.sub(r"[:#={}~\\]", r"\\\g<0>", words)
