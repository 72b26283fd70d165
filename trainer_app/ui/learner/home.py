"""Home: all lessons as tiles, where to go on, and who is here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.people import Person
from trainer_app.domain.sittings import Progress
from trainer_app.i18n import _, isolate, ngettext, own_name
from trainer_app.i18n import current as current_language
from trainer_app.i18n.formats import listed, number
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.playing import Playing
from trainer_app.services.sitting import Seats
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.first_steps.asking import show_first_steps
from trainer_app.ui.first_steps.guide import FirstSteps, first_steps_name
from trainer_app.ui.grown import PlantSign, leaves_of
from trainer_app.ui.labels import person_label
from trainer_app.ui.learner.learner_page import LARGE_LETTERS, LearnerPage
from trainer_app.ui.learner.lesson_state import (
    next_lesson,
    share_of,
    state_said,
    state_word,
    tile_state,
)
from trainer_app.ui.learner.my_number import MyNumber
from trainer_app.ui.learner.next_card import NextCard
from trainer_app.ui.learner.offers import Offer, OfferCard
from trainer_app.ui.read_along import PLACE
from trainer_app.ui.same_place import same_place
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Button,
    Dialog,
    EmptyState,
    FlowGrid,
    FlowRow,
    TileButton,
)

_SHOWS = {"people", "sittings", "work"}
_MOST_COLUMNS = 4
_STEPS = 360


@dataclass(frozen=True, slots=True)
class WeeksScam:
    """What the tile of this week's scam shows: its title and picture."""

    title: str
    picture: Path
    hue: str


@dataclass(frozen=True, slots=True)
class FreeTile:
    """What the tile of free play shows: its picture; the language that it would open in."""

    picture: Path | None
    language: str


class HomePage(LearnerPage):
    """A flat list of lessons. `seats` and `enrolling` are None for a guest while it is locked.

    `scam` is this week's, if the shelf has one; `free` is None where there is no free play.
    `plans`: somebody here keeps one. `offers` stand above the lessons; `start` is the lesson that
    small tasks pointed to. `helps`: whether somebody here offered to help others tonight, None
    where nobody can. Signals: lesson_opened(str lesson, str language), scam_opened,
    free_play_opened, abilities_requested, plans_requested; offer_taken(str), offer_put_off(str),
    each with the offer's id; helping_set(bool): offer to help, or take it back.
    """

    lesson_opened = Signal(str, str)
    scam_opened = Signal()
    free_play_opened = Signal()
    abilities_requested = Signal()
    plans_requested = Signal()
    offer_taken = Signal(str)
    offer_put_off = Signal(str)
    helping_set = Signal(bool)

    def __init__(
        self,
        playing: Playing,
        seats: Seats | None,
        enrolling: Enrolling | None,
        lessons: LessonLibrary,
        language: str,
        bridge: Bridge,
        scam: WeeksScam | None = None,
        free: FreeTile | None = None,
        *,
        plans: bool = False,
        offers: Sequence[Offer] = (),
        start: str | None = None,
        helps: bool | None = None,
    ) -> None:
        super().__init__(_("Lessons"))
        self._offers, self._start, self._helps = tuple(offers), start, helps
        self._scam, self._free, self._plans = scam, free, plans
        self._playing, self._seats, self._enrolling = playing, seats, enrolling
        self._library, self._language, self._bridge = lessons, language, bridge
        # What is not in the language of one's choice is in that of the buttons, if it can be.
        wished, spoken = lessons.titles(language), lessons.titles(current_language().code)
        self._titles = {
            one: title if title[1] == language else spoken[one] for one, title in wished.items()
        }
        self._parts: list[QWidget] = []
        self.tiles: dict[str, TileButton] = {}
        self._fill()

    def _people(self) -> list[Person]:
        return self._seats.people() if self._seats is not None else []

    def _fill(self) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        self._seen = progress, people = self._playing.progress(), self._people()
        self._greet(people, progress)
        if not self._library.lessons:
            self._put(self._no_lessons(), 1)
            return
        going = self._go_on_card(progress)
        steps = FirstSteps(_STEPS) if self._is_new_here(progress) else None
        if steps is not None:
            # Whoever has the page read has found the way here.
            steps.setProperty(PLACE, "never")
        if going is not None or steps is not None:
            self._put(_side_by_side(going, steps), 0)
        for offer in self._offers:
            self._put(self._offer(offer), 0)
        self._put(self._grid(progress), 0)
        rest = QWidget()
        rest.setProperty("ground", "none")
        self._put(rest, 1)
        self._put(self._foot(people, progress), 0)
        self.first = going or next(iter(self.tiles.values()))

    def _put(self, part: QWidget, stretch: int) -> None:
        self.column.addWidget(part, stretch)
        self._parts.append(part)

    def _offer(self, offer: Offer) -> QWidget:
        card = OfferCard(offer)
        card.taken.connect(lambda: self.offer_taken.emit(offer.id))
        card.put_off.connect(lambda: self.offer_put_off.emit(offer.id))
        return card

    def _greet(self, people: list[Person], progress: dict[str, Progress]) -> None:
        done = sum(one.passed for one in progress.values())
        if not people:
            self.heading.set_words(_("Welcome"))
            asked = _("You are a guest. Nothing is kept unless you ask for it.")
            never = _("You are a guest. Nothing you do here is kept.")
            self.say_hint(asked if self._playing.can_be_claimed else never)
            return
        grown = leaves_of(self._library.lessons, progress)
        if grown:
            sign = PlantSign(grown)
            self.head.insertWidget(0, sign)
            self._parts.append(sign)
        names = listed([person_label(person) for person in people])
        self.heading.set_words(_("Welcome, {names}").format(names=names))
        words = ngettext("You finished {count} lesson.", "You finished {count} lessons.", done)
        self.say_hint(words.format(count=number(done)) if done else _("Choose a lesson."))

    def _is_new_here(self, progress: dict[str, Progress]) -> bool:
        """Nothing was begun yet; large letters have no room for what a button shows as well."""
        return not progress and current().scale <= LARGE_LETTERS

    def _go_on_card(self, progress: dict[str, Progress]) -> NextCard | None:
        found = next_lesson(self._library.for_learners, progress, self._start)
        if found is None:
            return None
        lesson, begun = found
        title = isolate(self._titles[lesson.id][0])
        words = _("Go on with “{title}”") if begun else _("Begin with “{title}”")
        state = progress.get(lesson.id)
        card = NextCard(
            words.format(title=title), lesson.image(lesson.tile), lesson.hue, state_word(state)
        )
        card.setAccessibleDescription(state_said(lesson, state))
        card.clicked.connect(lambda: self._open(lesson))
        return card

    def _grid(self, progress: dict[str, Progress]) -> FlowGrid:
        lessons = self._library.for_learners
        # A few lessons get large pictures, where the letters leave room for them.
        few = len(lessons) <= _MOST_COLUMNS and current().scale <= LARGE_LETTERS
        besides = (self._scam is not None) + (self._free is not None)
        grid = FlowGrid(260, 18, most=min(_MOST_COLUMNS, len(lessons) + besides))
        self.tiles = {one.id: self._tile(one, progress.get(one.id), few) for one in lessons}
        grid.add(*self._scam_tile(), *self.tiles.values(), *self._free_tile())
        return grid

    def _free_tile(self) -> list[TileButton]:
        """Plaza without a task comes last: it is for those who know their way about."""
        if self._free is None:
            return []
        note = "" if self._free.language == self._language else own_name(self._free.language)
        title = _("Plaza: look around")
        tile = TileButton(title, self._free.picture, "moss", note=note, picture_height=112)
        tile.clicked.connect(self.free_play_opened)
        return [tile]

    def _scam_tile(self) -> list[TileButton]:
        """This week's scam comes first: next week it is another one."""
        if self._scam is None:
            return []
        scam = self._scam
        note = _("This week’s scam")
        tile = TileButton(scam.title, scam.picture, scam.hue, note=note, picture_height=112)
        tile.clicked.connect(self.scam_opened)
        return [tile]

    def _tile(self, lesson: Lesson, progress: Progress | None, few: bool) -> TileButton:
        title, language = self._titles[lesson.id]
        notes = [] if lesson.has_pages else [_("Practice")]
        if language != self._language:
            notes.append(own_name(language))
        done, parts = share_of(lesson, progress)
        tile = TileButton(
            title,
            lesson.image(lesson.tile),
            lesson.hue,
            state=tile_state(progress),
            done=done,
            parts=parts,
            state_said=state_said(lesson, progress),
            note=" · ".join([state_word(progress), *notes]),
            picture_height=250 if few else 112,
        )
        # The state is read after the title, in more words.
        tile.setAccessibleName("\n".join(filter(None, (title, " · ".join(notes)))))
        tile.clicked.connect(lambda: self._open(lesson))
        return tile

    def _foot(self, people: list[Person], progress: dict[str, Progress]) -> QWidget:
        foot = QWidget()
        foot.setProperty("ground", "none")
        row = FlowRow(foot, 12)
        if any(one.passed for one in progress.values()):
            able = Button(_("What I can do now"), icon="award")
            able.clicked.connect(self.abilities_requested)
            row.addWidget(able)
        if not self._is_new_here(progress):
            how = Button(first_steps_name(), icon="mouse-pointer-click")
            how.clicked.connect(lambda: show_first_steps(self.window()))
            row.addWidget(how)
        if self._plans:
            plans = Button(_("My plans"), icon="bookmark")
            plans.clicked.connect(self.plans_requested)
            row.addWidget(plans)
        if self._helps is not None:
            row.addWidget(self._helping_button(self._helps))
        if people and self._enrolling is not None:
            mine = Button(_("My number"), icon="key-round")
            mine.clicked.connect(self._show_numbers)
            row.addWidget(mine)
        return foot

    def _helping_button(self, helps: bool) -> Button:
        words = _("I do not help any more") if helps else _("I can help others")
        button = Button(words, icon="hand-helping")
        button.clicked.connect(lambda: self.helping_set.emit(not helps))
        return button

    def _no_lessons(self) -> QWidget:
        return EmptyState(
            places.assets() / "scenes" / "problem.svg",
            _("A laptop with a plaster."),
            _("Tell your trainer that the lessons are missing."),
            title=_("There are no lessons on this laptop"),
        )

    def _open(self, lesson: Lesson) -> None:
        if self._language in lesson.languages:
            self.lesson_opened.emit(lesson.id, self._language)
        else:
            self._offer_other_languages(lesson)

    def _offer_other_languages(self, lesson: Lesson) -> None:
        buttons = [("", Button(_("Not now")))]
        buttons += [
            (code, Button(isolate(own_name(code)), "primary", icon="languages"))
            for code in lesson.languages
        ]
        dialog = Dialog(
            self.window(),
            _("This lesson is not in your language yet"),
            _("You can read it in another language."),
            buttons,
            escape="",
        )
        dialog.answered.connect(
            lambda code: self.lesson_opened.emit(lesson.id, code) if code else None
        )
        dialog.open(buttons[0][1])

    def _show_numbers(self) -> None:
        if self._enrolling is not None:
            MyNumber(self._enrolling, self._bridge, self._people()).open(self.window())

    def news(self, changed: frozenset[str]) -> None:
        """Fill anew where something in sight changed: most of a room's news are of others."""
        if changed & _SHOWS and self._seen != (self._playing.progress(), self._people()):
            with same_place(self):
                self._fill()


def _side_by_side(*parts: QWidget | None) -> QWidget:
    """What there is of them, the first as wide as the others leave."""
    whole = QWidget()
    whole.setProperty("ground", "none")
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(current().space(18))
    for place, part in enumerate(filter(None, parts)):
        row.addWidget(part, 0 if place else 1)
    return whole
