"""The pretend network: what deeds do to each other, other people's eyes, and a full feed."""

from __future__ import annotations

from dataclasses import replace
from statistics import median
from time import process_time

import practised
import pytest
from saying import saying

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice import plaza
from trainer_app.domain.practice.network import ME, Group, Post
from trainer_app.domain.practice.plaza.conditions import Condition
from trainer_app.domain.practice.plaza.plaza_stage import (
    Fact,
    Message,
    PlazaConsequence,
    PlazaGoal,
    PlazaStage,
    Reply,
)
from trainer_app.domain.practice.plaza.state import Action, Choose, Do, Plaza, Scroll, Undo, Write
from trainer_app.domain.practice.scenario import Person, World

WORLD = World(
    people=(Person("ana", friends=("ben",)), Person("ben"), Person("cem"), Person("eva")),
    posts=(
        Post("bread", author="ana", audience="everyone", wrong="untrue"),
        Post("secret", author="eva", group="club"),
        Post("lake", author="ana", tags=(ME,)),
    ),
    groups=(Group("club", members=("eva",), closed=True),),
)
STAGE = PlazaStage(
    id="net",
    kind="plaza",
    world=WORLD,
    friends=("ana",),
    requests=("cem",),
    groups=(),
    leads=("club",),
    posts=(Post("wall", audience="everyone", place=True), Post("new", draft=True)),
    messages=(Message("note", "eva", carries="link"),),
    replies=(Reply("yes", "note"),),
    facts=(Fact("number"),),
    hashtags=("bakery", "cars"),
    budget=20,
    goals=(
        PlazaGoal("hidden", needs=(Condition("seen", "audience", "wall", by="eva", negated=True),)),
    ),
    consequences=(
        PlazaConsequence("alone", when=(Condition("choice", "audience", "wall", ("only-me",)),)),
    ),
)
NAMES = saying(
    **{f"world__people__{each.id}": each.id for each in WORLD.people},
    **{f"world__groups__{each.id}": each.id for each in WORLD.groups},
    **{f"world__pages__{each.id}": each.id for each in WORLD.pages},
)


def after(*actions: Action, of: PlazaStage = STAGE) -> Plaza:
    state = plaza.start(of, 1, NAMES)
    for action in actions:
        state = plaza.act(state, action)
    return state


def feed(state: Plaza, viewer: str = ME) -> list[str]:
    return [post.id for post in plaza.view(state, viewer).feed]


def test_other_eyes_see_what_the_rule_lets_through() -> None:
    state = after()
    assert feed(state, "ana") == ["wall", "lake", "bread"]
    assert feed(state, "eva") == ["wall", "secret", "bread"]
    narrow = after(Choose("audience", "wall", "friends"), Choose("audience", "number", "friends"))
    assert "wall" in feed(narrow, "ana")
    assert "wall" not in feed(narrow, "ben")
    assert not plaza.view(narrow, "eva").facts
    assert plaza.view(narrow, "ana").facts[0].audience == ""


def test_who_is_blocked_sees_nothing_of_mine_finds_me_not_and_is_no_friend() -> None:
    state = after(Do("tag", "wall/ana"), Do("block", "ana"))
    assert "wall" not in feed(state, "ana")
    assert "bread" not in feed(state)
    assert not plaza.view(state, "ana").finds_me
    assert not state.has("friend", "ana")
    assert not state.has("tag", "wall/ana")
    assert plaza.act(state, Do("friend", "ana")) is state
    again = plaza.act(plaza.act(state, Undo("block", "ana")), Do("friend", "ana"))
    assert again.has("friend", "ana")


def test_a_draft_is_mine_alone_until_it_is_published_and_takes_the_setting_as_audience() -> None:
    assert "new" in feed(after())
    assert "new" not in feed(after(), "ana")
    state = after(Choose("setting", "posts", "friends"), Do("publish", "new"))
    assert "new" in feed(state, "ana")
    assert "new" not in feed(state, "eva")
    assert "new" not in feed(plaza.act(state, Do("delete", "new")), "ana")


def test_the_setting_for_place_takes_it_off_every_post() -> None:
    wall = plaza.view(after(), "eva").feed[0]
    assert wall.place
    assert not plaza.view(after(Choose("setting", "place", "off")), "eva").feed[0].place


def test_a_closed_group_opens_to_who_joins_and_a_tag_waits_for_review() -> None:
    assert "secret" not in feed(after())
    assert "secret" not in feed(after(Do("join", "club")), "ana")
    assert "lake" in feed(after())
    review = after(Choose("setting", "tag-review", "on"))
    assert ("tag", "lake") in {(each.kind, each.thing) for each in plaza.view(review, ME).notices}
    assert next(p.tags for p in plaza.view(review, ME).feed if p.id == "lake") == ()


def test_a_report_with_the_right_reason_takes_a_post_down() -> None:
    def bread(state: Plaza) -> bool:
        return next(p.taken_down for p in plaza.view(state, ME).feed if p.id == "bread")

    assert bread(after(Choose("report", "bread", "untrue")))
    assert not bread(after(Choose("report", "bread", "scam")))


def test_the_budget_is_spent_once() -> None:
    state = after(Do("publish", "new"), Choose("boost", "wall", "20"))
    assert plaza.act(state, Choose("boost", "new", "5")) is state
    poor, rich = (
        next(p.insights for p in plaza.view(each, ME).feed if p.id == "wall")
        for each in (after(), state)
    )
    assert poor
    assert rich
    assert rich.people > poor.people


def test_search_finds_people_by_a_part_of_the_name() -> None:
    assert plaza.view(after(Write("search", "me", "AN")), ME).found == ("ana",)
    assert plaza.view(after(Write("search", "me", " ")), ME).found == ()


def test_a_mistake_is_what_makes_a_consequence_hold_and_is_mended_by_state() -> None:
    state = after(Choose("audience", "wall", "only-me"))
    found = plaza.progress(state)
    assert (found.mistakes, found.consequence, found.to_mend) == (1, "alone", ("alone",))
    assert not found.finished
    step = plaza.next_step(state)
    assert isinstance(step, Choose)
    assert step.to not in ("only-me", "everyone")
    assert plaza.progress(plaza.act(state, step)).finished


def test_looking_and_taking_back_are_no_tries() -> None:
    state = after(Do("look-as", "ana"), Do("open", "note"), Undo("open", "note"))
    assert plaza.progress(state).tries == 0
    assert plaza.progress(after(Do("react", "bread"))).tries == 1


@pytest.mark.parametrize(
    "action",
    [
        Do("block", "nobody"),
        Do("publish", "wall"),
        Undo("dance", "ana"),
        Choose("audience", "wall", "mars"),
        Choose("reply", "note", "no"),
        Write("caption", "bread", "mine"),
    ],
)
def test_what_the_stage_does_not_have_is_refused(action: Action) -> None:
    with pytest.raises(UnknownThing):
        plaza.act(after(), action)


def test_what_was_typed_is_in_no_representation() -> None:
    state = after(Write("passphrase", "me", "green kettle"), Write("caption", "new", "hush"))
    said = f"{state!r} {plaza.view(state, ME)!r} {Write('alt', 'new', 'quiet')!r}"
    assert not any(each in said for each in ("kettle", "hush", "quiet"))


def test_the_common_world_is_joined_and_has_words_in_each_language() -> None:
    found = practised.practices()
    for language, name in (("en", "Amina"), ("ar", "أمينة")):
        practice = found[f"08-who-sees-me/{language}"]
        world = practice.scenario.world
        assert practice.words.text(world.word("people", "amina")) == name
        assert practice.scenario.world.lists == ()


def test_a_long_feed_comes_as_it_is_asked_for() -> None:
    posts = tuple(Post(f"post-{number}", author="ana") for number in range(30))
    long = replace(STAGE, world=replace(WORLD, posts=(*WORLD.posts, *posts)))
    state = after(of=long)
    assert (len(feed(state)), plaza.view(state, ME).more) == (20, True)
    state = plaza.act(state, Scroll())
    assert (len(feed(state)), plaza.view(state, ME).more) == (34, False)
    assert plaza.act(state, Scroll()) is state
    assert plaza.progress(state).tries == 0


def test_with_five_hundred_posts_an_action_takes_less_than_two_milliseconds() -> None:
    posts = tuple(
        Post(f"post-{number}", author="ana", audience="everyone") for number in range(500)
    )
    full = replace(STAGE, world=replace(WORLD, posts=(*WORLD.posts, *posts)))
    state = plaza.start(full, 1, NAMES)
    took = []
    for number in range(200):
        actions = plaza.actions(state)
        action = (Do("react", f"post-{number}"), actions[number % len(actions)])[number % 2]
        begun = process_time()
        state = plaza.act(state, action)
        plaza.progress(state)
        plaza.view(state, ME)
        took.append(process_time() - begun)
    assert median(took) < 0.002
    assert len(plaza.actions(state)) <= 150
