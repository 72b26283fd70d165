"""One action on the pretend network, drawn again, with five hundred posts and with five."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from benchmarks.measuring import Figure, compare
from trainer_app import app
from trainer_app.domain.practice import plaza
from trainer_app.domain.practice.network import Post
from trainer_app.domain.practice.plaza.plaza_stage import PlazaStage
from trainer_app.domain.practice.plaza.state import Action, Choose, Do, Undo
from trainer_app.domain.practice.scenario import Practice, Said, World

MANY, FEW = 500, 5
ACTIONS = 10


def figures(rounds: int) -> list[Figure]:
    """A like, a hidden post, somebody muted, another audience: each with its repaint."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from trainer_app.ui import theme

    qt = QApplication.instance() or QApplication([])
    assert isinstance(qt, QApplication)
    theme.apply(qt, theme.Theme())
    found = []
    for name in ("like", "hide", "mute", "audience"):
        many, few = _Shown(MANY, name), _Shown(FEW, name)
        found.append(
            compare(
                f"plaza {name} in {MANY} posts",
                many.act,
                f"the same in {FEW} posts",
                few.act,
                rounds=max(rounds, 9),
                times=ACTIONS,
            )
        )
    return found


class _Shown:
    """A feed of so many posts on the screen of a phone, and an action there and back."""

    def __init__(self, posts: int, name: str) -> None:
        from trainer_app.ui.practice.screens import screen_of
        from trainer_app.ui.practice.stage_screen import Material

        practice = _practice(posts)
        (stage,) = practice.scenario.stages
        assert isinstance(stage, PlazaStage)
        self._state = plaza.start(stage, 1, practice.words)
        self._screen = screen_of(Material(stage, practice.words, Path))
        self._screen.resize(1000, 620)
        first = next(each.id for each in plaza.view(self._state, "").feed if each.author)
        self._actions = cycle(_pair(name, first, self._state.index.authors[first]))
        self._draw()
        self._screen.show()
        self._settle()

    def act(self) -> None:
        """So many actions, each of them drawn."""
        for _ in range(ACTIONS):
            self._state = plaza.act(self._state, next(self._actions))
            self._draw()
            self._settle()

    def _draw(self) -> None:
        self._screen.show_view(plaza.view(self._state, ""))

    @staticmethod
    def _settle() -> None:
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def _pair(name: str, post: str, author: str) -> tuple[Action, Action]:
    """An action with a post that is in sight, and its undoing."""
    pairs: dict[str, tuple[Action, Action]] = {
        "like": (Do("react", post), Undo("react", post)),
        "hide": (Do("hide", post), Undo("hide", post)),
        "mute": (Do("mute", author), Undo("mute", author)),
        "audience": (
            Choose("audience", "mine", "everyone"),
            Choose("audience", "mine", "friends"),
        ),
    }
    return pairs[name]


def _practice(posts: int) -> Practice:
    """Free play with so many posts instead of the world's own."""
    free = app.lesson_library().free_play("en")
    (stage,) = free.scenario.stages
    assert isinstance(stage, PlazaStage)
    authors = cycle(person.id for person in stage.world.people)
    others = [
        Post(f"post-{number}", author=next(authors), audience="everyone")
        for number in range(posts - 1)
    ]
    mine = Post("mine", audience="friends")
    named = tuple(each.id for each in (mine, *others))
    world: World = replace(stage.world, posts=(*others, mine), common=frozenset())
    full = replace(stage, world=world, posts=(), requests=(), texts=(), groups=("linden-street",))
    line = next(iter(free.words.said.values())).line
    said: dict[str, Said] = {world.word("posts", each): Said(line) for each in named}
    words = replace(free.words, said={**free.words.said, **said})
    return Practice(replace(free.scenario, stages=(full,), world=world), words)
