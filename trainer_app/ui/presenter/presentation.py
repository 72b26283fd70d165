"""A lesson while it is shown: what every key does, and what all windows show of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QObject, QTimer, Signal

from trainer_app.domain import presenting as show
from trainer_app.domain.evening import taught
from trainer_app.domain.presenting import Clock, Presenting
from trainer_app.domain.rooms import Follow
from trainer_app.domain.slides import Slide, slides_of
from trainer_app.ui.presenter.ports import Material, Room
from trainer_app.ui.presenter.slide_view import Face

QUESTIONS = ("ask", "answers", "right", "others")
_TOLD = ("title", "words", "page")
"""Slides that laptops can follow to; elsewhere they stay where they are."""


class Presentation(QObject):
    """Holds where a lesson is. Pages and windows show it, and pass keys and clicks to `do`.

    `seconds` is a clock that is never set, `now` gives UTC seconds.
    Signals: `changed`: something to show; `ticked`: a second went by; `asked(str)`: something that
    is not its own to do: swap, second, practice, names, read, notes, walk, end.
    """

    changed = Signal()
    ticked = Signal()
    asked = Signal(str)

    def __init__(
        self,
        material: Material,
        language: str,
        *,
        seconds: Callable[[], float],
        now: Callable[[], float],
        ends: int = 0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.material = material
        self._seconds, self._now, self._last = seconds, now, seconds()
        self._made = lru_cache(maxsize=8)(self._make)
        plan = taught(material.lesson, material.notes.plan, core=material.core).parts
        slides = self._made(language, language)
        self.state = Presenting(material.lesson.id, language, slides, plan, ends=ends)
        self._deeds: Mapping[str, Callable[[], None]] = {
            "on": lambda: self._move(show.go_on),
            "press": lambda: self._move(show.go_on),
            "back": lambda: self._move(show.go_back),
            "black": lambda: self._set(replace(self.state, black=not self.state.black)),
            "listen": self._listen,
            "follow": self._follow,
            "vote": self._vote,
            "anew": lambda: self._set(show.count_anew(self.state)),
            "shorten": lambda: self._set(show.leave_out(self.state)),
            "whole": lambda: self._set(show.bring_back(self.state)),
        }
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        self._second.start()

    def _make(self, language: str, like: str) -> tuple[Slide, ...]:
        one = self.material
        words = one.words(language)
        return slides_of(
            one.lesson,
            words,
            core=one.core,
            practice=one.practice(language),
            like=None if language == like else one.words(like),
        )

    # Reading
    @property
    def room(self) -> Room | None:
        """The room, while it is open."""
        room = self.material.room()
        return room if room is not None and room.is_open else None

    @property
    def listens(self) -> bool | None:
        """Whether everyone was asked to listen; None where nobody can be."""
        asked = self.material.is_listening
        return None if asked is None else asked()

    @property
    def is_question(self) -> bool:
        """Whether people can vote on the slide in sight."""
        return self.state.slide.kind in QUESTIONS

    @property
    def votes_at_laptops(self) -> bool:
        """Whether laptops answer the question in sight now."""
        vote = self.room.state.vote if self.room is not None else None
        return vote is not None and vote.question == self.state.slide.source

    @property
    def answered(self) -> int:
        """How many laptops have answered it."""
        return self.room.votes()[1] if self.room is not None and self.votes_at_laptops else 0

    def counts(self) -> dict[str, int] | None:
        """People by answer of the question in sight; None before anybody was asked."""
        now = self.state
        if now.slide.source not in now.hands and not self.votes_at_laptops:
            return None
        laptops = self.room.votes()[0] if self.room is not None and self.votes_at_laptops else {}
        return show.votes(now, laptops)

    def clock(self) -> Clock:
        """The minutes of the part in sight and of the session."""
        return show.clock(self.state, self._now())

    def face(self) -> Face:
        """What the slide in sight shows."""
        return self._face(self.state.at)

    def next_face(self) -> Face | None:
        """What comes next; None at the end."""
        following = self.state.next
        return None if following is None else self._face(self.state.slides.index(following))

    def _face(self, at: int) -> Face:
        now, lesson = self.state, self.material.lesson
        slide = now.slides[at]
        beside = self._made(now.second, now.language)[at] if now.second else None
        return Face(
            slide,
            now.language,
            lesson.hue,
            lesson.image(slide.picture) if slide.picture else None,
            beside,
            now.second,
            at,
            len(now.slides),
            self.counts() if at == now.at and slide.kind == "answers" else None,
        )

    # Doing
    def do(self, name: str) -> None:
        """What a key or a button is called that was pressed; what it cannot do itself it asks."""
        if name.startswith("hand:"):
            self._raise(int(name.removeprefix("hand:")), 1)
        elif name.startswith("lower:"):
            self._raise(int(name.removeprefix("lower:")), -1)
        elif name in self._deeds:
            self._deeds[name]()
        else:
            self.asked.emit(name)

    def jump(self, key: str) -> None:
        """Go to a slide by its key."""
        self._move(lambda now: show.jump(now, key))

    def speak(self, language: str, second: str) -> None:
        """Show the slides in a language, and in a second one beside it ("" for none)."""
        slides = self._made(language, language)
        fresh = show.in_words(self.state, language, slides)
        self._set(replace(fresh, second="" if second == language else second))

    def tick(self) -> None:
        """A second went by, or several: time is counted for the part in sight."""
        now = self._seconds()
        self.state = show.pass_time(self.state, max(0.0, now - self._last))
        self._last = now
        self.ticked.emit()

    def stop(self) -> None:
        """It is over: no laptop follows any more."""
        self._second.stop()
        room = self.room
        if room is not None:
            room.end_vote()
            if self.state.following:
                room.follow(None)

    def news(self) -> None:
        """Something changed in the room, such as an answer from a laptop."""
        self.changed.emit()

    def _set(self, state: Presenting) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()

    def _move(self, way: Callable[[Presenting], Presenting]) -> None:
        self.tick()
        before = self.state
        self.state = way(before)
        if self.state.slide != before.slide:
            self._tell_room(before.slide)
        if self.state != before:
            self.changed.emit()

    def _tell_room(self, before: Slide) -> None:
        room, slide = self.room, self.state.slide
        if room is None:
            return
        if self.state.following and slide.kind in _TOLD:
            room.follow(Follow(self.state.lesson, slide.source, self.state.language))
        vote = room.state.vote
        if vote is None:
            return
        if slide.kind not in QUESTIONS or slide.source != before.source:
            room.end_vote()
        elif slide.kind == "right" and not vote.revealed:
            room.reveal()

    def _listen(self) -> None:
        listens, ask = self.listens, self.material.listen
        if listens is not None and ask is not None:
            ask(not listens)
            self.changed.emit()

    def _follow(self) -> None:
        room = self.room
        if room is None:
            return
        following = not self.state.following
        slide = self.state.slide
        step = slide.source if slide.kind in _TOLD else ""
        place = Follow(self.state.lesson, step, self.state.language)
        room.follow(place if following else None)
        self._set(replace(self.state, following=following))

    def _vote(self) -> None:
        """Ask the class: hands are counted from none, and laptops show the question."""
        if not self.is_question:
            return
        question = self.state.slide.source
        if self.counts() is not None and self.state.slide.kind == "answers":
            self.do("anew")
            return
        self.jump(f"answers/{question}/0")
        self._set(show.count_anew(self.state))
        room = self.room
        if room is not None:
            room.ask(self.state.lesson, question, self.state.language)
            self.changed.emit()

    def _raise(self, place: int, by: int) -> None:
        """A hand for an answer by its place from 1; nothing where there is none."""
        slide = self.state.slide
        if slide.kind == "answers" and place <= len(slide.answers):
            self._set(show.raise_hand(self.state, slide.answers[place - 1].id, by))
