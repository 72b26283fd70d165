"""A translation as a .po file: out, through other people's programs, and back, hostile ones too."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from datetime import datetime, timezone
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer_app.content.po_file import MOST_BYTES, BroughtIn, brought_in, po_bytes
from trainer_app.domain.errors import NotATranslationFile, OtherTranslation, TrainerError
from trainer_app.domain.translating import Translated, Translation, Unit

MADE = datetime(2026, 11, 24, 10, 0, tzinfo=timezone.utc)  # noqa: UP017


def unit(name: str, text: str) -> Unit:
    return Unit(f"pages/{name}", text, "sentence", sentence_words=14)


def made(language: str = "ti") -> Translation:
    units = (
        Translated(unit("title", "Log out")),
        Translated(unit("lock/text/1", "Press `Log out`."), "`Log out` ጠውቕ።", "Press `Log out`."),
        Translated(unit("lock/text/2", "Wait\ta “little”."), "ቁሩብ ተጸበ", "Wait."),
        Translated(unit("lock/text/3", "Wait.")),
        Translated(unit("pen/text/1", "Wait.")),
    )
    return Translation("sign-in", language, "en", units, by="Hiwot")


def written(translation: Translation) -> bytes:
    comments = {each.unit.id: ["On the page “Lock”\nline 1"] for each in translation.units}
    return po_bytes(translation, comments, MADE)


def edited(tmp_path: Path, changes: Iterable[tuple[str, str]], data: bytes = b"") -> bytes:
    """What another program makes of the file: words put in by context."""
    file = tmp_path / "sign-in.ti.po"
    file.write_bytes(data or written(made()))
    opened = polib.pofile(str(file))
    for context, words in changes:
        entry = next(each for each in opened if each.msgctxt == context)
        entry.msgstr = words
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    opened.save()
    return file.read_bytes()


def left(found: BroughtIn) -> list[tuple[str, str]]:
    return [(each.why, each.unit) for each in found.left]


def test_another_program_reads_units_states_and_notes(tmp_path: Path) -> None:
    file = tmp_path / "sign-in.ti.po"
    file.write_bytes(written(made()))
    opened = polib.pofile(str(file))
    assert opened.metadata["Language"] == "ti"
    assert opened.metadata["X-Trainer-Lesson"] == "sign-in"
    assert [each.msgctxt for each in opened] == [each.unit.id for each in made().units]
    assert [each.msgid for each in opened.fuzzy_entries()] == ["Wait\ta “little”."]
    assert opened.fuzzy_entries()[0].previous_msgid == "Wait."
    assert "On the page “Lock” line 1" in opened[0].comment
    assert len(opened.untranslated_entries()) == 3


def test_gettext_itself_finds_nothing_wrong(tmp_path: Path) -> None:
    file = tmp_path / "sign-in.po"
    for language in ("ti", "mnk", "pt-BR", "ar"):
        file.write_bytes(written(made(language)))
        if _has_msgfmt():
            subprocess.run(["msgfmt", "--check-format", "-o", "-", file], check=True,
                           capture_output=True)  # fmt: skip
        assert polib.pofile(str(file)).metadata["Language"].replace("_", "-") == language


def _has_msgfmt() -> bool:
    try:
        return (
            subprocess.run(["msgfmt", "--version"], capture_output=True, check=False).returncode
            == 0
        )
    except FileNotFoundError:
        return False


def test_what_came_back_fits_its_units(tmp_path: Path) -> None:
    data = edited(tmp_path, [("pages/title", "ውጻእ"), ("pages/lock/text/2", "ቁሩብ “ጽናሕ”")])
    found = brought_in(made(), data, "x.po", "Selam")
    assert (found.taken, found.left) == (2, ())
    assert found.translation.unit("pages/title").words == "ውጻእ"
    assert found.translation.unit("pages/lock/text/2").state == "done"
    assert found.translation.unit("pages/lock/text/1") == made().units[1]
    assert found.translation.by == "Hiwot, Selam"


def test_the_same_file_brings_nothing(tmp_path: Path) -> None:
    found = brought_in(made(), edited(tmp_path, []), "x.po", "Selam")
    assert (found.taken, found.left) == (0, ())
    assert found.translation == made()


def test_what_does_not_fit_is_named_and_nothing_is_lost(tmp_path: Path) -> None:
    more = (
        b'\nmsgctxt "pages/gone/text/9"\nmsgid "We bake."\nmsgstr "Wij bakken."\n'
        b'\nmsgctxt "pages/lock/text/1"\nmsgid "Press it."\nmsgstr "Druk."\n'
        b'\nmsgctxt "pages/lock/text/3"\nmsgid "Wait a bit."\nmsgstr "Wacht even."\n'
        b'\n#~ msgctxt "pages/old"\n#~ msgid "Bye"\n#~ msgstr "Dag"\n'
    )
    data = written(made()).replace(b'msgid "Wait."\nmsgstr ""', b'msgid "Wait."\nmsgstr "Wacht."')
    data = data.replace(b'msgctxt "pages/lock/text/3"', b'msgctxt "pages/elsewhere"')
    found = brought_in(made(), data + more, "x.po", "")
    # A name that is not there leads to the same words elsewhere; other words of the source do not.
    assert found.translation.unit("pages/lock/text/3").words == "Wacht."
    assert found.translation.unit("pages/pen/text/1").words == "Wacht."
    assert left(found) == [
        ("unknown", "pages/gone/text/9"),
        ("changed", "pages/lock/text/1"),
        ("changed", "pages/lock/text/3"),
        ("unknown", "pages/old"),
    ]
    assert [each.words for each in found.left] == ["Wij bakken.", "Druk.", "Wacht even.", "Dag"]


def test_words_for_an_older_source_are_taken_where_there_are_none_and_are_stale() -> None:
    old = Translation("sign-in", "ti", "en", (Translated(unit("title", "Leave"), "ኪድ", "Leave"),))
    found = brought_in(made(), po_bytes(old, {}, MADE), "x.po", "")
    title = found.translation.unit("pages/title")
    assert (title.words, title.state, title.made_from) == ("ኪድ", "stale", "Leave")
    assert left(found) == [("changed", "pages/title")]


def test_what_a_translator_is_not_sure_of_stays_to_be_looked_at() -> None:
    data = written(made()).replace(
        b'msgctxt "pages/title"\nmsgid "Log out"\nmsgstr ""',
        b'#, fuzzy\nmsgctxt "pages/title"\nmsgid "Log out"\nmsgstr "x"',
    )
    found = brought_in(made(), data, "x.po", "")
    assert found.translation.unit("pages/title").state == "stale"
    assert left(found) == [("unsure", "pages/title")]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("<b>x</b>", "html"),
        ("<script>alert(1)</script>", "html"),
        ("&lt;b&gt;", "html"),
        ("[x](https://example.org)", "link"),
        ("<https://example.org>", "html"),
        ("![x](https://example.org/a.svg)", "link"),
        ("ab\u202ecd", "signs"),
        ("x" * 5_000, "long"),
    ],
)
def test_words_that_could_harm_are_refused(tmp_path: Path, words: str, why: str) -> None:
    found = brought_in(made(), edited(tmp_path, [("pages/title", words)]), "x.po", "")
    assert left(found) == [(why, "pages/title")]
    assert found.translation == made()


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (b"", NotATranslationFile, "form"),
        (b"We bake bread.", NotATranslationFile, "form"),
        (b'msgid "a', NotATranslationFile, "form"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), NotATranslationFile, "encoding"),
        (b'msgid "a"\nmsgstr "b"\n' + b"# x\n" * (MOST_BYTES // 4), NotATranslationFile, "large"),
    ],
)
def test_what_is_no_such_file_is_refused(
    data: bytes, error: type[TrainerError], reason: str
) -> None:
    with pytest.raises(error) as told:
        brought_in(made(), data, "x.po", "")
    assert told.value.facts == {"file": "x.po", "reason": reason}


def test_another_lesson_or_language_is_not_mixed_in() -> None:
    data = written(made())
    for old, new in ((b"Lesson: sign-in", b"Lesson: bread"), (b"Language: ti", b"Language: am")):
        assert old in data
        with pytest.raises(OtherTranslation):
            brought_in(made(), data.replace(old, new), "x.po", "")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 900), st.binary(max_size=8), st.integers(0, 40))
def test_a_broken_file_is_refused_or_read_and_never_more(at: int, put: bytes, out: int) -> None:
    data = written(made())
    broken = data[:at] + put + data[at + out :]
    try:
        found = brought_in(made(), broken, "x.po", "")
    except (NotATranslationFile, OtherTranslation):
        return
    assert [each.unit for each in found.translation.units] == [each.unit for each in made().units]
