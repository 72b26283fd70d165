"""Tries each action that is possible anywhere along the right walk, once, by real touches."""

from __future__ import annotations

from random import Random

from PySide6.QtWidgets import QApplication

from tests.ui.practice.hand import Hand
from tests.ui.practice.played import Played
from trainer_app.domain.practice import playing as play
from trainer_app.domain.practice.playing import NextStage, Playing


def try_every_action(played: Played, hand: Hand) -> int:
    """How many different actions were done; fails where one cannot be done."""
    tried: set[tuple[str, object]] = set()
    while True:
        now = played.playing
        for action in now.engine.actions(now.state):
            if (now.stage.id, action) not in tried:
                tried.add((now.stage.id, action))
                played.do(action, hand)
                # What a mistake opens can be done too: how it is taken back.
                for way_back in played.playing.engine.actions(played.playing.state):
                    if (now.stage.id, way_back) not in tried:
                        tried.add((now.stage.id, way_back))
                        after = played.playing
                        played.do(way_back, hand)
                        go_back(played, after)
                go_back(played, now)
        step = play.next_step(now)
        if step is None:
            return len(tried)
        if isinstance(step, NextStage):
            played.do(step, hand)
        else:
            played.act(step)
            QApplication.processEvents()


def roam(played: Played, hand: Hand, steps: int) -> None:
    """A walk of chance, the same one always; fails where an action has no way or another end."""
    chance = Random(7)
    for _step in range(steps):
        now = played.playing
        played.do(chance.choice(now.engine.actions(now.state)), hand)
    for action in played.playing.engine.actions(played.playing.state):
        assert played.screen.touch(action) is not None, action


def go_back(played: Played, to: Playing) -> None:
    """The screen as it was at another moment."""
    played.playing = to
    played.screen.show_view(play.view(to, played.viewer).inside)
    QApplication.processEvents()
