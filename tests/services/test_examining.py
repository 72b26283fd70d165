"""Looking after a data folder: what is wrong is found, and what can be mended is."""

from __future__ import annotations

import pytest
from centres import Centre, tables

from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import NotAllowed
from trainer_app.services.examining import examine
from trainer_app.store.store import FILE


@pytest.fixture
def busy(centre: Centre) -> Centre:
    """A centre in which something happened."""
    evening = centre.evening("Abdi", "Olena")
    centre.attending.start_now(evening.session.id)
    for person in evening.people:
        centre.attending.mark(evening.session.id, person.id, Status.PRESENT)
        centre.sit(person)
    centre.attending.change_headcount(evening.session.id, 2)
    return centre


def tamper(centre: Centre, sql: str) -> None:
    centre.store._writer.run(lambda db: db.execute(sql))


def test_a_sound_centre_has_no_findings(busy: Centre) -> None:
    found = examine(busy.ledger)
    assert (found.findings, found.mended) == ((), ())
    assert (found.counts["people"], found.counts["attendance"], found.counts["sittings"]) == (
        2,
        2,
        2,
    )


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE people SET name = 'Somebody else' WHERE number = 'A1'",
        "DELETE FROM attendance WHERE rowid = (SELECT min(rowid) FROM attendance)",
        "INSERT INTO people (id, number, name) VALUES ('ghost', 'A9', 'Ghost')",
        "UPDATE headcounts SET count = 40",
    ],
)
def test_tables_that_differ_from_the_log_are_made_anew(busy: Centre, sql: str) -> None:
    before, hash_before = tables(busy.store), examine(busy.ledger).state_hash
    tamper(busy, sql)
    assert tables(busy.store) != before
    found = examine(busy.ledger)
    assert found.findings == found.mended == ("stale-tables",)
    assert tables(busy.store) == before
    assert found.state_hash == hash_before
    assert examine(busy.ledger).findings == ()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE events SET body = replace(body, 'present', 'absent') WHERE kind LIKE 'attend%'",
        "UPDATE events SET clock = clock + 1 WHERE seq = 2",
        "UPDATE events SET clock = clock + 1 WHERE seq = (SELECT max(seq) FROM events)",
        "DELETE FROM events WHERE seq = 3",
    ],
)
def test_a_log_that_was_tampered_with_is_found_and_not_mended(busy: Centre, sql: str) -> None:
    tamper(busy, sql)
    found = examine(busy.ledger)
    assert "broken-chain" in found.findings
    assert "broken-chain" not in found.mended


@pytest.mark.parametrize("copy", ["keyring.json", "keyring-copy.json"])
def test_a_lost_copy_of_the_keyring_is_written_again(busy: Centre, copy: str) -> None:
    whole = (busy.folder / copy).read_bytes()
    (busy.folder / copy).unlink()
    found = examine(busy.ledger)
    assert found.findings == found.mended == ("damaged-keyring",)
    assert (busy.folder / copy).read_bytes() == whole


def test_a_byte_that_flipped_on_the_disk_is_found(busy: Centre) -> None:
    busy.store.reader.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    with (busy.folder / FILE).open("r+b") as file:
        file.seek(-2000, 2)
        byte = file.read(1)[0]
        file.seek(-2000, 2)
        file.write(bytes([byte ^ 0xFF]))
    assert "damaged-file" in examine(busy.ledger).findings


def test_the_fingerprint_changes_with_what_happened_and_only_then(busy: Centre) -> None:
    first = examine(busy.ledger).state_hash
    busy.clock.forward(days=1)
    busy.store.rebuild()
    assert examine(busy.ledger).state_hash == first
    busy.enrolling.add_person("Rosa")
    assert examine(busy.ledger).state_hash != first


def test_only_a_trainer_examines(busy: Centre) -> None:
    busy.door.leave_trainer()
    with pytest.raises(NotAllowed):
        examine(busy.ledger)
