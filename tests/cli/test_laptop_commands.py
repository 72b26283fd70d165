"""A second laptop, a third, one that is stolen, one that was copied: what a volunteer types."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from centre_of_laptops import (
    another,
    at_work,
    enrol,
    examined,
    invite,
    join,
    listed,
    merged,
    pool,
    register,
    write,
)
from centres import bytes_in
from command_line import command, held_by_another_program, stay_at_home, words_for

from trainer_app.domain.errors import (
    CentreExists,
    EmptyField,
    InUse,
    UnknownThing,
    UnreadableInvitation,
    WrongInvitationCode,
    WrongPassphrase,
)
from trainer_app.services.laptops import Laptops


@pytest.fixture
def second(data: Path, tmp_path: Path) -> Path:
    """Another laptop of the centre, as it was when it joined."""
    return another(data, tmp_path / "second")


def test_an_invited_laptop_holds_everything_and_has_letters_of_its_own(
    data: Path, tmp_path: Path
) -> None:
    file, second = tmp_path / "invitation", tmp_path / "second"
    assert join(file, invite(data, file), second) == "B"
    assert register(second) == register(data)
    assert [(one["letters"], one["here"]) for one in listed(second)] == [("B", True), ("A", False)]
    pool(data, second)
    assert [(one["letters"], one["standing"]) for one in listed(data)] == [
        ("A", "counts"),
        ("B", "counts"),
    ]
    assert examined(data)["state_hash"] == examined(second)["state_hash"]
    assert enrol(second, "Somebody New").startswith("B")


def test_the_code_is_said_once_and_stands_nowhere(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "invitation"
    said = command("laptop", "invite", "--data", data, "--out", file)
    written, told = said.out.splitlines()
    assert written == f"Written: {file}"
    code = told.rpartition(": ")[2]
    for form in (code, code.replace("-", "")):
        assert form.encode() not in file.read_bytes()
        assert not any(form.encode() in content for content in bytes_in(data).values())
    assert code not in command("laptop", "list", "--data", data).out
    assert invite(data, tmp_path / "other") != code


def test_code_and_passphrase_can_be_typed(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "invitation"
    code = invite(data, file)
    said = command(
        "laptop", "join", file, "--data", tmp_path / "second",
        passphrase=None, typed=f"{code}\ninvented people only\n",
    )  # fmt: skip
    assert said.code == 0
    assert said.out == "This laptop belongs to the centre now. Its letters: B\n"
    assert code not in said.out + said.err


@pytest.mark.parametrize("trouble", ["code", "no code", "passphrase", "other file", "cut off"])
def test_who_may_not_join_is_told_why_and_nothing_is_left(
    data: Path, tmp_path: Path, trouble: str
) -> None:
    file, second = tmp_path / "invitation", tmp_path / "second"
    code, passphrase = invite(data, file), "invented people only"
    if trouble == "code":
        code = invite(data, tmp_path / "other")
    elif trouble == "no code":
        code = ""
    elif trouble == "passphrase":
        passphrase = "not this one"
    elif trouble == "other file":
        file.write_bytes(b"a holiday picture")
    else:
        file.write_bytes(file.read_bytes()[:-9])
    exit_code, error = {
        "code": (3, WrongInvitationCode()),
        "no code": (3, EmptyField(field="passphrase")),
        "passphrase": (3, WrongPassphrase()),
        "other file": (1, UnreadableInvitation(file="invitation")),
        "cut off": (1, UnreadableInvitation(file="invitation")),
    }[trouble]
    said = command("laptop", "join", file, "--data", second, passphrase=passphrase, code=code)
    assert (said.code, said.out) == (exit_code, "")
    assert said.err.endswith(words_for(error))
    assert not {one.name for one in second.iterdir()} - {"in-use.lock"}


def test_no_centre_is_written_over(data: Path, second: Path, tmp_path: Path) -> None:
    file = tmp_path / "invitation"
    code = invite(data, file)
    before = bytes_in(second)
    said = command("laptop", "join", file, "--data", second, code=code)
    assert (said.code, said.err) == (2, words_for(CentreExists(folder="second")))
    assert bytes_in(second) == before


def test_a_second_use_of_an_invitation_waits_until_it_is_let_in(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "invitation"
    code = invite(data, file)
    first, again = tmp_path / "first", tmp_path / "again"
    join(file, code, first)
    join(file, code, again)
    pool(data, first)
    enrol(again, "Came Later")
    merged(data, write(again))
    assert "Came Later" not in register(data)
    held = next(one for one in listed(data) if one["standing"] == "second-use")
    assert held["aside"] > 0
    assert examined(data)["notes"]["second_use"] == [held["letters"]]
    in_words = command("laptop", "list", "--data", data).out
    assert "used an invitation a second time, waits to be let in" in in_words
    assert command("laptop", "readmit", held["letters"], "--data", data).code == 0
    assert "Came Later" in register(data)
    pool(data, first, again)
    assert len({examined(one)["state_hash"] for one in (data, first, again)}) == 1
    assert "Came Later" in register(first)
    # Both were given the same letters; the second gave them up when it heard of the first.
    assert len({one["letters"] for one in listed(data)}) == 3


def test_a_laptop_that_was_shut_out_counts_up_to_then_until_it_is_let_in(
    data: Path, second: Path
) -> None:
    enrol(second, "Before")
    pool(data, second)
    assert command("laptop", "shut-out", "b", "--data", data).code == 0
    enrol(second, "After")
    stolen = write(second)
    told = merged(data, stolen)
    assert told["new"] > 0
    assert {"Before", "After"} & register(data) == {"Before"}
    found = {one["letters"]: one for one in listed(data)}
    assert (found["B"]["standing"], found["A"]["standing"]) == ("shut-out", "counts")
    assert examined(data)["notes"]["shut_out"] == ["B"]
    # It does as it is told once it hears of it.
    merged(second, write(data))
    assert "After" not in register(second)
    assert command("laptop", "readmit", "B", "--data", data).code == 0
    assert {"Before", "After"} <= register(data)
    pool(data, second)
    assert examined(data)["state_hash"] == examined(second)["state_hash"]


def test_a_copied_folder_goes_on_as_a_laptop_of_its_own(data: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(data, tmp_path / "copy"))
    before = {one["id"] for one in listed(data)}
    there = listed(copy)
    assert there[0]["id"] not in before
    assert there[0]["letters"] not in ("A", "")
    enrol(data, "On The First")
    enrol(copy, "On The Copy")
    pool(data, copy)
    assert {"On The First", "On The Copy"} <= register(data)
    assert register(data) == register(copy)
    assert examined(data)["state_hash"] == examined(copy)["state_hash"]
    assert examined(data)["notes"]["forked"] == []


def test_a_laptop_with_two_histories_is_named_and_a_trainer_chooses(
    data: Path, second: Path, tmp_path: Path
) -> None:
    pool(data, second)
    twin = Path(shutil.copytree(second, tmp_path / "twin"))
    stay_at_home(twin)
    enrol(second, "One History")
    enrol(twin, "Other History")
    merged(data, write(second))
    assert "One History" in register(data)
    merged(data, write(twin))
    assert not {"One History", "Other History"} & register(data)
    assert examined(data)["notes"]["forked"] == ["B"]
    assert "two histories" in command("laptop", "list", "--data", data).out
    with at_work(data) as door:
        laptops = Laptops(door)
        b = next(one.id for one in laptops.all() if one.letters == "B")
        (fork,) = laptops.forks(b)
        assert len(fork.branches) == 2
        longest = max(fork.branches, key=lambda branch: branch.first)
        laptops.settle_fork(fork, [longest.hash])
        assert laptops.forks(b) == []
    assert {"One History", "Other History"} & register(data) == {"Other History"}
    assert examined(data)["notes"]["forked"] == []
    fresh = another(data, tmp_path / "fresh")
    pool(data, fresh)
    assert examined(fresh)["state_hash"] == examined(data)["state_hash"]
    assert {"One History", "Other History"} & register(fresh) == {"Other History"}


@pytest.mark.parametrize("what", ["shut-out", "readmit"])
def test_a_laptop_that_nobody_knows(data: Path, what: str) -> None:
    said = command("laptop", what, "Q", "--data", data)
    assert (said.code, said.out) == (2, "")
    assert said.err == words_for(UnknownThing(what="laptop", id="Q"))


def test_this_laptop_cannot_shut_itself_out(data: Path) -> None:
    assert command("laptop", "shut-out", "A", "--data", data).code == 2
    assert listed(data)[0]["standing"] == "counts"


def test_a_folder_in_use_is_left_alone(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "news"
    with held_by_another_program(data):
        for words in (
            ("laptop", "invite", "--out", file),
            ("laptop", "list"),
            ("laptop", "shut-out", "B"),
            ("bundle", "write", "--out", file),
            ("backup", "now"),
            ("backup", "restore"),
        ):
            said = command(*words, "--data", data)
            assert (said.code, said.err) == (4, words_for(InUse(folder=data.name)))
    assert not file.exists()
