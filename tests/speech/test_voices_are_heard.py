"""A test hears speech: sound where the words are, silence where they are not, times in order."""

from __future__ import annotations

from array import array
from itertools import pairwise
from math import sqrt

import pytest

from trainer_app.domain.speaking import stretches, words
from trainer_app.speech.espeak import Espeak, NoVoice
from trainer_app.speech.voices import voice_name, voices

SENTENCES = {
    "en": "Who can see this photo of my family?",
    "nl": "Wie kan deze foto van mijn familie zien?",
    "ar": "من يستطيع أن يرى صورة عائلتي؟",
    "fr": "Qui peut voir cette photo de ma famille ?",
    "es": "¿Quién puede ver esta foto de mi familia?",
    "fa": "چه کسی عکس خانواده من را می‌بیند؟",
    "tr": "Bu aile fotoğrafını kim görebilir?",
    "uk": "Хто може бачити це фото моєї родини?",
    "am": "ይህን የቤተሰቤን ፎቶ ማን ማየት ይችላል?",
    "ti": "ነዚ ናይ ስድራቤተይ ስእሊ መን ክርእዮ ይኽእል?",
    "pt": "Quem pode ver esta foto da minha família?",
    "om": "Suuraa maatii koo kana eenyutu arguu danda'a?",
    "zh": "谁能看到我家人的照片？",
}
SILENCE, SPEECH = 40, 600


@pytest.fixture(scope="module")
def espeak() -> Espeak:
    return Espeak()


def loudness(samples: array[int]) -> float:
    """The root of the mean square, of 32,768."""
    return sqrt(sum(one * one for one in samples) / max(1, len(samples)))


def test_every_language_that_has_a_voice_is_heard_here():
    assert {"en", "nl", "ar"} <= voices()
    assert voices() == set(SENTENCES)


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_a_sentence_is_heard_word_by_word(espeak, language):
    text = SENTENCES[language]
    places = words(text)
    (part,) = stretches(text, language)
    assert part.words == places
    spoken = espeak.say(part)
    seconds = len(spoken.samples) / espeak.rate
    assert 0.12 * len(places) < seconds < 1.2 * len(places)
    assert [word for word, _ in spoken.words] == list(places)
    moments = [moment for _, moment in spoken.words]
    assert all(before < after for before, after in pairwise(moments))
    assert moments[0] < 0.1 * espeak.rate
    # The last hundredth of a second is silence; every word is sound.
    assert loudness(spoken.samples[-espeak.rate // 100 :]) < SILENCE
    for begin, end in pairwise([*moments, len(spoken.samples)]):
        assert loudness(spoken.samples[begin:end]) > SPEECH


def test_two_scripts_in_one_sentence_keep_their_places(espeak):
    text = "أرسلت @amina_k رسالة."
    told = [
        text[word.start : word.start + word.length]
        for part in stretches(text, "ar")
        for word, _ in espeak.say(part).words
    ]
    assert told == ["أرسلت", "@amina_k", "رسالة"]


def test_slow_is_slower(espeak):
    (part,) = stretches(SENTENCES["en"], "en")
    slow = espeak.say(part, speed="slow")
    usual = espeak.say(part)
    assert len(slow.samples) > 1.15 * len(usual.samples)


def test_there_is_a_rest_behind_a_sentence_and_none_where_the_script_changes(espeak):
    changes, closes = (part for part in stretches("Hello أهلا", "en"))
    tenth = espeak.rate // 10
    assert loudness(espeak.say(closes).samples[-tenth:]) < SILENCE
    assert loudness(espeak.say(changes).samples[-tenth:]) > SILENCE


def test_a_person_keeps_one_voice_and_people_differ(espeak):
    (part,) = stretches("Hello", "en")
    people = [f"person-{number}" for number in range(20)]
    names = {person: voice_name("en", person) for person in people}
    assert {person: voice_name("en", person) for person in people} == names
    assert len(set(names.values())) >= 15
    for person in people:
        assert loudness(espeak.say(part, voice=person).samples) > SPEECH / 2
    assert voice_name("en", "") == ("en", 50)


@pytest.mark.parametrize(("pitch", "kind"), [("high", "+f"), ("low", "+m")])
def test_a_voice_may_be_asked_to_fit(pitch, kind):
    assert all(kind in voice_name("en", f"person-{n}", pitch)[0] for n in range(20))


def test_a_language_without_a_voice_is_refused(espeak):
    (part,) = stretches("Salaan", "so")
    with pytest.raises(NoVoice):
        espeak.say(part)
