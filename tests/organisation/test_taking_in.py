"""What centres sent becomes Parquet: the same from any order, incremental, and without names."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest
from centres import Clock
from many_centres import Organisation, invented

from trainer_app.bundles.opening import introduced
from trainer_app.domain.errors import (
    OtherCentre,
    OtherRoot,
    StoreDamaged,
    UnknownCentre,
    WrongPassphrase,
)
from trainer_app.domain.kinds import FOR_ORGANISATIONS
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.organisation.shapes import SHAPES, types_of
from trainer_app.organisation.taking_in import TakingIn
from trainer_app.organisation.vault import KEY_FILE, KNOWN_FILE, Vault
from trainer_app.services import founding
from trainer_app.services.inventing import Size
from trainer_app.services.merging import Merging
from trainer_app.store import registers


def parquet(dataset: Path) -> dict[str, bytes]:
    """Every file of the open part, by its place."""
    return {
        str(file.relative_to(dataset)): file.read_bytes()
        for file in sorted(dataset.rglob("*.parquet*"))
    }


def table(dataset: Path, name: str) -> list[tuple]:
    """A table as an engine that knows nothing of us reads it."""
    files = f"{dataset}/{name}/**/*.parquet"
    return duckdb.sql(f"SELECT * FROM read_parquet('{files}', hive_partitioning=true)").fetchall()


def beside(organisation: Organisation, folder: Path) -> Path:
    """Another empty dataset with the same secret, so that its pseudonyms are the same."""
    folder.mkdir()
    shutil.copy(organisation.dataset / KEY_FILE, folder / KEY_FILE)
    return folder


def test_there_is_a_file_for_each_centre_and_month(organisation):
    places = set(parquet(organisation.dataset))
    for centre in organisation.centres:
        store, id = centre.ledger.store, centre.door.centre
        months = {f"{one.date:%Y-%m}" for one in registers.sessions(store)}
        assert months
        for month in months:
            assert f"sessions/centre={id}/month={month}/part.parquet" in places
    for name in SHAPES:
        found = duckdb.sql(
            f"DESCRIBE SELECT * FROM read_parquet('{organisation.dataset}/{name}/**/*.parquet',"
            " hive_partitioning=true, hive_types_autocast=false)"
        ).fetchall() if any(one.startswith(f"{name}/") for one in places) else []  # fmt: skip
        assert not found or {one[0] for one in found} >= set(types_of(name))


def test_any_order_of_news_makes_the_same_bytes(small, growing, tmp_path):
    growing.bring_later(small)
    assert small.takes_in().refused == ()
    expected = parquet(small.dataset)
    other = beside(small, tmp_path / "other")
    news = sorted(small.news.iterdir(), reverse=True)
    small.news = tmp_path / "one-by-one"
    small.news.mkdir()
    for file in news:
        shutil.copy(file, small.news)
        assert small.takes_in(other).refused == ()
    assert parquet(other) == expected


def test_a_second_import_does_nothing_and_news_touch_their_months_alone(small, growing):
    first = small.takes_in()
    assert (first.files, first.known, first.centres, first.written) == (2, 0, 2, 2)
    before = {file: file.stat().st_mtime_ns for file in small.dataset.rglob("*.parquet")}
    again = small.takes_in()
    assert (again.known, again.new, again.written) == (2, 0, 0)
    assert {file: file.stat().st_mtime_ns for file in before} == before
    growing.bring_later(small)
    (small.news / "later-0.bundle").unlink()
    assert small.takes_in().written == 1
    touched = {
        "/".join(file.relative_to(small.dataset).parts[:3])
        for file in small.dataset.rglob("*.parquet")
        if file.stat().st_mtime_ns != before.get(file)
    }
    of = f"centre={small.centres[1].door.centre}"
    assert touched == {f"sessions/{of}/month={growing.cancelled.date:%Y-%m}"}


def test_nothing_in_the_open_part_names_anybody(organisation):
    content = b"".join(parquet(organisation.dataset).values())
    rows = repr([table(organisation.dataset, name) for name in ("people", "attendance")])
    for centre in organisation.centres:
        for person in registers.people(centre.ledger.store):
            assert person.name not in rows
            assert person.name.encode() not in content
            assert person.id not in rows
    assert not any(one for row in table(organisation.dataset, "people") for one in row[4:6])


def test_with_names_when_that_is_asked_for_and_without_them_again(small, growing):
    small.takes_in()
    plain = parquet(small.dataset)
    assert small.takes_in(with_names=True).written == 2
    assert growing.erased.name in {row[5] for row in table(small.dataset, "people")}
    small.takes_in()
    assert parquet(small.dataset) == plain


def test_after_an_erasure_nothing_but_counts_is_left(small, growing):
    small.takes_in()
    people = {row[0] for row in table(small.dataset, "people")}
    marks = len(table(small.dataset, "attendance"))
    assert growing.erased.name in _words_in_the_vault(small)
    growing.bring_later(small)
    small.takes_in()
    (gone,) = people - {row[0] for row in table(small.dataset, "people")}
    assert len(table(small.dataset, "attendance")) == marks
    for name in SHAPES:
        if (small.dataset / name).is_dir():
            assert gone not in repr(table(small.dataset, name))
    assert growing.erased.name not in _words_in_the_vault(small)


def _words_in_the_vault(organisation: Organisation) -> str:
    """Every body that the organisation's closed stores hold."""
    vault = Vault(organisation.dataset, organisation.keys, Clock().now)
    said = ""
    for centre in vault.known:
        store = vault.store(centre)
        said += repr(list(store.query("SELECT body FROM events")))
        said += repr(list(store.query("SELECT * FROM people")))
        store.close()
    return said


def test_sensitive_answers_stay_closed(organisation):
    answers = table(organisation.dataset, "answers")
    assert any(row[4] is None for row in answers)
    assert any(row[4] is not None for row in answers)
    assert "bm90aGluZw" not in repr(answers)


def test_the_news_for_an_organisation_hold_no_key_and_no_words_that_no_report_needs(
    small, tmp_path
):
    centre = small.centres[0]
    file = centre.sends(small.keys.public, tmp_path / "x.bundle")
    said = introduced(file, [small.keys])
    assert said.centre == centre.door.centre
    small.takes_in()
    store = Vault(small.dataset, small.keys, Clock().now).store(centre.door.centre)
    kinds = {row["kind"] for row in store.query("SELECT kind FROM events WHERE body IS NOT NULL")}
    bare = {row["kind"] for row in store.query("SELECT kind FROM events WHERE body IS NULL")}
    assert kinds <= FOR_ORGANISATIONS
    assert "pictures-chosen" in bare
    assert store.secret("centre-keys") is None
    store.close()


def test_only_the_organisation_opens_them(small):
    with pytest.raises(OtherCentre):
        introduced(small.news / "0.bundle", [PrivateKeys.random()])
    merged = Merging(small.centres[0].door).merge([small.news / "1.bundle"])
    assert [type(one.error) for one in merged.refused] == [OtherCentre]


def test_what_is_refused_counts_for_nothing(small):
    whole = (small.news / "0.bundle").read_bytes()
    (small.news / "1.bundle").unlink()
    for at in range(0, len(whole), len(whole) // 25):
        changed = bytearray(whole)
        changed[at] ^= 1
        (small.news / "0.bundle").write_bytes(changed)
        found = small.takes_in()
        assert [one.file for one in found.refused] == ["0.bundle"]
        assert (found.centres, found.new) == (0, 0)


def test_only_known_refuses_who_was_never_heard_of(small, growing):
    found = small.takes_in(only_known=True)
    assert {type(one.error) for one in found.refused} == {UnknownCentre}
    small.takes_in()
    growing.bring_later(small)
    assert small.takes_in(only_known=True).refused == ()


def test_a_centre_founded_anew_under_the_same_id_is_refused(small, tmp_path, library, cheap_cost):
    """Trust begins with the first trainer who was heard of, and with nobody else later."""
    small.takes_in()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(founding.secrets, "token_hex", lambda _bytes: small.centres[0].door.centre)
        false = invented(tmp_path / "false", Size(6, 4, 9), library, cheap_cost)
    false.sends(small.keys.public, small.news / "false.bundle")
    before = parquet(small.dataset)
    found = small.takes_in()
    assert [(one.file, type(one.error)) for one in found.refused] == [("false.bundle", OtherRoot)]
    assert parquet(small.dataset) == before
    false.door.lock()


def test_another_key_opens_nothing_and_damage_is_said(small):
    small.takes_in()
    with pytest.raises(WrongPassphrase):
        TakingIn(small.dataset, PrivateKeys.random(), Clock().now)
    known = small.dataset / KNOWN_FILE
    known.write_bytes(known.read_bytes()[:-1] + b"\0")
    with pytest.raises(StoreDamaged):
        TakingIn(small.dataset, small.keys, Clock().now)
