"""The common world: it keeps every rule, holds together, and each broken rule is found in it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtSvg import QSvgRenderer

from trainer_app import places
from trainer_app.content.checks import check_all
from trainer_app.content.markup import Markup
from trainer_app.content.practice_words import read_practice_words
from trainer_app.content.sources import read_source
from trainer_app.content.world_checks import check_world
from trainer_app.content.worlds import WORLD_FILE, WORLD_FOLDER, WORLD_WORDS, common_world
from trainer_app.domain.practice.network import ME, Post
from trainer_app.domain.practice.plaza.visibility import Shown, Ties, may_see
from trainer_app.domain.practice.scenario import PracticeWords, Scenario, World
from trainer_app.i18n import languages

EXAMPLES = Path(__file__).parent / "practice_examples"
FOLDER = places.lessons() / WORLD_FOLDER
LANGUAGES = tuple(one.code for one in languages())
MOST_BYTES = 6_000
SCRIPTS = {"Arabic": "\u0600-\u06ff", "Cyrillic": "\u0400-\u04ff", "Ethiopic": "\u1200-\u137f",
           "Han": "\u4e00-\u9fff"}  # fmt: skip


@pytest.fixture(scope="module")
def world() -> World:
    return common_world(FOLDER.parent)


def words_in(language: str, world: World) -> PracticeWords:
    source = read_source(FOLDER.name, FOLDER / language / WORLD_WORDS)
    return read_practice_words(source, Scenario("", 1, 1, (), world), Markup())


def test_it_keeps_every_rule() -> None:
    assert list(check_world(FOLDER.parent)) == []


def test_there_is_a_week_of_it(world: World) -> None:
    assert (len(world.people), len(world.groups), len(world.pages)) == (60, 6, 6)
    assert len(world.posts) >= 70
    assert sum(post.ad for post in world.posts) == 5
    assert sum(bool(post.shared) for post in world.posts) >= 4


def test_the_learner_is_named_once_and_writes_nothing(world: World) -> None:
    assert [post.id for post in world.posts if ME in post.tags] == ["picnic"]
    assert all(post.author != ME for post in world.posts)


def test_everybody_has_a_face_of_their_own_but_who_copied_one(world: World) -> None:
    own = [person for person in world.people if not person.copied]
    faces = {(FOLDER / "images" / each.picture).read_text(encoding="utf-8") for each in own}
    assert len(faces) == len(own) == 59


def test_no_picture_lies_about_unused(world: World) -> None:
    named = {each for each in world.pictures if each}
    assert {path.name for path in (FOLDER / "images").iterdir()} == named


@pytest.mark.usefixtures("qapp")
def test_every_picture_can_be_drawn_and_is_small(world: World) -> None:
    for name in {each for each in world.pictures if each}:
        path = FOLDER / "images" / name
        picture = QSvgRenderer(str(path))
        size = picture.defaultSize()
        assert picture.isValid(), name
        assert (size.width(), size.height()) == ((640, 400) if name[:2] == "w-" else (96, 96)), name
        assert path.stat().st_size < MOST_BYTES, name


@pytest.mark.usefixtures("qapp")
def test_our_fonts_have_every_letter_of_it() -> None:
    fonts = [QRawFont(str(path), 20) for path in (places.assets() / "fonts").glob("*.ttf")]
    for language in LANGUAGES:
        letters = {*(FOLDER / language / WORLD_WORDS).read_text(encoding="utf-8")} - {"\n"}
        missing = {
            each for each in letters if not any(font.supportsCharacter(ord(each)) for font in fonts)
        }
        assert not missing, language


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_write_in_many_scripts(language: str, world: World) -> None:
    words = words_in(language, world)
    written = " ".join(words.text(world.word("posts", post.id)) for post in world.posts)
    for script, signs in SCRIPTS.items():
        assert re.search(f"[{signs}]", written), script


def test_nothing_english_is_left_in_a_translation(world: World) -> None:
    said = {language: words_in(language, world) for language in LANGUAGES}
    lists = [each for each in world.all_lists if each.name not in ("people", "topics")]
    for word in [world.word(each.name, thing) for each in lists for thing in each.ids]:
        english = said["en"].text(word)
        if re.search("[a-z]", english):
            assert english != said["nl"].text(word), word
            assert re.search("[\u0600-\u06ff]", said["ar"].text(word)), word


def ties_of(world: World) -> Ties:
    friends: dict[str, set[str]] = {person.id: set() for person in world.people}
    for person in world.people:
        for friend in person.friends:
            friends[person.id].add(friend)
            friends[friend].add(person.id)
    return Ties({person: frozenset(each) for person, each in friends.items()})


def shown(post: Post, world: World) -> Shown:
    closed = {group.id: frozenset(group.members) for group in world.groups if group.closed}
    return Shown(
        post.author, post.audience, tagged=frozenset(post.tags), members=closed.get(post.group)
    )


def test_who_answers_or_passes_on_can_see_what(world: World) -> None:
    ties, posts = ties_of(world), {post.id: post for post in world.posts}
    answers = [(post, each.author) for post in world.posts for each in post.comments]
    answers += [(posts[post.shared], post.author) for post in world.posts if post.shared]
    blind = [(p.id, who) for p, who in answers if not may_see(who, shown(p, world), ties)]
    assert blind == []


def test_who_writes_in_a_group_is_in_it_and_the_group_sees_it(world: World) -> None:
    groups, ties = {group.id: group for group in world.groups}, ties_of(world)
    for post in (each for each in world.posts if each.group):
        members = groups[post.group].members
        assert post.author in members, post.id
        assert all(may_see(each, shown(post, world), ties) for each in members), post.id


def test_names_stand_on_pictures_of_friends_only(world: World) -> None:
    ties = ties_of(world)
    named = [(post, each) for post in world.posts for each in post.tags if each != ME]
    strange = [(p.id, who) for p, who in named if who not in ties.friends_of(p.author)]
    assert strange == []


def test_strangers_know_nobody_and_wrong_accounts_write_nothing(world: World) -> None:
    ties = ties_of(world)
    wrong = {person.id for person in world.people if person.wrong}
    alone = {person.id for person in world.people if not ties.friends_of(person.id)}
    assert wrong < alone
    assert len(alone - wrong) >= 5
    assert not wrong & {post.author for post in world.posts}
    assert not any(post.wrong or post.draft for post in world.posts)


def test_nobody_shares_a_name_but_a_copy(world: World) -> None:
    copies = {(each.copied, each.id) for each in world.people if each.copied}
    for language in LANGUAGES:
        words = words_in(language, world)
        names = {each.id: words.text(world.word("people", each.id)) for each in world.people}
        same = {pair for pair in combinations(names, 2) if names[pair[0]] == names[pair[1]]}
        assert same == copies, language


# --- and where it is broken ---


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of lessons with nothing but a small world in it, to break."""
    where = Path(shutil.copytree(EXAMPLES / WORLD_FOLDER, tmp_path / WORLD_FOLDER))
    picture = FOLDER / "images" / "w-tea.svg"
    (where / "images").mkdir(exist_ok=True)
    shutil.copy(picture, where / "images")
    return tmp_path


def swap(file: str, old: str, new: str) -> Callable[[Path], None]:
    def breaks(where: Path) -> None:
        path = where / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return breaks


def pictured(name: str) -> Callable[[Path], None]:
    return swap(WORLD_FILE, 'id = "shoes"\n', f'id = "shoes"\npicture = "{name}"\n')


def lose_english(where: Path) -> None:
    (where / "en" / WORLD_WORDS).unlink()


def draw_letters(where: Path) -> None:
    swap(WORLD_FILE, 'id = "vera"\n', 'id = "vera"\npicture = "w-tea.svg"\n')(where)
    swap("images/w-tea.svg", "</svg>", "<text>tea</text></svg>")(where)


LONG = "New shoes, " + "and new shoes, " * 6 + "only today!"
ENGLISH, ARABIC = f"en/{WORLD_WORDS}", f"ar/{WORLD_WORDS}"
PICTURED = 'id = "vera"\npicture = "vera.svg"'
BROKEN: dict[str, tuple[Callable[[Path], None], str]] = {
    "word-missing": (swap(ARABIC, "- {#dan} دان\n", ""), ARABIC),
    "word-left-over": (swap(ARABIC, "- {#dan}", "- {#dana} دانا\n- {#dan}"), ARABIC),
    "translation-fresh": (swap(ARABIC, "translated_from: ", "translated_from: 0"), ARABIC),
    "front-matter": (swap(ENGLISH, "by: founders\n", ""), ENGLISH),
    "review-known": (swap(ENGLISH, "review: draft", "review: good"), ENGLISH),
    "file-readable": (lose_english, ENGLISH),
    "ids-unique": (swap(WORLD_FILE, 'id = "oven"', 'id = "bread"'), WORLD_FILE),
    "practice-ids": (swap(WORLD_FILE, '"rosa", "dan"', '"rosa", "nobody"'), WORLD_FILE),
    "toml-known": (swap(WORLD_FILE, 'id = "vera"', 'id = "vera"\nage = 40'), WORLD_FILE),
    "toml-readable": (swap(WORLD_FILE, "[[people]]", "[[people"), WORLD_FILE),
    "picture-exists": (swap(WORLD_FILE, 'id = "vera"', PICTURED), WORLD_FILE),
    "picture-words": (pictured("w-tea.svg"), WORLD_FILE),
    "picture-plain": (draw_letters, "images/w-tea.svg"),
}


def test_a_small_world_is_whole(folder: Path) -> None:
    assert check_all(folder) == []


@pytest.mark.parametrize("rule", BROKEN)
def test_what_is_broken_is_found(folder: Path, rule: str) -> None:
    breaks, file = BROKEN[rule]
    breaks(folder / WORLD_FOLDER)
    (found,) = check_all(folder)
    assert (found.rule, found.lesson, found.file) == (rule, WORLD_FOLDER, file)


@pytest.mark.parametrize(
    ("rule", "new"),
    [
        ("sentence-length", LONG),
        ("no-links", "New [shoes](https://example.org), only today!"),
        ("picture-one", "New shoes! ![Shoes.](shoes.svg)"),
        ("no-html", "New <b>shoes</b>, only today!"),
    ],
)
def test_words_are_held_against_the_rules_for_words(folder: Path, rule: str, new: str) -> None:
    where = folder / WORLD_FOLDER
    shutil.rmtree(where / "ar")
    swap("en/world.md", "New shoes, only today!", new)(where)
    assert [each.rule for each in check_all(folder)] == [rule]


def test_a_world_that_changed_is_read_anew(folder: Path) -> None:
    before = common_world(folder)
    assert common_world(folder) is before
    file = folder / WORLD_FOLDER / WORLD_FILE
    text = file.read_text("utf-8")
    file.write_text(f'{text}\n[[topics]]\nid = "tides"\n', encoding="utf-8")
    assert common_world(folder).topics == (*before.topics, "tides")
