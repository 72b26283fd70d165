"""Lessons that go from trainer to trainer as a file: shared, looked at, taken in or refused."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from centres import PASSPHRASE, Centre, Clock
from little_lesson import (
    AUTHOR,
    DRAWING,
    ID,
    LABEL,
    STRANGER,
    files,
    pack,
    png,
    translation,
)

from trainer_app.bundles.packs.opening import open_pack
from trainer_app.content.library import LessonLibrary
from trainer_app.content.own import own_text, read_own
from trainer_app.content.sources import read_source
from trainer_app.domain.errors import (
    HarmfulLesson,
    NotAllowed,
    NothingNewer,
    NotYourLesson,
    PlaceTaken,
    ReadOnly,
    TrainerError,
    UnknownThing,
    UnusablePicture,
)
from trainer_app.domain.lessons import Own
from trainer_app.keys.keypair import PrivateKeys
from trainer_app.keys.wrapping import Cost
from trainer_app.services.authoring import Authoring
from trainer_app.services.pack_offers import Offer, code_of
from trainer_app.services.packs import Packs
from trainer_app.services.pictures import Pictures
from trainer_app.ui.messages import explain


@pytest.fixture(scope="module")
def pictures() -> Iterator[Pictures]:
    """One decoder for all of them."""
    made = Pictures()
    with made.at_work():
        yield made


@dataclass
class Desk:
    """A laptop with a bundled lesson, and what comes in from elsewhere."""

    centre: Centre
    bundled: Path
    library: LessonLibrary
    packs: Packs
    stick: Path

    @property
    def own(self) -> Path:
        return self.centre.folder / "lessons"

    def brings(self, content: bytes, name: str = "bread.lesson") -> Path:
        file = self.stick / name
        file.write_bytes(content)
        return file

    def offer(self, content: bytes) -> Offer:
        return self.packs.look_at(self.brings(content))

    def takes(self, content: bytes) -> str:
        return self.packs.take_in(self.offer(content))

    def refuses(self, content: bytes, error: type[TrainerError]) -> TrainerError:
        """It is refused with words, and nothing at all was written."""
        before = everything(self.centre.folder)
        with pytest.raises(TrainerError) as told:
            self.takes(content)
        assert type(told.value) is error, told.value
        assert explain(told.value).what_to_do
        assert everything(self.centre.folder) == before
        return told.value

    def has_made(self, lesson: str = ID, *, key: str = "", version: int = 1) -> Path:
        """A lesson that was made here, by the trainer inside unless another key is named."""
        folder = self.own / f"90-{lesson}"
        lay(folder, files(lesson, version))
        key = key or self.centre.door.keys.public.sign_hex
        (folder / "own.toml").write_text(own_text(Own("", 0, "Sanne", key, True)))
        self.library.refresh()
        return folder


def desk_of(centre: Centre, folder: Path, pictures: Pictures) -> Desk:
    bundled = folder / "bundled"
    lay(bundled / "04-tea", files("tea"))
    library = LessonLibrary(
        (bundled, centre.folder / "lessons"), translations=centre.folder / "translations"
    )
    stick = folder / "stick"
    stick.mkdir(parents=True)
    packs = Packs(centre.door, library, bundled, pictures)
    return Desk(centre, bundled, library, packs, stick)


@pytest.fixture
def desk(centre: Centre, tmp_path: Path, pictures: Pictures) -> Desk:
    return desk_of(centre, tmp_path, pictures)


def lay(folder: Path, there: Mapping[str, bytes]) -> None:
    for name, content in there.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def everything(folder: Path) -> dict[str, bytes]:
    """All files of lessons and translations, those in the making included."""
    inside = (path for part in ("lessons", "translations") for path in (folder / part).rglob("*"))
    return {str(path.relative_to(folder)): path.read_bytes() for path in inside if path.is_file()}


# From one laptop to another


def test_a_lesson_reaches_a_colleague(desk: Desk) -> None:
    offer = desk.offer(pack())
    assert (offer.kind, offer.lesson, offer.title) == ("lesson", ID, "We bake bread")
    assert (offer.standing, offer.here, offer.version) == ("new", 0, 1)
    assert (offer.signer.name, offer.signer.is_me) == ("", False)
    assert offer.signer.code == code_of(AUTHOR.public.sign_hex)
    assert offer.languages == ("en",)
    assert not everything(desk.centre.folder)
    assert desk.packs.take_in(offer) == ID
    lesson = desk.library.lesson(ID)
    assert lesson.own == Own("", 0, "Rosa", AUTHOR.public.sign_hex, False)
    assert desk.library.words(ID, "en").title == "We bake bread"
    assert desk.library.practice(ID, "en").scenario.stages[0].id == "kitchen"
    assert lesson.image("tile.svg").read_bytes().startswith(b"<svg")


def test_what_is_not_in_style_is_said_and_taken(desk: Desk) -> None:
    offer = desk.offer(pack())
    assert {one.rule for one in offer.findings} >= {"words-number"}
    assert offer.can_be_taken


def test_ones_own_lesson_is_shared_and_comes_out_alike(desk: Desk, tmp_path: Path) -> None:
    folder = desk.has_made()
    file = tmp_path / "out.lesson"
    desk.packs.share(ID, file)
    shared = open_pack(file)
    assert shared.label.key == desk.centre.door.keys.public.sign_hex
    assert (shared.label.author, shared.label.title) == ("Sanne", "We bake bread")
    assert set(shared.files) == set(files())
    assert (folder / "lesson.toml").read_bytes() == files()["lesson.toml"]
    offer = desk.packs.look_at(file)
    assert (offer.standing, offer.signer.name, offer.signer.is_me) == ("same", "Sanne", True)
    with pytest.raises(NothingNewer):
        desk.packs.take_in(offer)


def test_a_changed_lesson_is_shared_as_the_next_version(desk: Desk, tmp_path: Path) -> None:
    folder, file = desk.has_made(), tmp_path / "out.lesson"
    desk.packs.share(ID, file)
    desk.packs.share(ID, file)
    assert open_pack(file).label.version == 1
    card = (folder / "en/card.md").read_text().replace("I bake", "I bake well")
    (folder / "en/card.md").write_text(card)
    desk.library.refresh()
    desk.packs.share(ID, file)
    shared = open_pack(file)
    assert shared.label.version == 2
    assert shared.files["lesson.toml"] == (folder / "lesson.toml").read_bytes()
    assert desk.library.lesson(ID).version == 2
    desk.packs.share(ID, file)
    assert open_pack(file).label.version == 2


def test_a_colleague_takes_the_next_version_and_the_old_one_is_kept(desk: Desk) -> None:
    desk.takes(pack())
    assert desk.offer(pack()).standing == "same"
    newer = pack(label=replace(LABEL, version=3, number=7))
    offer = desk.offer(newer)
    assert (offer.standing, offer.here, offer.version) == ("newer", 1, 3)
    desk.packs.take_in(offer)
    assert [lesson.folder.name for lesson in desk.library.lessons] == ["04-tea", f"07-{ID}"]
    assert (desk.own / ".replaced" / f"90-{ID}" / "lesson.toml").is_file()
    error = desk.refuses(pack(label=replace(LABEL, version=2)), NothingNewer)
    assert (error.facts["found"], error.facts["here"]) == (2, 3)


def test_a_photo_goes_along_as_pixels(desk: Desk, tmp_path: Path) -> None:
    toml = files()["lesson.toml"].replace(b"flour.svg", b"flour.png")
    pages = files()["en/pages.md"].replace(b"flour.svg", b"flour.png")
    telling = png(40, 30)[:33] + bytes.fromhex("00000004") + b"tEXtRosa\xb9\xd3\x05\xa9"
    photo = telling + png(40, 30)[33:]
    changes = {"lesson.toml": toml, "en/pages.md": pages, "images/flour.png": photo}
    desk.takes(pack({**changes, "images/flour.svg": None}))
    found = desk.library.lesson(ID).image("flour.png").read_bytes()
    assert found.startswith(b"\x89PNG")
    assert b"Rosa" not in found


def test_what_a_trainer_made_reaches_another_centre(
    desk: Desk, tmp_path: Path, pictures: Pictures, clock: Clock, cheap_cost: Cost
) -> None:
    authoring = Authoring(desk.centre.door, desk.library)
    copied = authoring.copy("tea", "en")
    draft = authoring.draft(copied)
    authoring.save(replace(draft, title="Tea with milk"))
    file = tmp_path / "out.lesson"
    desk.packs.share(copied, file)
    other = Centre(tmp_path / "other", clock, cheap_cost)
    there = desk_of(other, tmp_path / "elsewhere", pictures)
    offer = there.packs.look_at(file)
    assert (offer.title, offer.label.origin, offer.label.author) == (
        "Tea with milk",
        "tea",
        "Sanne",
    )
    assert (offer.signer.name, offer.standing) == ("", "new")
    there.packs.take_in(offer)
    assert there.library.words(copied, "en").title == "Tea with milk"
    other.door.lock()


# Whose lesson it is


def test_no_pack_takes_the_place_of_another_authors_lesson(desk: Desk) -> None:
    desk.takes(pack())
    forged = pack(keys=STRANGER, label=replace(LABEL, version=9))
    error = desk.refuses(forged, PlaceTaken)
    assert error.facts["reason"] == "author"
    mine = desk.has_made("soup-abcdef")
    error = desk.refuses(pack(label=replace(LABEL, lesson="soup-abcdef", version=9)), PlaceTaken)
    assert error.facts["reason"] == "author"
    (mine / "own.toml").write_text("broken = ")
    desk.refuses(pack(label=replace(LABEL, lesson="soup-abcdef", version=9)), PlaceTaken)


def test_no_pack_takes_the_place_of_a_lesson_of_the_program(desk: Desk) -> None:
    for number in (4, 90):
        error = desk.refuses(pack(label=replace(LABEL, lesson="tea", number=number)), PlaceTaken)
        assert error.facts["reason"] == "bundled"
    (desk.bundled / "04-tea" / "lesson.toml").write_text("broken")
    desk.library.refresh()
    desk.refuses(pack(label=replace(LABEL, lesson="tea")), PlaceTaken)


def test_what_changed_between_looking_and_taking_counts(desk: Desk) -> None:
    offer = desk.offer(pack(label=replace(LABEL, version=2)))
    desk.takes(pack(keys=STRANGER))
    with pytest.raises(PlaceTaken):
        desk.packs.take_in(offer)


def test_only_the_author_shares_a_lesson(desk: Desk, tmp_path: Path) -> None:
    desk.takes(pack())
    desk.has_made("soup-abcdef", key=STRANGER.public.sign_hex)
    for lesson in (ID, "soup-abcdef", "tea"):
        with pytest.raises(NotYourLesson):
            desk.packs.share(lesson, tmp_path / "out.lesson")
    with pytest.raises(UnknownThing):
        desk.packs.share("gone", tmp_path / "out.lesson")
    assert not (tmp_path / "out.lesson").exists()


def test_a_trainer_with_new_keys_is_still_the_author(desk: Desk, tmp_path: Path) -> None:
    """Who forgot her passphrase gets new keys; her lessons stay hers, here and elsewhere."""
    old = desk.centre.door.keys
    desk.has_made()
    desk.centre.door.recover(desk.centre.recovery_code, desk.centre.slot, "nine swans on the lake")
    assert desk.centre.door.keys.public != old.public
    file = tmp_path / "out.lesson"
    desk.packs.share(ID, file)
    shutil.rmtree(desk.own)
    desk.takes(pack(keys=old))
    offer = desk.offer(pack(keys=desk.centre.door.keys, label=replace(LABEL, version=2)))
    assert (offer.standing, offer.signer.is_me) == ("newer", True)
    desk.packs.take_in(offer)


def test_a_colleague_is_known_by_name_and_a_removed_one_is_not(desk: Desk) -> None:
    from trainer_app.services.trainers import Trainers

    trainers = Trainers(desk.centre.door)
    omar = trainers.add("Omar", "drum", "eight boats under a bridge")
    desk.centre.door.lock()
    desk.centre.door.unlock(omar, "eight boats under a bridge")
    keys = PrivateKeys(desk.centre.door.keys.seed)
    desk.centre.door.lock()
    desk.centre.door.unlock(desk.centre.slot, PASSPHRASE)
    signer = desk.offer(pack(keys=keys)).signer
    assert (signer.name, signer.is_me) == ("Omar", False)
    trainers.remove(omar)
    assert desk.offer(pack(keys=keys)).signer.name == ""


def test_learners_neither_look_nor_take_nor_share(desk: Desk, tmp_path: Path) -> None:
    offer = desk.offer(pack())
    desk.centre.door.leave_trainer()
    with pytest.raises(NotAllowed):
        desk.packs.look_at(desk.brings(pack()))
    with pytest.raises(NotAllowed):
        desk.packs.take_in(offer)
    with pytest.raises(NotAllowed):
        desk.packs.share(ID, tmp_path / "out.lesson")
    assert not everything(desk.centre.folder)


# What is refused for what stands in it


HARMFUL: list[tuple[dict[str, bytes | None], str]] = [
    ({"en/pages.md": b"---\ntitle: x\n---\n<script>x</script>"}, "en/pages.md"),
    ({"en/plan.md": files()["en/plan.md"] + b"[x](javascript:x)"}, "en/plan.md"),
    ({"fr/card.md": b"![x](https://evil.example/x.svg)"}, "fr/card.md"),
    ({"en/practice.md": files()["en/practice.md"] + "\u202e".encode()}, "en/practice.md"),
    ({"en/words.md": None}, "lesson.toml"),
    ({"lesson.toml": None}, "lesson.toml"),
    ({"lesson.toml": b"id = '" + ID.encode() + b"'"}, "lesson.toml"),
    ({"lesson.toml": b"a = " + b"[" * 9_000}, "lesson.toml"),
    ({"lesson.toml": files("other")["lesson.toml"]}, "lesson.toml"),
    ({"lesson.toml": files(ID, 2)["lesson.toml"]}, "lesson.toml"),
    (
        {"lesson.toml": files()["lesson.toml"].replace(b'"tile.svg"', b'"../tile.svg"')},
        "lesson.toml",
    ),
    ({"lesson.toml": files()["lesson.toml"].replace(b"clay", b"none")}, "lesson.toml"),
    ({"practice.toml": b"version = 1"}, "practice.toml"),
    ({"images/oven.svg": None}, "lesson.toml"),
    ({"en/quiz.md": files()["en/quiz.md"].replace(b"{#a}", b"{#z}")}, "en/quiz.md"),
    ({"en/quiz.md": b"\xff"}, "en/quiz.md"),
]


def test_a_lesson_that_could_harm_or_not_be_opened(desk: Desk) -> None:
    for changes, inside in HARMFUL:
        assert desk.refuses(pack(changes), HarmfulLesson).facts["inside"] == inside, changes


UNUSABLE = [
    ("images/oven.svg", DRAWING.replace(b"<rect", b"<image"), "shapes"),
    ("images/oven.svg", png(4, 4), "kind"),
    ("images/oven.svg", b"\xff\xd8\xff", "kind"),
    ("images/more.svg", b"<!DOCTYPE x>" + DRAWING, "shapes"),
    ("images/more.png", DRAWING, "kind"),
    ("images/more.png", png(1601, 4), "pixels"),
    ("images/more.png", png(50_000, 50_000, pixels=b"x"), "pixels"),
    ("images/more.png", png(4, 4) + bytes(1_000_000), "bytes"),
    ("images/more.png", png(40, 40)[:60], "broken"),
]


def test_a_picture_that_cannot_be_used(desk: Desk) -> None:
    for picture, content, reason in UNUSABLE:
        facts = desk.refuses(pack({picture: content}), UnusablePicture).facts
        assert (facts["picture"], facts["reason"]) == (picture, reason)


def test_what_others_would_refuse_is_not_shared(desk: Desk, tmp_path: Path) -> None:
    folder = desk.has_made()
    (folder / "en/card.md").write_text("<b>Bread</b>")
    with pytest.raises(HarmfulLesson):
        desk.packs.share(ID, tmp_path / "out.lesson")
    assert not (tmp_path / "out.lesson").exists()


def test_a_file_that_is_no_lessons_is_left_out_of_a_pack(desk: Desk, tmp_path: Path) -> None:
    folder = desk.has_made()
    (folder / "notes.txt").write_text("Amina came late")
    (folder / "images" / "class photo.jpg").write_bytes(b"x")
    desk.packs.share(ID, tmp_path / "out.lesson")
    assert set(open_pack(tmp_path / "out.lesson").files) == set(files())


# Never half


def test_a_laptop_that_dies_while_it_takes_in(desk: Desk) -> None:
    desk.takes(pack())
    whole, half = desk.own / f".new-90-{ID}", desk.own / ".coming-91-soup"
    lay(whole, {**files(version=2), "own.toml": (desk.own / f"90-{ID}/own.toml").read_bytes()})
    lay(half, {"lesson.toml": b"id"})
    # It died after the old one was moved away.
    (desk.own / f"90-{ID}").rename(desk.own / "away")
    shutil.rmtree(desk.own / "away")
    desk.packs.finish()
    assert desk.library.lesson(ID).version == 2
    assert not whole.exists()
    assert not half.exists()
    # It died before: the old one stands.
    lay(whole, files(version=3))
    desk.packs.finish()
    assert desk.library.lesson(ID).version == 2
    assert not whole.exists()


def test_a_folder_that_cannot_be_written(desk: Desk) -> None:
    desk.own.parent.mkdir(exist_ok=True)
    desk.own.write_text("in the way")
    with pytest.raises(ReadOnly):
        desk.takes(pack())
    desk.own.unlink()
    assert desk.takes(pack()) == ID


# Translations


def dutch(desk: Desk, *, of: str = ID, fresh: bool = True) -> dict[str, bytes]:
    """The English words under another name, which is translation enough for a test."""
    folder = desk.library.lesson(of).folder
    words = {}
    for name in ("pages", "quiz", "card", "words", "plan", "practice"):
        path = folder / "en" / f"{name}.md"
        made_from = read_source("x", path).hash if fresh else "0" * 16
        text = path.read_text().replace("---\n", f"---\ntranslated_from: {made_from}\n", 1)
        words[f"nl/{name}.md"] = text.encode()
    return words


def test_a_translation_joins_its_lesson(desk: Desk) -> None:
    desk.takes(pack())
    offer = desk.offer(translation(dutch(desk), "nl", STRANGER))
    assert (offer.kind, offer.languages, offer.findings) == ("translation", ("nl",), ())
    desk.packs.take_in(offer)
    assert desk.library.lesson(ID).languages == ("en", "nl")
    assert desk.library.words(ID, "nl").title == "We bake bread"
    assert desk.offer(translation(dutch(desk), "nl", STRANGER)).standing == "same"
    error = desk.refuses(translation(dutch(desk), "nl", AUTHOR), PlaceTaken)
    assert error.facts["reason"] == "author"


def test_ones_own_translation_is_shared_and_raised_when_it_changed(
    desk: Desk, tmp_path: Path
) -> None:
    folder = desk.centre.folder / "translations" / "tea"
    lay(folder, dutch(desk, of="tea"))
    key = desk.centre.door.keys.public.sign_hex
    (folder / "nl" / "own.toml").write_text(own_text(Own("tea", 1, "Sanne", key, True)))
    file = tmp_path / "out.lesson"
    desk.packs.share_translation("tea", "nl", file)
    first = open_pack(file)
    assert (first.label.kind, first.label.version, first.label.language) == ("translation", 1, "nl")
    assert desk.packs.look_at(file).standing == "same"
    (folder / "nl/card.md").write_bytes((folder / "nl/card.md").read_bytes() + b"\n")
    desk.packs.share_translation("tea", "nl", file)
    assert open_pack(file).label.version == 2
    with pytest.raises(UnknownThing):
        desk.packs.share_translation("tea", "fr", file)
    own = read_own(folder / "nl")
    assert own is not None
    other = own_text(replace(own, key=STRANGER.public.sign_hex))
    (folder / "nl" / "own.toml").write_text(other)
    with pytest.raises(NotYourLesson):
        desk.packs.share_translation("tea", "nl", file)


def test_a_translation_that_is_not_whole_or_of_older_words_says_so(desk: Desk) -> None:
    desk.takes(pack())
    words = dutch(desk)
    del words["nl/plan.md"]
    assert [one.rule for one in desk.offer(translation(words, "nl")).findings] == ["files-complete"]
    stale = desk.offer(translation(dutch(desk, fresh=False), "nl"))
    assert [one.rule for one in stale.findings] == ["translation-fresh"]


def test_translations_that_are_refused(desk: Desk) -> None:
    with pytest.raises(UnknownThing):
        desk.offer(translation({"nl/card.md": b"x"}, "nl"))
    desk.takes(pack())
    english = {name.replace("nl/", "en/"): each for name, each in dutch(desk).items()}
    error = desk.refuses(translation(english, "en"), PlaceTaken)
    assert error.facts["reason"] == "source"
    evil = {**dutch(desk), "nl/card.md": b"---\n---\n<b>x</b>"}
    desk.refuses(translation(evil, "nl"), HarmfulLesson)
    other = {**dutch(desk), "nl/quiz.md": dutch(desk)["nl/pages.md"]}
    desk.refuses(translation(other, "nl"), HarmfulLesson)
