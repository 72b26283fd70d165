"""In which order a feed comes, for any posts and tastes."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.practice.network import Post
from trainer_app.domain.practice.plaza.feed import (
    AD_AFTER,
    MOST,
    Taste,
    mixed,
    ranked,
    ranked_ads,
    topic_points,
    why,
)

TOPICS = ("food", "sport", "music", "")
POSTS = st.lists(
    st.builds(
        Post, id=st.uuids().map(str), author=st.sampled_from("ab"), topic=st.sampled_from(TOPICS)
    ),
    max_size=12,
    unique_by=lambda post: post.id,
)
SOME = st.lists(st.sampled_from(TOPICS), max_size=5)
TASTE = st.builds(
    Taste,
    topics=st.builds(topic_points, SOME, SOME, SOME),
    close=st.frozensets(st.sampled_from("ab")),
    ads_by_topic=st.booleans(),
)


@given(posts=POSTS, taste=TASTE)
def test_the_order_adds_no_post_and_loses_none(posts: list[Post], taste: Taste) -> None:
    found = ranked(posts, taste, frozenset())
    assert sorted(post.id for post in found) == sorted(post.id for post in posts)
    assert ranked(found, taste, frozenset()) == found


@given(likes=SOME, touched=SOME, hidden=SOME, topic=st.sampled_from(TOPICS[:3]))
def test_reacting_never_moves_a_topic_down_and_hiding_never_up(
    likes: list[str], touched: list[str], hidden: list[str], topic: str
) -> None:
    points = topic_points(likes, touched, hidden).get(topic, 0)
    assert -MOST <= points <= MOST
    assert topic_points(likes, [*touched, topic], hidden)[topic] >= points
    assert topic_points(likes, touched, [*hidden, topic])[topic] <= points


@given(ads=POSTS, one=TASTE, other=TASTE)
def test_without_ads_by_topic_everybody_gets_the_same(
    ads: list[Post], one: Taste, other: Taste
) -> None:
    def plain(taste: Taste) -> list[Post]:
        return ranked_ads(ads, Taste(taste.topics, taste.close, ads_by_topic=False), frozenset())

    assert plain(one) == plain(other) == ads


@given(posts=POSTS, ads=POSTS)
def test_ads_stand_between_posts_never_two_in_a_row_and_at_least_one(
    posts: list[Post], ads: list[Post]
) -> None:
    paid = {ad.id for ad in ads}
    found = [post.id in paid for post in mixed(posts, ads, frozenset())]
    assert found.count(False) == len(posts)
    assert found.count(True) == min(len(ads), max(1, len(posts) // AD_AFTER))
    assert not any(one and two for one, two in pairwise(found))
    assert set(ads) <= set(mixed(posts, ads, frozenset(paid)))


def test_two_people_have_two_feeds() -> None:
    posts = [Post("goal", "x", topic="sport"), Post("soup", "x", topic="food"), Post("hi", "a")]
    sporty = Taste(topic_points(["sport"]), frozenset("a"))
    hungry = Taste(topic_points(["food"]), frozenset("a"))
    assert [post.id for post in ranked(posts, sporty, frozenset())] == ["goal", "hi", "soup"]
    assert [post.id for post in ranked(posts, hungry, frozenset())] == ["soup", "hi", "goal"]
    assert next(post.id for post in ranked(posts, hungry, frozenset({"goal"}))) == "goal"


def test_a_post_says_why_it_is_there() -> None:
    taste = Taste({"food": 1}, frozenset({"a", "club", "shop"}))
    pages = frozenset({"shop"})
    cases = {
        Post("1", "a"): "friend",
        Post("2", "shop"): "page",
        Post("3", "b", group="club"): "group",
        Post("4", "b", topic="food"): "topic",
        Post("5", "b"): "everyone",
        Post("6", "me"): "mine",
        Post("7", "b", ad=True, topic="food"): "ad-topic",
        Post("8", "b", ad=True): "ad",
    }
    assert {post: why(post, taste, "me", pages) for post in cases} == cases
    plain = Taste(taste.topics, taste.close, ads_by_topic=False)
    assert why(Post("9", "b", ad=True, topic="food"), plain, "me", pages) == "ad"
