"""What a centre claimed of sensitive answers is what its organisation reports of them."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from command_line import command

from trainer_app import app
from trainer_app.keys.wrapping import Cost
from trainer_app.services.funding.asking import Asking
from trainer_app.services.funding.indicators import Indicators
from trainer_app.services.funding.projects import Projects
from trainer_app.services.funding.trainers_keys import TrainersKeys
from trainer_app.store import registers

SECRET = "a very long word of the organisation"
DAYS = ("--from", "2020-01-01", "--to", "2099-12-31")
PLAIN = {"employment": "in-work", "education": "isced-3-4"}
DISABLED = "EECO12"


@pytest.fixture
def asked(tmp_path: Path, cheap_cost: Cost) -> tuple[Path, str]:
    """A centre whose six people answered all, three of them that they have a disability."""
    folder = tmp_path / "centre"
    door, lock = app.open_door(folder, cost=cheap_cost)
    app.invent(door, learners=6, sessions=4, seed=4)
    ledger = door.ledger
    project = Projects(ledger).all()[0].id
    asking = Asking(ledger, TrainersKeys(door), Indicators(ledger).questions)
    for number, person in enumerate(registers.people(ledger.store)):
        for use in ("answers", "sensitive"):
            asking.agree(person.id, project, use, True, guardian="Noor")
        disability = {"disability": "yes" if number < 3 else "no"}
        asking.give(person.id, project, "entry", PLAIN | disability)
    door.lock()
    lock.release()
    return folder, project


def test_the_figures_of_a_claim_come_to_the_organisation(
    asked: tuple[Path, str], tmp_path: Path
) -> None:
    data, project = asked
    key, dataset = tmp_path / "our.key", tmp_path / "dataset"
    words = ("claim", "submit", "--data", data, "--project", project, *DAYS, "--label", "First")
    claim = command(*words, "--json").json
    shown = command("claim", "show", claim["id"], "--data", data, "--json").json
    (esf,) = (one for one in shown["sets"] if one["name"] == "esf-plus")
    wanted = {code: one["total"] for code, one in esf["figures"].items()}
    assert wanted[DISABLED] == 3

    made = command("organisation", "key", "new", "--out", key, "--name", "Houses",
                   passphrase=SECRET)  # fmt: skip
    assert made.code == 0
    out = tmp_path / "news" / "centre.bundle"
    out.parent.mkdir()
    assert command("bundle", "write", "--data", data, "--for", f"{key}.public", "--out", out
                   ).code == 0  # fmt: skip
    taken = command("organisation", "import", out.parent, "--dataset", dataset,
                    "--organisation", key, passphrase=SECRET)  # fmt: skip
    assert taken.code == 0
    report = ("organisation", "report", "--dataset", dataset, "--set", "esf-plus")
    found = command(*report, *DAYS, "--json").json
    claimed = {one["code"]: (one["claims"], one["total"]) for one in found["claimed"]}
    assert claimed[DISABLED] == (1, 3)
    figures = {one["code"]: one for one in found["figures"]}
    assert (figures[DISABLED]["total"], figures[DISABLED]["sealed"]) == (0, 6)
    said = command(*report, *DAYS).out
    assert f"{DISABLED}: 3 in 1 claims of centres" in said
    # A stranger reads the same in the open files.
    rows = duckdb.sql(
        f"SELECT code, total FROM read_parquet('{dataset}/claims_figures/**/*.parquet')"
        " WHERE set_name = 'esf-plus'"
    ).fetchall()
    assert dict(rows) == wanted
    # A claim that reaches beyond the days asked for is in none of the sums.
    assert command(*report, "--from", "2020-02-01", "--json").json["claimed"] == []
