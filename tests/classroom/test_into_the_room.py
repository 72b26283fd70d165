"""The dialogue at the door, without sockets: whoever has everything gets in, nobody else does."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.signing import SigningKey
from room_ends import CENTRE, CODE, HOST, LAPTOP

from trainer_app.classroom import dialogue, handshake
from trainer_app.classroom.dialogue import Proven, Refused, Secrets, Step
from trainer_app.classroom.frames import Frame, Malformed
from trainer_app.classroom.handshake import Hello, centre_secret, code_secret
from trainer_app.classroom.messages import Role
from trainer_app.keys.keypair import signed_by

ROLES: list[Role] = ["ours", "closed", "guest"]
CERTIFICATE = b"the certificate of this opening"
OUR_HOST, OUR_LAPTOP = SigningKey(b"h" * 32), SigningKey(b"l" * 32)
OUR_CENTRE, OUR_CODE = centre_secret(CENTRE), code_secret(CODE, CERTIFICATE)

Change = Callable[[str, Frame], Frame]


@dataclass
class Door:
    """One meeting of a laptop and a host, and what stands between them."""

    role: Role = "ours"
    laptop_certificate: bytes = CERTIFICATE
    host_certificate: bytes = CERTIFICATE
    laptop_centre: bytes | None = OUR_CENTRE
    laptop_code: bytes | None = OUR_CODE
    host_centre: bytes | None = OUR_CENTRE
    host_code: bytes | None = OUR_CODE
    laptop_key: SigningKey = OUR_LAPTOP
    host_key: SigningKey = OUR_HOST
    device: str = LAPTOP
    may_try: bool = True
    wrong: int = 0

    def meet(self, change: Change = lambda _who, frame: frame) -> tuple[Any, Any]:
        """How it ends for the laptop and for the host: a Proven, Refused, Malformed, or None."""
        waiting: list[tuple[str, Frame]] = []

        def says(who: str) -> dialogue.Say:
            return lambda step, payload: waiting.append((who, change(who, Frame(step, payload))))

        laptop, host = self._laptop(says("laptop")), self._host(says("host"))
        ends: dict[str, Any] = {"laptop": _begun(laptop), "host": _begun(host)}
        while waiting:
            who, frame = waiting.pop(0)
            other, talk = ("host", host) if who == "laptop" else ("laptop", laptop)
            if ends[other] is None:
                ends[other] = _heard(talk, frame)
                if isinstance(ends[other], Refused) and ends[other].said is not None:
                    says(other)(Step.REFUSED, ends[other].said.encode())
        return ends["laptop"], ends["host"]

    def _laptop(self, say: dialogue.Say) -> dialogue.Dialogue:
        return dialogue.laptop_side(
            say,
            self.role,
            self.laptop_code if self.role == "guest" else self.laptop_centre,
            self.laptop_certificate,
            lambda statement: (self.device, self.laptop_key.sign(statement).signature),
            lambda device, statement, signature: (
                device == HOST and signed_by(bytes(OUR_HOST.verify_key), statement, signature)
            ),
        )

    def _host(self, say: dialogue.Say) -> dialogue.Dialogue:
        def wrong() -> None:
            self.wrong += 1

        return dialogue.host_side(
            say,
            Secrets(
                self.host_certificate,
                self.host_centre,
                self.host_code,
                lambda: self.may_try,
                wrong,
            ),
            lambda statement: (HOST, self.host_key.sign(statement).signature),
            lambda _role, device, statement, signature: (
                device == LAPTOP and signed_by(bytes(OUR_LAPTOP.verify_key), statement, signature)
            ),
        )


def _begun(talk: dialogue.Dialogue) -> Any:
    try:
        next(talk)
    except Refused as refused:
        return refused
    return None


def _heard(talk: dialogue.Dialogue, frame: Frame) -> Any:
    try:
        talk.send(frame)
    except StopIteration as done:
        return done.value
    except (Refused, Malformed) as ended:
        return ended
    return None


def reasons(ends: tuple[Any, Any]) -> tuple[str | None, str | None]:
    return tuple(end.reason if isinstance(end, Refused) else None for end in ends)  # type: ignore[return-value]


def nobody_in(ends: tuple[Any, Any]) -> bool:
    return not any(isinstance(end, Proven) for end in ends)


@pytest.mark.parametrize("role", ROLES)
def test_who_has_everything_gets_in(role):
    laptop, host = Door(role).meet()
    assert host == Proven(role, "" if role == "guest" else LAPTOP)
    assert laptop == Proven(role, HOST if role == "ours" else "")


@pytest.mark.parametrize("role", ROLES)
@given(data=st.data())
def test_any_changed_bit_keeps_both_out_or_changes_nothing(role, data):
    """Of a hello, a proof or a name. (Who is already in cannot be told that the other is not.)"""
    who = data.draw(st.sampled_from(["laptop", "host"]))
    step = data.draw(st.sampled_from([Step.HELLO, Step.PROOF, Step.NAME]))
    at, bit = data.draw(st.integers(0, 200)), data.draw(st.integers(0, 7))
    touched = []

    def change(speaker: str, frame: Frame) -> Frame:
        if speaker != who or frame.kind != step:
            return frame
        payload = bytearray(frame.payload)
        payload[at % len(payload)] ^= 1 << bit
        touched.append(frame)
        return Frame(frame.kind, bytes(payload))

    laptop, host = Door(role).meet(change)
    if not touched:
        return
    victim = host if who == "laptop" else laptop
    assert not isinstance(victim, Proven)


@pytest.mark.parametrize("role", ROLES)
@given(other=st.binary(max_size=40).filter(lambda other: other != CERTIFICATE))
def test_between_two_certificates_neither_comes_in(role, other):
    """Somebody in the middle has to show a certificate of their own."""
    laptop, host = Door(role, laptop_certificate=other).meet()
    assert nobody_in((laptop, host))
    word = "wrong-code" if role == "guest" else "other-centre"
    assert reasons((laptop, host)) == (word, word)


@pytest.mark.parametrize("role", ROLES)
def test_the_laptop_refuses_by_itself_what_shows_another_certificate(role):
    """Even if the host behind did not look at all: its proof is not for this connection."""
    kept: dict[Step, bytes] = {}

    def honest(who: str, frame: Frame) -> Frame:
        if who == "host":
            kept[Step(frame.kind)] = frame.payload
        return frame

    Door(role).meet(honest)

    def relayed(who: str, frame: Frame) -> Frame:
        if who == "host" and frame.kind == Step.REFUSED:
            return Frame(Step.PROOF, kept[Step.PROOF])
        return frame

    laptop, _host = Door(role, laptop_certificate=b"of the one in the middle").meet(relayed)
    assert reasons((laptop, None))[0] in ("wrong-code", "other-centre")


@given(centre=st.text(max_size=40).filter(lambda centre: centre != CENTRE))
def test_another_centre_stays_outside_and_hears_no_device(centre):
    for role in ("ours", "closed"):
        said: list[Frame] = []
        door = Door(role, laptop_centre=centre_secret(centre) or b"")

        def watch(who: str, frame: Frame, said: list[Frame] = said) -> Frame:
            said.append(frame)
            return frame

        ends = door.meet(watch)
        assert reasons(ends) == ("other-centre", "other-centre")
        assert Step.NAME not in [frame.kind for frame in said]


def test_without_a_secret_nobody_is_let_in():
    assert reasons(Door("ours", host_centre=None).meet()) == ("other-centre", "other-centre")
    assert reasons(Door("guest", host_code=None).meet()) == ("wrong-code", "wrong-code")
    assert reasons(Door("ours", laptop_centre=None).meet())[0] == "other-centre"
    assert reasons(Door("guest", laptop_code=None).meet())[0] == "wrong-code"


def test_a_code_does_not_open_for_who_says_to_be_ours_nor_an_id_for_a_guest():
    assert nobody_in(Door("ours", laptop_centre=OUR_CODE).meet())
    assert nobody_in(Door("guest", laptop_code=OUR_CENTRE).meet())


def test_a_wrong_code_is_counted_and_after_too_many_a_right_one_is_not_looked_at():
    door = Door("guest", laptop_code=code_secret("2" * 20, CERTIFICATE))
    assert reasons(door.meet()) == ("wrong-code", "wrong-code")
    assert door.wrong == 1
    later = Door("guest", may_try=False)
    assert reasons(later.meet()) == ("refused", "refused")
    assert later.wrong == 0


@pytest.mark.parametrize("role", ["ours", "closed"])
@pytest.mark.parametrize("change", [{"laptop_key": OUR_HOST}, {"device": HOST}])
def test_a_laptop_that_the_host_does_not_know_stays_outside(role, change):
    assert reasons(replace(Door(role), **change).meet()) == ("refused", "refused")


def test_a_host_that_is_no_laptop_of_ours_is_left():
    laptop, _host = Door("ours", host_key=SigningKey(b"x" * 32)).meet()
    assert reasons((laptop, None))[0] == "forged"


def test_a_signature_for_one_side_or_another_meeting_is_none_here():
    bound = handshake.transcript(CERTIFICATE, b"a", b"b")
    elsewhere = handshake.transcript(CERTIFICATE, b"ab", b"")
    assert bound != elsewhere
    assert handshake.statement("host", bound) != handshake.statement("laptop", bound)
    assert handshake.proof(b"s", "host", bound) != handshake.proof(b"s", "laptop", bound)


@pytest.mark.parametrize("role", ROLES)
def test_a_mirror_is_no_host(role):
    """Somebody without a secret sends back what the laptop said."""
    said: list[Frame] = []

    def mirror(who: str, frame: Frame) -> Frame:
        if who == "laptop":
            said.append(frame)
            return frame
        same = [one for one in said if one.kind == Step.PROOF]
        return same[0] if same and frame.kind == Step.PROOF else frame

    laptop, _host = Door(role).meet(mirror)
    assert isinstance(laptop, Refused)


@pytest.mark.parametrize("role", ROLES)
@given(kind=st.integers(0, 255), payload=st.binary(max_size=200), at=st.integers(0, 4))
def test_whatever_comes_at_the_door_ends_in_order(role, kind, payload, at):
    """Nothing but Refused and Malformed ever comes out of it."""
    count = [0]

    def change(who: str, frame: Frame) -> Frame:
        if who == "laptop":
            count[0] += 1
            if count[0] == at:
                return Frame(kind, payload)
        return frame

    _laptop, host = Door(role).meet(change)
    assert host is None or isinstance(host, (Proven, Refused, Malformed))


def versions(oldest: int, newest: int, who: str) -> Change:
    def change(speaker: str, frame: Frame) -> Frame:
        if speaker != who or frame.kind != Step.HELLO:
            return frame
        return Frame(frame.kind, struct.pack(">HH", newest, oldest) + frame.payload[4:] + b"more")

    return change


def test_the_older_side_says_that_the_other_is_too_new():
    _laptop, host = Door().meet(versions(2, 3, "laptop"))
    assert reasons((None, host))[1] == "too-new"
    laptop, _host = Door().meet(versions(2, 3, "host"))
    assert reasons((laptop, None))[0] == "too-new"


def test_a_newer_hello_that_still_speaks_ours_is_read():
    hello = Hello.new("closed")
    newer = struct.pack(">HH", 7, 1) + hello.as_bytes()[4:] + b"what we do not know"
    assert Hello.read(newer) == replace(hello, version=7)


@pytest.mark.parametrize("payload", [b"", b"\x00" * 36, struct.pack(">HHB", 1, 2, 1) + b"n" * 32])
def test_no_hello(payload):
    with pytest.raises(Malformed):
        Hello.read(payload)


@pytest.mark.parametrize(
    "typed",
    [
        "31415926535897932384",
        "3141 5926 5358 9793 2384",
        "٣١٤١-٥٩٢٦-٥٣٥٨-٩٧٩٣-٢٣٨٤",
        "۳۱۴۱۵۹۲۶۵۳۵۸۹۷۹۳۲۳۸۴",
    ],
)
def test_a_code_is_the_same_in_every_script(typed):
    assert code_secret(typed, CERTIFICATE) == OUR_CODE


def test_a_code_counts_for_one_opening():
    assert code_secret(CODE, b"of another opening") != OUR_CODE
    assert code_secret(CODE[:-1], CERTIFICATE) is None
    assert code_secret(CODE + "1", CERTIFICATE) is None
