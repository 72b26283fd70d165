"""What holds for every template of the scam shelf, whatever is chosen, in every language."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

import practised
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer_app.content.shelf import ScamShelf
from trainer_app.domain.practice import playing
from trainer_app.domain.practice.playing import Playing
from trainer_app.domain.practice.scenario import Practice
from trainer_app.domain.scams import SLOTS, Choices, ScamTemplate
from trainer_app.i18n import languages

SHELF = ScamShelf([practised.LESSONS])
LANGUAGES = tuple(one.code for one in languages())
TEMPLATES = pytest.mark.parametrize("template", SHELF.templates, ids=lambda each: each.id)


def all_choices(template: ScamTemplate) -> list[Choices]:
    return [Choices(*chosen) for chosen in product(*(template.ids(slot) for slot in SLOTS))]


def texts(practice: Practice) -> list[str]:
    """Everything that a person can come to read."""
    words = practice.words
    said = [
        span.text
        for each in words.said.values()
        for line in (each.line, each.then)
        for span in line
    ]
    return [*said, *(repr(each) for each in words.stages.values())]


def well(now: Playing) -> None:
    """Asserts what is true at every moment."""
    assert not (now.progress.to_mend and now.progress.finished)
    step = now.engine.next_step(now.state)
    assert (step is None) == now.progress.finished
    words = now.practice.words
    for viewer in practised.viewers(now.practice):
        seen = practised.words_in(playing.view(now, viewer))
        assert all(words.text(word) for word in seen)


def test_there_are_eight_in_each_language() -> None:
    assert len(SHELF.templates) == 8
    assert all(set(each.languages) >= set(LANGUAGES) for each in SHELF.templates)
    assert SHELF.ready == SHELF.templates


@TEMPLATES
@settings(max_examples=practised.SEQUENCES, deadline=None, derandomize=not practised.LONG)
@given(data=st.data(), language=st.sampled_from(LANGUAGES), seed=st.integers(0, 99))
def test_whatever_is_chosen_and_done_the_end_can_be_reached(
    template: ScamTemplate, data: st.DataObject, language: str, seed: int
) -> None:
    choices = data.draw(st.sampled_from(all_choices(template)))
    practice = SHELF.practice(template.id, choices, language)
    now = practised.go(playing.begin(practice, seed), data.draw(st.integers(0, 12)))
    for chosen in data.draw(st.lists(st.integers(0, 10**6), min_size=8, max_size=25)):
        options: list[Any] = practised.options(now)
        now = playing.act(now, options[chosen % len(options)])
        well(now)
    assert practised.finish(now).finished


@TEMPLATES
def test_the_good_walk_works_with_every_choice_and_leaves_no_brace(template: ScamTemplate) -> None:
    for language in LANGUAGES:
        words = SHELF.words(template.id, language)
        for choices in all_choices(template):
            practice = SHELF.practice(template.id, choices, language)
            whole = "\n".join(texts(practice))
            assert not set("{}") & set(whole)
            for slot in ("want", "clue"):
                assert words.option(slot, choices.of(slot)).says in whole
    end = practised.finish(playing.begin(practice, 1))
    assert end.finished
    assert end.progress.consequence == ""


@TEMPLATES
def test_only_the_clue_that_was_chosen_is_right(template: ScamTemplate) -> None:
    """The words alone do not make the practice: another clue, another right answer."""
    rights = set()
    for clue in template.ids("clue"):
        choices = Choices(template.ids("who")[0], template.ids("want")[0], clue)
        stage: Any = SHELF.practice(template.id, choices, "en").scenario.stages[0]
        clues = [each for each in stage.phrases if each.id in template.ids("clue")]
        right = {each.id for each in clues if each.right}
        assert right == {clue}
        rights |= right
    assert rights == set(template.ids("clue"))


@TEMPLATES
def test_every_want_is_a_temptation(template: ScamTemplate) -> None:
    """What they want can be given, it is a mistake, and the words say what would be lost."""
    for want in template.ids("want"):
        choices = Choices(template.ids("who")[0], want, template.ids("clue")[0])
        now = playing.begin(SHELF.practice(template.id, choices, "en"), 1)
        given_away = set()
        while (step := playing.next_step(now)) is not None:
            for action in now.engine.actions(now.state):
                deed = getattr(action, "deed", "")
                if deed in ("pay", "give-code", "open-link"):
                    after = playing.act(now, action)
                    assert after.progress.mistakes == now.progress.mistakes + 1
                    given_away.add(after.progress.consequence)
                    assert practised.finish(after).finished
            now = playing.act(now, step)
        assert len(given_away) == 1
        stage = now.stage
        said = now.practice.words.said[stage.word("consequences", given_away.pop())]
        assert said.line
        assert said.then


def test_no_template_is_another_one_with_other_words() -> None:
    shapes = {}
    for template in SHELF.templates:
        stage = SHELF.practice(template.id, all_choices(template)[0], "en").scenario.stages[0]
        shapes[template.id] = {each.id for each in (*stage.goals, *stage.consequences)}
    for one, other in combinations(shapes, 2):
        assert not shapes[one] & shapes[other], (one, other)
