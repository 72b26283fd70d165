"""Every known trouble has words, with its facts in them."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import chain

import pytest

from trainer_app.domain import errors
from trainer_app.domain.errors import TrainerError
from trainer_app.exports import whole_file
from trainer_app.i18n import use
from trainer_app.rosters.reading import read_roster
from trainer_app.rosters.refusal import Reason
from trainer_app.ui.messages import explain


def kinds(base: type[TrainerError] = TrainerError) -> list[type[TrainerError]]:
    return [*base.__subclasses__(), *chain.from_iterable(map(kinds, base.__subclasses__()))]


VALUES: dict[str, str | int] = {
    "found": 7, "known": 1, "number": 3, "line": 12, "language": "nl",
    "folder": "the-folder", "file": "the-file.db", "course": "Tuesday group",
    "lesson": "03-sign-in", "kind": "person-added", "what": "person", "field": "title",
    "until": "2026-12-24",
}  # fmt: skip


def example(kind: type[TrainerError]) -> TrainerError:
    """An error with exactly the facts that its docstring names."""
    promised = re.search(r"Facts: ([\w, ]+)\.", kind.__doc__ or "")
    names = promised[1].split(", ") if promised else []
    reasons = {
        errors.UnreadableRoster: "empty",
        errors.CannotWriteFile: "full",
        errors.PackTooLarge: "entry",
        errors.UnsafePack: "name",
        errors.ChangedPack: "changed",
        errors.PlaceTaken: "author",
        errors.NotATranslationFile: "form",
    }
    facts = {name: VALUES.get(name, reasons.get(kind, "something")) for name in names}
    return kind(**facts)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_every_trouble_says_what_where_and_what_to_do(kind):
    message = explain(example(kind))
    parts = (message.title, message.text, message.what_to_do)
    assert all(parts)
    assert not any(set("{}") & set(part) for part in parts)
    assert len({*parts}) == 3


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_a_file_or_folder_is_named(kind):
    error = example(kind)
    said = " ".join((explain(error).title, explain(error).text, explain(error).what_to_do))
    named = {fact for fact in ("file", "folder") if fact in error.facts}
    assert all(str(VALUES[fact]) in said for fact in named)


def test_a_trouble_without_words_is_a_bug():
    class Unheard(TrainerError):
        """Nobody wrote words for it."""

    with pytest.raises(KeyError):
        explain(Unheard())


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_against_a_roster_has_its_own_words(reason):
    said = explain(errors.UnreadableRoster(file="people.csv", reason=reason.value))
    assert "people.csv" in said.text
    others = {
        explain(errors.UnreadableRoster(file="people.csv", reason=other.value)).text
        for other in Reason
        if other is not reason
    }
    assert said.text not in others


def test_a_real_file_that_is_no_list(tmp_path):
    file = tmp_path / "letter.pdf"
    file.write_bytes(b"%PDF-1.7 and so on")
    with pytest.raises(errors.UnreadableRoster) as caught:
        read_roster(file)
    assert "is not a table" in explain(caught.value).text


WRITING = {*whole_file._REASONS.values(), "other", "too-large"}


@pytest.mark.parametrize("reason", sorted(WRITING))
def test_every_reason_against_writing_has_its_own_words(reason):
    texts = {
        other: explain(errors.CannotWriteFile(file="list.xlsx", reason=other)).text
        for other in WRITING
    }
    assert "list.xlsx" in texts[reason]
    assert len({*texts.values()}) == len(WRITING)


LESSON_FILES = [
    (errors.PackTooLarge, "packed unpacked entries entry"),
    (errors.UnsafePack, "name twice link locked packing"),
    (errors.ChangedPack, "signature changed missing unlisted"),
    (errors.PlaceTaken, "bundled author source"),
    (errors.NotATranslationFile, "form encoding large"),
    (errors.UnusablePicture, "bytes pixels kind slow memory helper xml shapes elements depth "
     "values broken"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "reasons"), LESSON_FILES)
def test_every_reason_against_a_lesson_file_has_its_own_words(kind, reasons):
    facts = {"file": "bread.lesson", "inside": "en/card.md", "picture": "cat.png"}
    messages = [explain(kind(reason=reason, **facts)) for reason in reasons.split()]
    assert len({message.text for message in messages}) == len(messages)
    assert all("bread" in message.text or "cat" in message.title for message in messages)


def test_a_lesson_that_could_harm_is_told_where_and_why():
    rules = ("no-html", "no-links", "odd-signs", "encoding", "too-long", "pages-in-order")
    facts = {"file": "bread.lesson", "inside": "en/card.md"}
    messages = [explain(errors.HarmfulLesson(line=3, rule=rule, **facts)) for rule in rules]
    assert len({message.text for message in messages}) == len(rules)
    assert all("en/card.md" in one.text and "3" in one.text for one in messages)
    whole = explain(errors.HarmfulLesson(line=0, rule="too-long", **facts))
    assert "0" not in whole.text


def test_a_real_folder_that_is_gone(tmp_path):
    with (
        pytest.raises(errors.CannotWriteFile) as caught,
        whole_file.written_whole(tmp_path / "gone" / "list.csv"),
    ):
        pass
    assert "not there any more" in explain(caught.value).text


@pytest.mark.parametrize("what", ["course", "session", "person", "lesson", "trainer", "choice"])
def test_what_is_not_here_is_named_but_never_by_its_id(what):
    message = explain(errors.UnknownThing(what=what, id="0192-secret"))
    assert "0192-secret" not in f"{message.title}{message.text}{message.what_to_do}"


@pytest.mark.parametrize(
    ("field", "words"),
    [("centre", "centre"), ("trainer", "trainer"), ("passphrase", "passphrase"), ("x", "needed")],
)
def test_an_empty_field_is_named(field, words):
    assert words in explain(errors.EmptyField(field=field)).text


def test_a_broken_lesson_names_the_line_only_where_it_knows_it():
    facts = {"lesson": "08-see", "file": "quiz.md", "rule": "r"}
    assert "12" in explain(errors.UnreadableLesson(line=12, **facts)).text
    assert "0" not in explain(errors.UnreadableLesson(line=0, **facts)).text


def test_a_language_is_called_by_its_own_name():
    message = explain(errors.MissingLanguage(lesson="08-see", language="nl"))
    assert "Nederlands" in message.text


def test_a_fact_keeps_its_own_direction_inside_the_sentence():
    use("ar")
    assert (
        "\u2068الدورة\u2069" in explain(errors.AnotherSessionOpen(course="الدورة", number=2)).text
    )


def test_the_commands_say_it_without_qt():
    code = "import sys, trainer_app.ui.messages; print('PySide6' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
