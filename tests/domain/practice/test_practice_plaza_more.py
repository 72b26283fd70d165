"""The pretend network: the form, notes, shares, groups, pages, two people's feeds, figures."""

from __future__ import annotations

from dataclasses import replace

import practised
import pytest
from saying import saying

from trainer_app.content.free_play import read_free_play
from trainer_app.domain.errors import MissingLanguage
from trainer_app.domain.practice import playing, plaza
from trainer_app.domain.practice.network import ME, Comment, Group, Page, Post
from trainer_app.domain.practice.plaza.conditions import Condition
from trainer_app.domain.practice.plaza.plaza_stage import (
    Fact,
    FormField,
    Known,
    Note,
    PlazaConsequence,
    PlazaGoal,
    PlazaStage,
    Portrait,
    Text,
)
from trainer_app.domain.practice.plaza.state import Action, Choose, Do, Plaza, Undo, Write
from trainer_app.domain.practice.plaza.views import CommentView, GroupView, PersonView, PostView
from trainer_app.domain.practice.scenario import Person, World

WORLD = World(
    people=(
        Person("ana", "ana.svg", friends=("ben",), likes=("food",)),
        Person("ben", likes=("sport",)),
        Person("cem", since="week"),
        Person("twin", "ana.svg", copied="ana", since="today", wrong="false-name"),
    ),
    posts=(
        Post("bread", "ana", audience="everyone", topic="food", comments=(Comment("yum", "cem"),)),
        Post("goal", "cem", audience="everyone", topic="sport"),
        Post("rude", "cem", audience="everyone", group="club", wrong="harassment"),
        Post("news", "shop", audience="everyone", topic="sport"),
        Post("ad-food", "cem", audience="everyone", topic="food", ad=True),
        Post("ad-sport", "cem", audience="everyone", topic="sport", ad=True),
    ),
    groups=(Group("club", members=("ben", "cem"), closed=True, rules=("kind",)),),
    pages=(Page("shop", topic="sport"),),
    topics=("food", "sport"),
)
STAGE = PlazaStage(
    id="net",
    kind="plaza",
    world=WORLD,
    friends=("ana",),
    groups=("club",),
    leads=("club",),
    posts=(
        Post("wall", audience="everyone", comments=(Comment("bad", "cem", "hateful"),)),
        Post("fair", draft=True, fitting=("market",), picture="fair.svg"),
    ),
    notes=(Note("hello", ("ana", "club", "friends")),),
    facts=(Fact("work"), Fact("street")),
    portraits=(Portrait("face", "face.svg"), Portrait("flower", "flower.svg")),
    portrait="face",
    form=(
        FormField("name", needed=True, options=("real", "nick")),
        FormField("mail", needed=True),
        FormField("birthday"),
    ),
    known=(
        Known("who", ("real", "birthday")),
        Known("when-out", ("work", "street")),
        Known("my-face", ("face",)),
    ),
    hashtags=("market", "cars"),
    texts=(Text("fair-alt", "alt", "fair"),),
    budget=20,
    goals=(),
)
NAMES = saying(
    net__texts__fair_alt="A stall",
    **{f"world__people__{each.id}": each.id for each in WORLD.people},
    **{f"world__groups__{each.id}": each.id for each in WORLD.groups},
    **{f"world__pages__{each.id}": each.id for each in WORLD.pages},
)
TEXTS = replace(
    NAMES, said={key.replace("fair_alt", "fair-alt"): said for key, said in NAMES.said.items()}
)


def after(*actions: Action, of: PlazaStage = STAGE) -> Plaza:
    state = plaza.start(of, 1, TEXTS)
    for action in actions:
        state = plaza.act(state, action)
    return state


def feed(state: Plaza, viewer: str = ME) -> list[str]:
    return [post.id for post in plaza.view(state, viewer).feed]


def post(state: Plaza, wanted: str, viewer: str = ME) -> PostView:
    return next(each for each in plaza.view(state, viewer).feed if each.id == wanted)


def person(state: Plaza, wanted: str) -> PersonView:
    return next(each for each in plaza.view(state, ME).people if each.id == wanted)


def club(state: Plaza) -> GroupView:
    return plaza.view(state, ME).groups[0]


def comments(state: Plaza, of: str = "wall") -> dict[str, CommentView]:
    return {each.id: each for each in post(state, of).comments}


def with_goal(*needs: Condition, after: tuple[PlazaConsequence, ...] = ()) -> PlazaStage:
    return replace(STAGE, goals=(PlazaGoal("it", needs=needs),), consequences=after)


def finished(state: Plaza) -> Plaza:
    """After every next step; fails if there is no end of them."""
    for _ in range(50):
        step = plaza.next_step(state)
        if step is None:
            return state
        mistakes = state.mistakes
        state = plaza.act(state, step)
        assert state.mistakes == mistakes
    raise AssertionError("no end")


def test_an_account_is_opened_when_all_that_is_needed_is_given_and_stays_whole() -> None:
    assert not plaza.view(after(), ME).account_open
    early = after(Do("open-account", "me"))
    assert not plaza.view(early, ME).account_open
    state = after(Choose("form", "name", "nick"), Do("give", "mail"), Do("open-account", "me"))
    assert plaza.view(state, ME).account_open
    assert plaza.act(state, Undo("give", "mail")) is state
    assert plaza.act(state, Choose("form", "name", "")) is state
    assert plaza.act(state, Choose("form", "name", "real")) is not state
    closed = plaza.act(plaza.act(state, Undo("open-account", "me")), Undo("give", "mail"))
    assert [each.given for each in plaza.view(closed, ME).form] == [True, False, False]


def test_the_way_to_an_account_fills_in_what_is_needed() -> None:
    stage = with_goal(Condition("done", "open-account", "me"))
    view = plaza.view(finished(after(of=stage)), ME)
    assert [each.given for each in view.form] == [True, True, False]


def test_what_plaza_knows_follows_from_what_was_given_together() -> None:
    named = after(Choose("form", "name", "real"))
    assert "net.known.who" not in plaza.view(named, ME).knows
    both = plaza.act(named, Do("give", "birthday"))
    assert "net.known.who" in plaza.view(both, ME).knows
    assert "net.known.who" not in plaza.view(both, "ana").knows


def test_a_stranger_learns_what_all_the_lines_in_sight_tell_together() -> None:
    assert "net.known.when-out" in plaza.view(after(), "cem").knows
    state = after(Choose("audience", "street", "friends"))
    assert "net.known.when-out" not in plaza.view(state, "cem").knows
    assert "net.known.when-out" in plaza.view(state, "ana").knows
    stage = with_goal(Condition("learned", "known", "when-out", by="cem", negated=True))
    assert "net.known.when-out" not in plaza.view(finished(after(of=stage)), "cem").knows


def test_everybody_sees_the_portrait_and_it_can_be_changed() -> None:
    assert "net.known.my-face" in plaza.view(after(), "cem").knows
    state = after(Choose("portrait", "me", "flower"))
    assert "net.known.my-face" not in plaza.view(state, "cem").knows
    assert [each.id for each in plaza.view(state, "cem").portraits] == ["flower"]
    assert plaza.view(after(Choose("portrait", "me", "")), "cem").portraits == ()


@pytest.mark.parametrize(
    ("way", "seen_by"),
    [("", ""), ("ana", "ana"), ("club", "ben cem"), ("friends", "ana")],
)
def test_a_note_goes_to_one_person_or_a_group_or_an_audience(way: str, seen_by: str) -> None:
    state = after(Choose("send", "hello", way)) if way else after()
    ties = state.ties
    seen = [each.id for each in WORLD.people if state.sees(each.id, "hello", ties)]
    assert seen == seen_by.split()
    # What one person got stands among the messages, not in the feed.
    assert ("hello" in feed(state)) == (way in ("club", "friends"))
    assert plaza.view(state, ME).notes[0].to == way


def test_a_group_must_be_joined_before_a_note_goes_to_it_and_who_is_blocked_gets_none() -> None:
    outside = after(Undo("join", "club"))
    assert plaza.act(outside, Choose("send", "hello", "club")) is outside
    blocked = after(Do("block", "ana"))
    assert plaza.act(blocked, Choose("send", "hello", "ana")) is blocked
    stage = with_goal(Condition("seen", "audience", "hello", by="ben"))
    end = finished(after(Undo("join", "club"), of=stage))
    assert end.choice("send", "hello") == "club"


def test_what_is_passed_on_is_an_own_post_with_an_audience() -> None:
    assert "share:bread" not in feed(after())
    assert plaza.act(after(), Choose("audience", "share:bread", "friends")) == after()
    state = after(Do("share", "bread"), Write("caption", "share:bread", "Look!"))
    share = post(state, "share:bread")
    assert (share.author, share.word, share.caption) == (ME, None, "Look!")
    assert share.original == replace(post(state, "bread"), original=None)
    assert "share:bread" in feed(state, "cem")
    narrow = plaza.act(state, Choose("audience", "share:bread", "friends"))
    assert "share:bread" not in feed(narrow, "cem")
    assert "share:bread" in feed(narrow, "ana")
    assert "share:bread" not in feed(plaza.act(state, Undo("share", "bread")))


def test_comments_can_be_reported_proved_hidden_and_deleted_under_my_post() -> None:
    assert comments(after(Choose("report", "bad", "hateful")))["bad"].taken_down
    assert not comments(after(Choose("report", "bad", "scam")))["bad"].taken_down
    assert comments(after(Do("prove", "bad")))["bad"].proof
    assert not comments(after(Do("delete", "bad")))
    assert not comments(after(Do("block", "cem")))
    assert not comments(after(Do("hide", "yum")), "bread")
    assert post(after(Do("hide", "yum")), "bread", "ana").comments
    assert comments(after())["bad"].mine_to_delete


def test_who_is_out_sees_nothing_in_a_closed_group_and_a_moderator_keeps_the_rules() -> None:
    assert "rude" in feed(after(), "ben")
    assert [each.id for each in club(after()).posts] == ["rude"]
    out = after(Choose("role", "club/ben", "out"))
    assert "rude" not in feed(out, "ben")
    assert club(out).members == ("cem",)
    assert "rude" not in feed(after(Choose("role", "club/cem", "out")), "ben")
    helped = after(Choose("role", "club/ben", "moderator"))
    assert club(helped).moderated
    assert club(helped).posts[0].taken_down
    assert not club(after()).posts[0].taken_down


def test_two_people_have_two_feeds_and_mine_follows_what_i_do() -> None:
    assert feed(after(), "ana").index("bread") < feed(after(), "ana").index("news")
    assert feed(after(), "ben").index("news") < feed(after(), "ben").index("bread")
    ads = [each for each in feed(after(), "ana") if each.startswith("ad")]
    assert ads == ["ad-food"]
    alone = replace(STAGE, friends=(), posts=())
    assert feed(after(of=alone))[0] == "rude"
    sporty = after(Do("react", "goal"), Do("react", "news"), Do("follow", "shop"), of=alone)
    assert feed(sporty)[0] == "news"
    assert "ad-sport" in feed(sporty)
    assert post(sporty, "news").why == "page"
    hidden = after(Do("hide", "goal"), of=alone)
    assert [each for each in feed(hidden) if not each.startswith("ad")][-1] == "news"


def test_ads_by_what_i_do_can_be_turned_off() -> None:
    likes = (Do("react", "goal"), Do("react", "news"))
    first = next(each for each in feed(after(*likes)) if each.startswith("ad"))
    off = after(*likes, Choose("setting", "ads", "off"))
    assert first == "ad-sport"
    assert post(off, next(each for each in feed(off) if each.startswith("ad"))).why == "ad"


def test_a_person_shows_how_old_the_account_is_and_friends_in_common() -> None:
    state = after()
    assert person(state, "ben").mutual == ("ana",)
    assert person(state, "cem").since == "week"
    assert person(state, "twin").picture == person(state, "ana").picture
    assert person(after(Choose("report", "twin", "false-name")), "twin").taken_down
    assert [each.id for each in person(state, "ana").posts] == ["bread"]


def test_a_figure_can_be_a_goal_and_there_is_a_way_to_it() -> None:
    stage = with_goal(Condition("reach", "people", "fair", least=300))
    begun = after(Choose("setting", "posts", "friends"), of=stage)
    assert not plaza.progress(begun).finished
    end = finished(begun)
    found = post(end, "fair").insights
    assert found is not None
    assert found.people >= 300


def test_a_dead_end_is_left_by_doing_first_what_keeps_the_mistake_away() -> None:
    """Ana sees the post only through a name that must go; without it she would miss it."""
    named = PlazaConsequence("named", when=(Condition("done", "tag", "wall/ben"),))
    missed = PlazaConsequence(
        "missed", when=(Condition("seen", "audience", "wall", by="ana", negated=True),)
    )
    stage = replace(with_goal(Condition("done", "react", "goal")), requests=("ana",))
    stage = replace(stage, friends=(), consequences=(named, missed))
    stage = replace(stage, posts=(Post("wall", audience="friends", tags=()),))
    begun = after(Do("tag", "wall/ben"), of=stage)
    assert plaza.progress(begun).to_mend == ("named",)
    end = plaza.progress(finished(begun))
    assert end.finished
    assert end.to_mend == ()


def test_a_person_among_the_chosen_is_taken_out_again() -> None:
    """A surprise for Ana must be public to Ben's circle: only her name has to go."""
    told = PlazaConsequence("told", when=(Condition("seen", "audience", "wall", by="ana"),))
    lonely = PlazaConsequence(
        "lonely", when=(Condition("choice", "audience", "wall", ("only-me",)),)
    )
    stage = replace(with_goal(Condition("done", "react", "goal")), consequences=(told, lonely))
    begun = after(Choose("audience", "wall", "chosen"), Do("choose", "wall/ana"), of=stage)
    assert plaza.progress(begun).to_mend == ("told",)
    end = finished(begun)
    assert not end.has("choose", "wall/ana")


def test_a_friend_of_friends_is_reached_again_when_the_friend_between_was_lost() -> None:
    """Ben sees the wall through Ana alone; a stranger must not see it."""
    public = PlazaConsequence("public", when=(Condition("seen", "audience", "wall", by="cem"),))
    stage = replace(
        with_goal(Condition("seen", "audience", "wall", by="ben")), consequences=(public,)
    )
    begun = after(Choose("audience", "wall", "friends-of-friends"), Do("block", "ana"), of=stage)
    assert not plaza.progress(begun).finished
    end = finished(begun)
    assert end.has("friend", "ana")
    assert not end.sees("cem", "wall", end.ties)


def test_two_mistakes_that_one_action_would_bring_are_kept_away_one_after_the_other() -> None:
    """Published as it is, the fair would reach Cem, who is tagged in it, and not Ana."""
    known = PlazaConsequence(
        "cem-knows",
        when=(
            Condition("done", "publish", "fair"),
            Condition("seen", "audience", "fair", by="cem"),
        ),
    )
    alone = PlazaConsequence(
        "ana-does-not",
        when=(
            Condition("done", "publish", "fair"),
            Condition("seen", "audience", "fair", by="ana", negated=True),
        ),
    )
    stage = replace(with_goal(Condition("done", "publish", "fair")), consequences=(known, alone))
    begun = after(Do("tag", "fair/cem"), Choose("audience", "fair", "only-me"), of=stage)
    assert plaza.progress(finished(begun)).finished


def test_free_play_has_no_goals_and_no_end() -> None:
    practice = read_free_play(practised.LESSONS, "en")
    now = playing.begin(practice, 1)
    assert playing.next_step(now) is None
    assert not now.finished
    for action in (playing.Waited(90), playing.ShowMe(), playing.NextStage(), playing.TakeHint()):
        now = playing.act(now, action)
    assert not now.hint_due
    assert not playing.result(now, 3).done
    for action in now.engine.actions(now.state)[:60]:
        view = playing.view(playing.act(now, action))
        assert not view.finished
        assert all(practice.words.text(word) for word in practised.words_in(view))
    with pytest.raises(MissingLanguage):
        read_free_play(practised.LESSONS, "xx")
