"""Passphrases: what is tried first counts almost nothing, random words count, in any script."""

from __future__ import annotations

import unicodedata
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from trainer_app.domain.passphrase import LEVEL_BITS, MINIMUM_LEVEL, judge, suggest

WORDS = [
    "apple", "basket", "candle", "desert", "engine", "forest", "guitar", "hammer", "island",
    "jungle", "kettle", "ladder", "meadow", "needle", "orange", "pencil", "rabbit", "saddle",
]  # fmt: skip


@pytest.mark.parametrize(
    "passphrase",
    [
        "password", "P4ssw0rd!", "wachtwoord1", "пароль", "رمز عبور", "我爱你", "I love you",
        "qwertyuiop123", "йцукенгш", "ضصثقفغعهخ", "1qaz2wsx", "987654321", "٠١٢٣٤٥٦٧٨٩",
        "abcdefghijkl", "correct horse battery staple", "bismillah ir rahman ir rahim", "dr@gon",
    ],
)  # fmt: skip
def test_what_is_tried_first_is_worth_nothing(passphrase: str) -> None:
    judgement = judge(passphrase)
    assert judgement.level == 0
    assert "common" in judgement.faults


@pytest.mark.parametrize(
    "passphrase",
    ["aaaaaaaaaaaaaaaaaaaa", "xyz9xyz9xyz9xyz9", "tafel tafel tafel tafel", "кот кот кот кот"],
)
def test_saying_it_again_adds_next_to_nothing(passphrase: str) -> None:
    judgement = judge(passphrase)
    assert judgement.level == 0
    assert "repeated" in judgement.faults


@pytest.mark.parametrize(
    "passphrase", ["elephant", "elephant!", "Elephant2024", "internationalisation", "كتاب"]
)
def test_one_word_is_too_little(passphrase: str) -> None:
    judgement = judge(passphrase)
    assert judgement.level < MINIMUM_LEVEL
    assert "one-word" in judgement.faults


@pytest.mark.parametrize("passphrase", ["", "k7Qx!", "kx!2 8", "三个字"])
def test_short_is_never_enough(passphrase: str) -> None:
    judgement = judge(passphrase)
    assert judgement.level < MINIMUM_LEVEL
    assert "short" in judgement.faults


@pytest.mark.parametrize(
    "passphrase",
    [
        "purple cactus window thirteen", "k7Qx!m2Zp9", "قطار أزرق يأكل الزيتون ببطء",
        "синий поезд тихо кушает яблоко", "ሰማያዊ ባቡር ወይራ ይበላል", "今天下午去图书馆借书回家",
        "mavi tren yavaş zeytin yiyor", "파란 기차 사과 먹는다",
    ],
)  # fmt: skip
def test_four_or_five_words_are_enough_in_any_script(passphrase: str) -> None:
    judgement = judge(passphrase)
    assert judgement.level >= MINIMUM_LEVEL
    assert not judgement.faults


@pytest.mark.parametrize(
    ("passphrase", "date"), [("15081985", True), ("19850815", True), ("83920174", False)]
)
def test_a_date_is_one_of_few(passphrase: str, date: bool) -> None:
    assert (judge(passphrase).bits < 20) == date


def test_names_that_a_thief_knows_count_almost_nothing() -> None:
    names = ["Fatima Diallo", "Buurthuis Noord"]
    passphrase = "diallo noord lamp window"
    known, unknown = judge(passphrase, names), judge(passphrase)
    assert "contains-name" in known.faults
    assert "contains-name" not in unknown.faults
    assert known.bits < unknown.bits - 15


@pytest.mark.parametrize(
    ("passphrase", "name", "found"),
    [
        ("quality paper window", "Ali", False),
        ("ali paper window", "Ali", True),
        ("ali7 paper window", "Ali", True),
        ("JOSÉ paper window", "Jose\u0301", True),
        ("王芳喜欢吃苹果", "王芳", True),
        ("quality paper window", "", False),
        ("quality paper window", "a", False),
    ],
)
def test_where_a_name_is_seen(passphrase: str, name: str, found: bool) -> None:
    assert ("contains-name" in judge(passphrase, [name]).faults) == found


TYPED = st.text(max_size=60) | st.lists(
    st.sampled_from([*WORDS, "password", "1234", "qwerty", "!", "2024", "سلام", "我爱你"]),
    max_size=8,
).map(" ".join)


@given(TYPED, st.lists(st.text(max_size=8) | st.sampled_from(WORDS), max_size=3))
def test_level_and_bits_agree_and_names_never_help(passphrase: str, avoid: list[str]) -> None:
    judgement, without = judge(passphrase, avoid), judge(passphrase)
    assert judgement.bits <= without.bits
    assert without.faults <= judgement.faults
    reached = sum(judgement.bits >= bound for bound in LEVEL_BITS)
    assert judgement.level == (min(reached, 1) if "short" in judgement.faults else reached)


@given(TYPED)
def test_how_a_keyboard_wrote_it_does_not_matter(passphrase: str) -> None:
    for form in ("NFD", "NFKC"):
        same = judge(f" {unicodedata.normalize(form, passphrase)}\n")
        assert (same.level, same.faults) == (judge(passphrase).level, judge(passphrase).faults)


@given(TYPED)
def test_twice_the_same_is_hardly_more(passphrase: str) -> None:
    assume(len(unicodedata.normalize("NFKC", passphrase)) < 90)  # both fit in what is looked at
    once = judge(passphrase)
    assert judge(f"{passphrase} {passphrase}").bits <= once.bits + 14


@given(st.text())
def test_any_text_is_judged(passphrase: str) -> None:
    judgement = judge(passphrase)
    assert 0 <= judgement.level <= 4
    assert judgement.bits >= 0


@given(st.binary(min_size=16, max_size=32), st.integers(1, 6))
def test_a_suggestion_is_different_words_of_the_list(randomness: bytes, count: int) -> None:
    drawn = suggest(WORDS, randomness, count).split()
    assert len(drawn) == len(set(drawn)) == count
    assert set(drawn) <= set(WORDS)
    assert suggest(WORDS, randomness, count) == " ".join(drawn)


@given(st.binary(min_size=16, max_size=16))
def test_a_suggestion_is_good_enough(randomness: bytes) -> None:
    assert judge(suggest(WORDS, randomness)).level >= MINIMUM_LEVEL


def test_every_order_is_equally_likely() -> None:
    words = ["one", "two", "three"]
    seen: dict[str, int] = {}
    for number in range(600):
        drawn = suggest(words, number.to_bytes(16, "big"), 2)
        seen[drawn] = seen.get(drawn, 0) + 1
    assert seen == {" ".join(pair): 100 for pair in permutations(words, 2)}


def test_a_suggestion_needs_words_and_randomness() -> None:
    with pytest.raises(ValueError, match="words"):
        suggest(["one", "one"], bytes(32), 2)
    with pytest.raises(ValueError, match="words"):
        suggest(WORDS, bytes(32), 0)
    with pytest.raises(ValueError, match="randomness"):
        suggest(WORDS, bytes(8))
