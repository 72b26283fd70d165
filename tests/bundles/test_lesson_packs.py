"""Lesson packs as files: what their author wrote comes out, everything else is refused."""

from __future__ import annotations

import io
import json
import os
import struct
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from little_lesson import AUTHOR, LABEL, STRANGER, files, pack, relabelled

from trainer_app.bundles.packs import limits, zips
from trainer_app.bundles.packs.label import Label, hash_of, statement
from trainer_app.bundles.packs.opening import open_pack, opened
from trainer_app.bundles.packs.writing import packed, write_pack, zipped
from trainer_app.domain.errors import (
    ChangedPack,
    NewerPack,
    NotAPack,
    OtherKindOfPack,
    PackDamaged,
    TrainerError,
    UnreadableFile,
    UnsafePack,
)
from trainer_app.domain.events import canonical
from trainer_app.ui.messages import explain

GOOD = pack()
FIELDS_OF_IT = json.loads(opened(GOOD, "x").label.as_bytes())
ZIPPED = zipfile.ZIP_DEFLATED


def refusal(content: bytes) -> TrainerError:
    """Why a pack is refused; it has words that name the file."""
    with pytest.raises(TrainerError) as told:
        opened(content, "bread.lesson")
    words = explain(told.value)
    assert words.title
    assert words.what_to_do
    assert "bread.lesson" in words.text
    return told.value


def in_words(error: TrainerError) -> None:
    """Whatever it was, it can be said."""
    assert explain(error).text


def made(*entries: tuple[str | zipfile.ZipInfo, bytes], packing: int = ZIPPED) -> bytes:
    """A zip of any entries, as another program would write it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return out.getvalue()


def with_entry(name: str, content: bytes = b"x", **about: int) -> bytes:
    """The good pack with one more entry that its author signed for."""
    there = {**files(), name: content}
    said = replace(LABEL, files={each: hash_of(there[each]) for each in there}).as_bytes()
    whole = {"pack.json": said, "pack.sig": AUTHOR.sign(statement(said)), **there}
    infos = {each: zipfile.ZipInfo(each) for each in whole}
    for key, value in about.items():
        setattr(infos[name], key, value)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for each, info in infos.items():
            archive.writestr(info, whole[each], about.get("compress_type", ZIPPED))
    return out.getvalue()


def edited(old: bytes, new: bytes, times: int = -1) -> bytes:
    """The good pack with some of its bytes put in the place of others."""
    assert old in GOOD
    return GOOD.replace(old, new, times)


# What comes out


def test_what_was_packed_comes_out(tmp_path: Path) -> None:
    file = tmp_path / "bread.lesson"
    write_pack(file, LABEL, files(), AUTHOR)
    found = open_pack(file)
    assert found.files == files()
    assert found.label == replace(
        LABEL, files={name: hash_of(each) for name, each in files().items()}
    )


def test_the_same_lesson_gives_the_same_file() -> None:
    assert packed(LABEL, files(), AUTHOR) == packed(LABEL, files(), AUTHOR)


def test_what_could_not_be_opened_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "bread.lesson"
    with pytest.raises(UnsafePack):
        write_pack(file, LABEL, {**files(), "run.exe": b"MZ"}, AUTHOR)
    with pytest.raises(PackDamaged):
        write_pack(file, replace(LABEL, title="<b>Bread</b>"), files(), AUTHOR)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.lesson")
    for name in ("pipe.lesson", "gone.lesson", ""):
        with pytest.raises(UnreadableFile):
            open_pack(tmp_path / name)


# Each way to be wrong


@pytest.mark.parametrize(
    "name",
    [
        "../own.toml", "/lesson.toml", "C:/x.toml", "C:x.svg", "images\\tile.svg", "own.toml",
        "images/../lesson.toml", "./lesson.toml", "images//a.svg", "images/", "en/", "en/notes.md",
        "en/pages.md/x", "images/con.svg", "images/lpt1.png", "nul/pages.md", "aux/quiz.md",
        "images/a.svg ", "images/a.svg.", "images/a.SVG", "images/.a.svg", "images/a.html",
        "images/a.jpg", "images/-.svg", "images/é.svg", "images/a\x00.svg", "images/a.svg\n",
        "_world/world.toml", "inside.lesson", "inside.zip", "pack.json/x", "Lesson.toml",
        "EN/pages.md", "e/pages.md", "images/a\u202egvs.svg", f"images/{'a' * 300}.svg", "",
        "images/a.svg:stream", "~/x.md", "$HOME/pages.md",
    ],
)  # fmt: skip
def test_a_name_that_no_lesson_has(name: str) -> None:
    error = refusal(with_entry(name))
    # A zero byte ends a name for some readers, so that it never was in the list.
    if "\x00" not in name:
        assert (type(error), error.facts["reason"]) == (UnsafePack, "name")


def test_names_that_are_one_on_some_disks() -> None:
    error = refusal(with_entry("images/TILE.svg"))
    assert type(error) is UnsafePack
    there = {**files(), "pt-BR/pages.md": b"x", "pt-br/pages.md": b"x"}
    assert refusal(packed(LABEL, there, AUTHOR)).facts["reason"] == "twice"


def test_a_name_that_stands_twice() -> None:
    entries = [("lesson.toml", b"a"), ("lesson.toml", b"b")]
    with pytest.warns(UserWarning, match="Duplicate"):
        content = made(*entries)
    assert refusal(content).facts["reason"] == "twice"


@pytest.mark.parametrize(
    ("mode", "dos"), [(0o120777, 0), (0o040755, 0), (0o020666, 0), (0o010666, 0), (0, 0x10)]
)
def test_a_link_a_folder_or_a_device(mode: int, dos: int) -> None:
    content = with_entry("en/quiz.md", b"/etc/passwd", external_attr=mode << 16 | dos)
    assert refusal(content).facts["reason"] == "link"


def test_another_packing_and_locked_entries() -> None:
    for packing in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        assert refusal(with_entry("images/x.svg", compress_type=packing)).facts["reason"] in (
            "packing",
        )
    start = GOOD.rindex(b"PK\x01\x02")
    locked = GOOD[: start + 8] + b"\x01" + GOOD[start + 9 :]
    assert refusal(locked).facts["reason"] == "locked"
    extra = zipfile.ZipInfo("images/x.svg")
    extra.extra = struct.pack("<HH", 0x7075, 0)
    assert refusal(made((extra, b"x"))).facts["reason"] == "packing"


def test_too_much_of_everything() -> None:
    assert refusal(b"PK\x03\x04" + bytes(limits.PACKED_BYTES)).facts["reason"] == "packed"
    many = {f"images/a{number}.svg": b"" for number in range(limits.ENTRIES)}
    assert refusal(zipped({**files(), **many})).facts["reason"] == "entries"
    large = bytes(limits.FILE_BYTES + 1)
    assert refusal(with_entry("images/x.png", large)).facts["reason"] == "entry"
    bomb = {f"images/a{number}.png": bytes(limits.FILE_BYTES) for number in range(21)}
    assert refusal(zipped({**files(), **bomb})).facts["reason"] == "unpacked"


def test_an_entry_that_unpacks_to_more_than_it_says() -> None:
    """Both accounts of the entry agree on a lie, which its author signed."""
    large, said = bytes(10 * limits.FILE_BYTES), b"x" * 100
    there = {**files(), "images/x.png": said}
    whole = packed(LABEL, there, AUTHOR)
    packing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    bomb = packing.compress(large) + packing.flush()
    at = whole.index(b"images/x.png") - 30
    size = struct.unpack("<L", whole[at + 18 : at + 22])[0]
    body = at + 30 + len("images/x.png")
    lied = whole[: at + 18] + struct.pack("<L", len(bomb)) + whole[at + 22 : body] + bomb
    rest = whole[body + size :]
    grown = len(bomb) - size
    listed = rest.index(b"images/x.png", rest.index(b"PK\x01\x02")) - 46
    rest = rest[: listed + 20] + struct.pack("<L", len(bomb)) + rest[listed + 24 :]
    whole = moved(lied + rest, body, grown)
    # What is declared is in order, so that only the unpacking itself can tell.
    entry = next(one for one in zips.entries(whole, "x") if one.name == "images/x.png")
    assert (entry.size, len(entry.packed)) == (len(said), len(bomb))
    assert type(refusal(whole)) is PackDamaged


def moved(content: bytes, behind: int, by: int) -> bytes:
    """A zip whose list tells where its entries are after some bytes came in between."""
    end = content.rindex(b"PK\x05\x06")
    (start,) = struct.unpack("<L", content[end + 16 : end + 20])
    content = content[: end + 16] + struct.pack("<L", start + by) + content[end + 20 :]
    at = content.index(b"PK\x01\x02", behind)
    while content[at : at + 4] == b"PK\x01\x02":
        (offset,) = struct.unpack("<L", content[at + 42 : at + 46])
        if offset >= behind:
            new = struct.pack("<L", offset + by)
            content = content[: at + 42] + new + content[at + 46 :]
        at += 46 + struct.unpack("<H", content[at + 28 : at + 30])[0]
    return content


@pytest.mark.parametrize(
    "content",
    [
        b"", b"PK\x03\x04", GOOD[:-1], GOOD[: len(GOOD) // 2], GOOD + b"\0", GOOD + GOOD,
        b"\0" + GOOD, GOOD[:-22], GOOD[:-2] + b"\x01\0!",
        b"MZ" + GOOD, b"%PDF-1.7", bytes(100), b"PK\x05\x06" + bytes(18),
        edited(b"images/tile.svg", b"images/till.svg", 1),
        edited(b"PK\x01\x02", b"PK\x01\x03", 1),
    ],
)  # fmt: skip
def test_a_file_that_is_no_whole_pack(content: bytes) -> None:
    assert type(refusal(content)) in (NotAPack, PackDamaged)


def test_bytes_hidden_between_entries() -> None:
    at = GOOD.index(b"PK\x03\x04", 4)
    assert type(refusal(moved(GOOD[:at] + b"hidden" + GOOD[at:], at, 6))) is PackDamaged
    start = GOOD.index(b"PK\x01\x02")
    before = moved(GOOD[:start] + b"hidden" + GOOD[start:], start, 6)
    assert type(refusal(before)) is PackDamaged


def test_a_zip_of_something_else() -> None:
    assert type(refusal(made(("lesson.toml", b"id = 1")))) is NotAPack
    assert type(refusal(zipped({"pack.json": b"{}"}))) is NotAPack


def test_what_somebody_changed_on_the_way() -> None:
    there = files()
    signature = zipped({**_signed(), **there})
    assert opened(signature, "bread.lesson").files == there

    def told(changed: dict[str, bytes]) -> tuple[object, object]:
        error = refusal(zipped({**_signed(), **changed}))
        assert type(error) is ChangedPack
        return error.facts["reason"], error.facts["inside"]

    assert told({**there, "en/quiz.md": b"other words"}) == ("changed", "en/quiz.md")
    assert told({**there, "images/new.svg": b""}) == ("unlisted", "images/new.svg")
    left = {name: each for name, each in there.items() if name != "en/card.md"}
    assert told(left) == ("missing", "en/card.md")
    other = {**_signed(), "pack.sig": STRANGER.sign(statement(_signed()["pack.json"]))}
    assert refusal(zipped({**other, **there})).facts["reason"] == "signature"
    for bad in (b"", bytes(64), bytes(63), _signed()["pack.sig"] * 2):
        content = zipped({**_signed(), "pack.sig": bad, **there})
        assert refusal(content).facts["reason"] == "signature"


def _signed() -> dict[str, bytes]:
    said = replace(LABEL, files={name: hash_of(each) for name, each in files().items()}).as_bytes()
    return {"pack.json": said, "pack.sig": AUTHOR.sign(statement(said))}


def test_a_signature_for_something_else_does_not_pass() -> None:
    said = _signed()["pack.json"]
    content = zipped({"pack.json": said, "pack.sig": AUTHOR.sign(said), **files()})
    assert refusal(content).facts["reason"] == "signature"


def test_a_newer_form_and_another_kind() -> None:
    newer = refusal(relabelled(lambda fields: fields.update(format=2, kind="course", more=[])))
    assert (type(newer), newer.facts["found"], newer.facts["known"]) == (NewerPack, 2, 1)
    assert type(refusal(relabelled(lambda fields: fields.update(kind="virus")))) is OtherKindOfPack


@pytest.mark.parametrize(
    "change",
    [
        {"format": "1"}, {"format": True}, {"format": 0}, {"format": -1}, {"format": 10**20},
        {"kind": 7}, {"kind": None}, {"lesson": "../x"}, {"lesson": "Tea"}, {"lesson": "a" * 81},
        {"lesson": ""}, {"lesson": "con\n"}, {"number": 100}, {"number": -1}, {"number": 1.0},
        {"number": True}, {"version": 0}, {"version": 10**7}, {"version": "1"}, {"title": ""},
        {"title": "a\nb"}, {"title": "<b>x</b>"}, {"title": "&lt;"}, {"title": " x"},
        {"title": "x" * 201}, {"title": "\u202eevil"}, {"title": "\u2067" * 5}, {"title": ["x"]},
        {"language": "../"}, {"language": "e"}, {"language": 3}, {"author": "a" * 81},
        {"author": None}, {"author": "<script>"}, {"key": ""}, {"key": "g" * 64},
        {"key": "A" * 64}, {"key": 1}, {"origin": "../x"}, {"origin_version": -1}, {"files": []},
        {"files": {}}, {"files": {"lesson.toml": 1}}, {"files": {"lesson.toml": "x"}}, {"more": 1},
    ],
)  # fmt: skip
def test_a_label_that_nobody_can_have_written(change: dict[str, object]) -> None:
    assert type(refusal(relabelled(lambda fields: fields.update(change)))) is PackDamaged


@pytest.mark.parametrize(
    "label",
    [
        json.dumps(FIELDS_OF_IT).encode(),
        b"\xef\xbb\xbf" + canonical(FIELDS_OF_IT),
        canonical(FIELDS_OF_IT).decode().encode("utf-16"),
        canonical(FIELDS_OF_IT) + b"\n",
        b"[" * 100_000,
        b'{"format":1,"format":1}',
        b'{"format":' + b"1" * 5000 + b"}",
        b"null",
        b"[1]",
        b'{"format":NaN}',
        b'{"format":1,"title":"\\ud800"}',
        b" " * limits.LABEL_BYTES + b"{}",
        b"\xff\xfe",
        b"",
    ],
)
def test_a_label_in_another_spelling(label: bytes) -> None:
    content = zipped({"pack.json": label, "pack.sig": AUTHOR.sign(statement(label)), **files()})
    assert type(refusal(content)) is PackDamaged


def test_a_translation_holds_words_of_one_language_and_nothing_else() -> None:
    label = replace(LABEL, kind="translation", language="nl")
    assert opened(packed(label, {"nl/card.md": b"x"}, AUTHOR), "x").label.kind == "translation"
    for more in ("lesson.toml", "images/a.svg", "fr/card.md", "practice.toml"):
        error = refusal(packed(label, {"nl/card.md": b"x", more: b"x"}, AUTHOR))
        assert (type(error), error.facts["inside"]) == (UnsafePack, more)


# Anything at all

CHANGES = st.lists(
    st.tuples(st.integers(0, len(GOOD) - 1), st.integers(1, 255)), min_size=1, max_size=4
)
NAMES = st.text(st.sampled_from("abcimgesnlt.toml/svgpn\\:-_ \x00\u202eéA1"), max_size=24)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)
FIELDS = st.dictionaries(
    st.sampled_from([*Label.__dataclass_fields__, "format", "more"]), VALUES, min_size=1
)


def bytes_changed(changes: list[tuple[int, int]]) -> None:
    content = bytearray(GOOD)
    for at, by in changes:
        content[at] ^= by
    if bytes(content) == GOOD:
        return
    try:
        found = opened(bytes(content), "bread.lesson")
    except TrainerError as error:
        in_words(error)
        return
    # When an entry was written, and with which program, is said to nobody.
    assert found == opened(GOOD, "bread.lesson")


def named_anything(name: str, content: bytes, mode: int) -> None:
    whole = with_entry(name, content, external_attr=mode << 16)
    try:
        found = opened(whole, "bread.lesson")
    except TrainerError as error:
        in_words(error)
        return
    assert set(found.files) <= {*files(), name}
    assert ".." not in name
    assert name[0] not in "/\\."
    assert name.count("/") == 1


def labelled_anything(change: dict[str, object]) -> None:
    try:
        content = relabelled(
            lambda fields: fields.update(change), spell=lambda value: json.dumps(
                value, sort_keys=True, ensure_ascii=False, separators=(",", ":")
            ).encode("utf-8", "surrogatepass"),
        )  # fmt: skip
        found = opened(content, "bread.lesson")
    except TrainerError as error:
        in_words(error)
        return
    assert found.label.key == AUTHOR.public.sign_hex
    assert 0 <= found.label.number <= 99


@settings(max_examples=120, deadline=None)
@given(CHANGES)
def test_bytes_changed_anywhere(changes: list[tuple[int, int]]) -> None:
    bytes_changed(changes)


@settings(max_examples=40, deadline=None)
@given(NAMES, st.binary(max_size=40), st.sampled_from([0, 0o100644, 0o120777, 0o040755]))
def test_any_name(name: str, content: bytes, mode: int) -> None:
    named_anything(name, content, mode)


@settings(max_examples=60, deadline=None)
@given(FIELDS)
def test_any_label(change: dict[str, object]) -> None:
    labelled_anything(change)


@pytest.mark.slow
@settings(max_examples=1500, deadline=None)
@given(CHANGES)
def test_bytes_changed_anywhere_many_times(changes: list[tuple[int, int]]) -> None:
    bytes_changed(changes)


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(NAMES, st.binary(max_size=40), st.sampled_from([0, 0o100644, 0o120777, 0o040755]))
def test_any_name_many_times(name: str, content: bytes, mode: int) -> None:
    named_anything(name, content, mode)


@pytest.mark.slow
@settings(max_examples=600, deadline=None)
@given(FIELDS)
def test_any_label_many_times(change: dict[str, object]) -> None:
    labelled_anything(change)
