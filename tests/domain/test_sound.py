"""Recorded sound: a WAV of our form is read, no other bytes do harm, words get moments in order."""

from __future__ import annotations

import struct
from array import array
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.sound import (
    LONGEST,
    RATE,
    BadWave,
    Sound,
    level,
    moments,
    sound_of,
    trimmed,
    wave_of,
)
from trainer_app.domain.speaking import words

SAMPLES = st.lists(st.integers(-32_768, 32_767), min_size=1, max_size=400).map(
    lambda found: Sound(array("h", found).tobytes())
)


def spoken(before: float, loud: float, behind: float) -> Sound:
    """Silence, a loud tone, silence; in seconds."""
    quiet, tone = array("h", [20, -20]), array("h", [9_000, -9_000])
    parts = ((quiet, before), (tone, loud), (quiet, behind))
    return Sound(b"".join((one * (int(RATE * long) // 2)).tobytes() for one, long in parts))


@given(SAMPLES)
def test_a_recording_comes_back_from_its_file(sound):
    assert sound_of(wave_of(sound)) == sound
    assert 0.0 <= level(sound.samples()) <= 1.0


@given(SAMPLES, st.binary(max_size=40))
def test_what_stands_beside_the_sound_is_passed_over(sound, more):
    wave = wave_of(sound)
    chunk = b"LIST" + struct.pack("<I", len(more)) + more + b"\0" * (len(more) % 2)
    assert sound_of(wave[:36] + chunk + wave[36:]) == sound


@given(SAMPLES, st.data())
def test_any_damage_is_refused_or_is_plain_sound(sound, data):
    wave = bytearray(wave_of(sound))
    for _change in range(data.draw(st.integers(1, 4))):
        wave[data.draw(st.integers(0, len(wave) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(wave[: data.draw(st.integers(0, len(wave)))])
    try:
        found = sound_of(cut)
    except BadWave:
        return
    assert 0 < len(found.data) <= len(cut)
    assert found.seconds <= LONGEST


@given(st.binary(max_size=200))
def test_other_bytes_are_refused(content):
    with pytest.raises(BadWave):
        sound_of(content)


@pytest.mark.parametrize(
    ("at", "form", "value"),
    [(20, "<H", 3), (22, "<H", 2), (24, "<I", 44_100), (34, "<H", 8), (40, "<I", 2**32 - 1)],
)
def test_another_form_is_refused(at, form, value):
    wave = bytearray(wave_of(spoken(0, 0.1, 0)))
    struct.pack_into(form, wave, at, value)
    with pytest.raises(BadWave):
        sound_of(bytes(wave))


def test_more_than_the_longest_is_refused():
    assert sound_of(wave_of(Sound(bytes(2 * RATE * LONGEST)))).seconds == LONGEST
    with pytest.raises(BadWave):
        sound_of(wave_of(Sound(bytes(2 * RATE * LONGEST + 2))))


@given(st.text(max_size=120), SAMPLES)
def test_every_word_has_a_moment_within_the_sound(text, sound):
    told = moments(text, sound)
    assert [word for word, _at in told] == list(words(text))
    assert all(0 <= at <= len(sound.data) // 2 for _word, at in told)
    assert all(before <= after for (_w, before), (_v, after) in pairwise(told))


def test_words_begin_where_the_voice_does():
    told = moments("One two", spoken(1.0, 2.0, 0.5))
    assert [at / RATE for _word, at in told] == pytest.approx([1.0, 1.0 + 2.0 * 4 / 7], abs=0.02)


def test_silence_around_the_words_goes():
    assert trimmed(spoken(2.0, 1.0, 3.0)).seconds == pytest.approx(1.45, abs=0.02)
    silent = spoken(1.0, 0.0, 1.0)
    assert silent.is_silent
    assert trimmed(silent) == silent
    assert not spoken(0.0, 0.1, 1.0).is_silent


def test_the_meter_goes_from_nothing_to_full():
    assert level(array("h", [0, 0])) == 0.0
    assert level(array("h", [-32_768])) == 1.0
    assert 0.3 < level(array("h", [1_000])) < 0.7
