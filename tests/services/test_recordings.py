"""A trainer's voice: taken up through the real helper, kept beside the words, heard, shared."""

from __future__ import annotations

import os
import signal
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

import pytest
from centres import Centre
from little_lesson import AUTHOR, LABEL, files

from trainer_app.bundles.packs.examining import harmless_files
from trainer_app.bundles.packs.names import belongs, is_recording
from trainer_app.bundles.packs.opening import open_pack
from trainer_app.bundles.packs.writing import packed
from trainer_app.content.library import LessonLibrary
from trainer_app.content.own import own_text
from trainer_app.domain.errors import HarmfulLesson, MissingLanguage, NotAllowed, UnsafePack
from trainer_app.domain.lessons import Own
from trainer_app.domain.recordings import Passage, key_of
from trainer_app.domain.sound import RATE, Sound, sound_of, wave_of
from trainer_app.domain.speaking import words
from trainer_app.services.hearing import Recorder
from trainer_app.services.lesson_files import LESSONS, TRANSLATIONS
from trainer_app.services.pack_places import Place
from trainer_app.services.packs import Packs
from trainer_app.services.pictures import Pictures
from trainer_app.services.recordings import RecordedLessons, Recordings, overlay
from trainer_app.services.speaking import Speaker
from trainer_app.speech.helper import HEARING, WITHOUT_SOUND
from trainer_app.speech.line import command

TEA, MINE, THEIRS = "tea", "soup-abc234", "bread-abc234"
PATIENCE = 20
TONE = Sound(array("h", [9_000, -9_000] * (RATE // 2)).tobytes())


@dataclass
class Desk:
    """A laptop with a bundled lesson, one of the trainer's own and one of a stranger."""

    centre: Centre
    library: LessonLibrary
    bundled: Path

    def __post_init__(self) -> None:
        self.recordings = Recordings(self.centre.door, self.library)
        self.there = RecordedLessons(self.library, lambda: self.centre.folder)

    def passage(self, lesson: str, at: int = 0) -> Passage:
        return self.recordings.of(lesson, "en").passages[at]


def lay(folder: Path, lesson: str) -> None:
    for name, content in files(lesson).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


@pytest.fixture
def desk(centre: Centre, tmp_path: Path) -> Desk:
    bundled = tmp_path / "bundled"
    lay(bundled / "04-tea", TEA)
    keys = {THEIRS: AUTHOR.public.sign_hex, MINE: centre.door.keys.public.sign_hex}
    for lesson, key in keys.items():
        folder = centre.folder / LESSONS / f"90-{lesson}"
        lay(folder, lesson)
        own = Own("", 0, "Rosa", key, made_here=lesson == MINE)
        (folder / "own.toml").write_text(own_text(own), encoding="utf-8")
    library = LessonLibrary(bundled)
    library.have(centre.folder / LESSONS, centre.folder / TRANSLATIONS)
    return Desk(centre, library, bundled)


# Kept beside the words


@pytest.mark.parametrize("lesson", [TEA, MINE, THEIRS])
def test_a_recording_is_kept_where_it_belongs(desk: Desk, lesson: str) -> None:
    passage = desk.passage(lesson)
    assert desk.recordings.of(lesson, "en").done == 0
    desk.recordings.keep(lesson, "en", passage, TONE)
    assert desk.recordings.of(lesson, "en").kept == {passage.key}
    assert desk.there.find(lesson, "en", passage.text) == TONE
    assert desk.there.has_any(lesson, "en")
    assert not desk.there.has_any(lesson, "nl")
    own = desk.centre.folder / LESSONS / f"90-{MINE}" / "en" / "voice"
    folder = own if lesson == MINE else overlay(desk.centre.folder, lesson, "en")
    assert [path.name for path in folder.iterdir()] == [f"{passage.key}.wav"]
    desk.recordings.throw_away(lesson, "en")
    assert desk.there.find(lesson, "en", passage.text) is None


def test_other_words_play_no_stale_recording(desk: Desk) -> None:
    passage, other = desk.passage(MINE), desk.passage(MINE, 1)
    desk.recordings.keep(MINE, "en", passage, TONE)
    file = desk.library.lesson(MINE).folder / "en" / "pages.md"
    file.write_text(file.read_text().replace(passage.text, passage.text + " now"))
    desk.library.refresh()
    assert desk.there.find(MINE, "en", passage.text + " now") is None
    assert desk.recordings.of(MINE, "en").done == 0
    # What no sentence needs any more goes when the next one is recorded.
    desk.recordings.keep(MINE, "en", other, TONE)
    names = [path.stem for path in (file.parent / "voice").iterdir()]
    assert names == [other.key]


def test_a_file_that_is_spoiled_counts_as_none(desk: Desk) -> None:
    passage = desk.passage(TEA)
    desk.recordings.keep(TEA, "en", passage, TONE)
    file = overlay(desk.centre.folder, TEA, "en") / f"{passage.key}.wav"
    file.write_bytes(file.read_bytes()[:99])
    assert desk.there.find(TEA, "en", passage.text) is None


def test_learners_change_nothing_and_hear_it(desk: Desk) -> None:
    passage = desk.passage(TEA)
    desk.recordings.keep(TEA, "en", passage, TONE)
    with pytest.raises(MissingLanguage):
        desk.recordings.of(TEA, "nl")
    desk.centre.door.leave_trainer()
    with pytest.raises(NotAllowed):
        desk.recordings.keep(TEA, "en", passage, TONE)
    with pytest.raises(NotAllowed):
        desk.recordings.throw_away(TEA, "en")
    assert desk.there.find(TEA, "en", passage.text) == TONE
    assert key_of("One  two\n") == key_of("One two") != key_of("One three")


# Shared with the lesson


def test_recordings_travel_with_the_lesson(desk: Desk, tmp_path: Path) -> None:
    passage = desk.passage(MINE)
    packs = Packs(desk.centre.door, desk.library, desk.bundled, Pictures())
    file = tmp_path / "out.lesson"
    packs.share(MINE, file)
    assert open_pack(file).label.version == 1
    desk.recordings.keep(MINE, "en", passage, TONE)
    packs.share(MINE, file)
    shared = open_pack(file)
    assert shared.label.version == 2
    (name,) = (one for one in shared.files if is_recording(one))
    assert name == f"en/voice/{passage.key}.wav"
    assert sound_of(shared.files[name]) == TONE
    offer = packs.look_at(file)
    assert offer.standing == "same"


def test_a_language_for_which_there_is_no_room_stays_here(desk: Desk) -> None:
    folder = desk.library.lesson(MINE).folder
    minute = wave_of(Sound(TONE.data * 60))
    for language, many in (("en", 2), ("nl", 7), ("so", 1)):
        (folder / language / "voice").mkdir(parents=True)
        for number in range(many):
            (folder / language / "voice" / f"{number:032x}.wav").write_bytes(minute)
    taken = [name for name in Place(MINE, folder, folder).files() if is_recording(name)]
    assert {name.split("/")[0] for name in taken} == {"en", "so"}
    assert len(taken) == 3


def test_what_is_no_sound_is_refused(tmp_path: Path) -> None:
    name = f"en/voice/{key_of('Tea')}.wav"
    bad = {**files(), name: b"RIFF....WAVEcalc.exe"}
    good = {**files(), name: wave_of(TONE)[:36] + b"LIST\x04\0\0\0evil" + wave_of(TONE)[36:]}
    packs = []
    for number, each in enumerate((bad, good)):
        file = tmp_path / f"{number}.lesson"
        file.write_bytes(packed(LABEL, each, AUTHOR))
        packs.append(open_pack(file))
    with pytest.raises(HarmfulLesson) as told:
        harmless_files(packs[0], lambda content, _name: content)
    assert (told.value.facts["inside"], told.value.facts["rule"]) == (name, "recording-plain")
    # What is not sound is not taken along.
    taken = harmless_files(packs[1], lambda content, _name: content)
    assert taken[name] == wave_of(TONE)


@pytest.mark.parametrize("name", ["en/voice/x.wav", "en/voice/../a.wav", "voice/0.wav", "en/a.wav"])
def test_other_names_are_no_recordings(name: str, tmp_path: Path) -> None:
    assert not belongs(name)
    file = tmp_path / "bad.lesson"
    file.write_bytes(packed(LABEL, {**files(), name: wave_of(TONE)}, AUTHOR))
    with pytest.raises(UnsafePack):
        open_pack(file)


# Heard


@pytest.fixture
def speaker() -> Iterator[Speaker]:
    made = Speaker([*command(), WITHOUT_SOUND, "60"])
    yield made
    made.close()


def test_a_recording_is_played_word_by_word(speaker: Speaker) -> None:
    text, told = "Waan ku faraxsanahay maanta.", SimpleQueue[object]()

    def say(start: int, length: int) -> None:
        told.put(text[start : start + length])

    speaker.play(TONE, text, say, told.put)
    found = [told.get(timeout=PATIENCE) for _ in range(5)]
    expected = [text[word.start : word.start + word.length] for word in words(text)]
    assert found == [*expected, "said"]


# Taken up


class Taken:
    """A recorder that hears a file, and what it tells."""

    def __init__(self, file: Path) -> None:
        self.recorder = Recorder([*command(), HEARING, str(file)])
        self.levels: SimpleQueue[float] = SimpleQueue()
        self._ends: SimpleQueue[tuple[Sound, str]] = SimpleQueue()

    def listen(self) -> None:
        self.recorder.listen(self.levels.put, lambda sound, how: self._ends.put((sound, how)))

    def end(self) -> tuple[Sound, str]:
        return self._ends.get(timeout=PATIENCE)


@pytest.fixture
def taken(tmp_path: Path) -> Iterator[Taken]:
    quiet = bytes(2 * RATE)
    file = tmp_path / "microphone.wav"
    file.write_bytes(wave_of(Sound(quiet + TONE.data + quiet)))
    made = Taken(file)
    yield made
    made.recorder.close()


def test_what_is_said_comes_without_the_silence_around_it(taken: Taken) -> None:
    taken.listen()
    sound, how = taken.end()
    assert how == "done"
    assert 1.0 < sound.seconds < 1.6
    assert TONE.data in sound.data
    loud = [taken.levels.get() for _ in range(30)]
    assert max(loud) > 0.7
    assert min(loud) == 0.0
    # The same helper hears the next sentence.
    taken.listen()
    assert taken.end() == (sound, "done")


def test_more_than_the_longest_is_cut(taken: Taken, tmp_path: Path) -> None:
    (tmp_path / "microphone.wav").write_bytes(wave_of(Sound(TONE.data * 60)))
    taken.listen()
    sound, how = taken.end()
    assert (sound.seconds, how) == (60, "full")


def test_no_microphone_is_told_and_a_dead_helper_is_no_end(taken: Taken, tmp_path: Path) -> None:
    file = tmp_path / "microphone.wav"
    good = file.read_bytes()
    file.unlink()
    taken.listen()
    assert taken.end() == (Sound(b""), "missing")
    line = taken.recorder._line
    assert line is not None
    os.kill(line.pid, signal.SIGKILL)
    file.write_bytes(good)
    taken.listen()
    if (end := taken.end())[1] == "failed":
        taken.listen()
        end = taken.end()
    assert end[1] == "done"


def test_what_is_forgotten_is_told_to_nobody(taken: Taken) -> None:
    taken.listen()
    taken.recorder.forget()
    taken.recorder.close()
    assert taken._ends.empty()
