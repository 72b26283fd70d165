"""All that is printed for an evening, as one paper: each part in its reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trainer_app.domain.blocks import Listing, plain, sections
from trainer_app.domain.errors import MissingLanguage, UnknownThing, UnreadableLesson
from trainer_app.domain.helping import HELP_LESSON
from trainer_app.domain.lessons import Lesson, LessonWords
from trainer_app.domain.readers import readers_of
from trainer_app.exports.ical import Appointment, calendar
from trainer_app.i18n import current, languages
from trainer_app.services.preparing import Tonight
from trainer_app.services.room.code import room_code
from trainer_app.ui.printing import (
    ConsentForm,
    Drawing,
    NextSlip,
    RoomPoster,
    TakeHomeCard,
    cards_drawing,
    consent_drawing,
    copies,
    evening_drawing,
    help_card_drawing,
    poster_drawing,
    sign_in_drawing,
    slips_drawing,
    take_home_drawing,
)
from trainer_app.ui.workshop.prepare_papers import PaperWish
from trainer_app.ui.workshop.prepare_sheet import sheet_of
from trainer_app.ui.workshop.prepare_words import Titles

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow

CONSENT_LESSON = "tell-my-story"
"""The lesson whose plan has a form to copy."""
_EACH_SIDE = 2
_HELP_ON_A_PAGE = 4


class EveningPapers:
    """The papers of one session, in the order in which somebody takes them out of the printer."""

    def __init__(self, window: MainWindow, desk: Desk, tonight: Tonight, wish: PaperWish) -> None:
        self._window, self._desk, self._tonight, self._wish = window, desk, tonight, wish
        self._centre = window.door.centre_name()

    def drawings(self, titles: Titles, card_people: Sequence[str]) -> list[Drawing]:
        """One after another. `card_people` get picture cards; who has no pictures is given some.

        Raises NotAllowed.
        """
        wanted = self._wish.papers
        found: list[Drawing] = []
        if "plan" in wanted:
            found.append(evening_drawing(sheet_of(self._tonight, titles)))
        if "sheet" in wanted:
            sheet = self._window.papers.sheet_of(self._desk, self._tonight.session.id)
            found.append(sign_in_drawing(sheet))
        if "poster" in wanted:
            found.append(self.poster())
        if card_people:
            cards = self._window.papers.cards_of(self._desk, card_people)
            found.append(cards_drawing(cards, self._centre))
        if "cards" in wanted and (take_home := list(self._take_home())):
            found.append(take_home_drawing(take_home, large=self._wish.large))
        if "help" in wanted:
            found += self._help()
        if "slips" in wanted and (slips := list(self._slips())):
            found.append(slips_drawing(slips))
        if "consent" in wanted:
            found += self._consent()
        return found

    def poster(self) -> Drawing:
        """The poster with the room's code, which is made now if there is none."""
        code = room_code(self._window.door.ledger, self._tonight.session.id)
        languages = list(self._in(_program()))
        return poster_drawing(RoomPoster(code, self._centre, languages or [current().code]))

    def _in(self, have: Sequence[str]) -> dict[str, int]:
        """How many copies in each of the languages that a paper has."""
        learners = [one for one, count in self._wish.copies.items() for _copy in range(count)]
        return dict(readers_of(learners, have, current().code).copies)

    def _lessons(self) -> Iterator[Lesson]:
        for id in self._tonight.session.lessons:
            try:
                lesson = self._desk.lessons.lesson(id)
            except UnknownThing:
                continue
            if lesson.has_pages:
                yield lesson

    def _words(self, lesson: Lesson, language: str) -> LessonWords | None:
        try:
            return self._desk.lessons.words(lesson.id, language)
        except (MissingLanguage, UnreadableLesson):
            return None

    def _take_home(self) -> Iterator[TakeHomeCard]:
        for lesson in self._lessons():
            for language, count in self._in(lesson.languages).items():
                words = self._words(lesson, language)
                if words is not None:
                    yield from [self._card(lesson, words)] * count

    def _card(self, lesson: Lesson, words: LessonWords) -> TakeHomeCard:
        spoken = current().code
        sounds = []
        # The sentence in the language that the centre speaks, for who reads another.
        other = self._words(lesson, spoken) if spoken != words.language else None
        if other is not None and spoken in words.card.sounds:
            sounds.append((other.card.say, words.card.sounds[spoken]))
        return TakeHomeCard(
            title=words.title,
            language=words.language,
            say=words.card.say,
            sounds=sounds,
            parts=list(sections(words.card.blocks)),
            words=[(one.word, one.meaning) for one in words.words],
            picture=lesson.image(lesson.tile),
            centre=self._centre,
        )

    def _help(self) -> Iterator[Drawing]:
        ways = self._window.teaching.helping
        languages = dict.fromkeys(_program())
        for lesson in self._desk.lessons.lessons:
            if lesson.id == HELP_LESSON:
                languages = dict.fromkeys(lesson.languages)
        for language, count in self._in(list(languages)).items():
            card = help_card_drawing(ways.card(HELP_LESSON, language), pocket=True)
            yield copies(card, -(-count // _HELP_ON_A_PAGE))

    def _slips(self) -> Iterator[NextSlip]:
        session, course = self._tonight.next, self._tonight.course
        if session is None:
            return
        place = session.place or course.place or ""
        moment = self._desk.preparing.moment
        appointment = calendar(
            Appointment(
                uid=f"{session.id}@trainer-app",
                title=course.title,
                place=place,
                start=moment(session.date, session.planned_start),
                end=moment(session.date, session.planned_end),
                made=_minute(self._desk.now()),
            )
        )
        for language, count in self._in(_program()).items():
            slip = NextSlip(
                language=language,
                course=course.title,
                date=session.date,
                start=session.planned_start,
                end=session.planned_end,
                place=place,
                appointment=appointment,
                centre=self._centre,
            )
            yield from [slip] * count

    def _consent(self) -> Iterator[Drawing]:
        for lesson in self._lessons():
            if not is_about_consent(lesson):
                continue
            for language, count in self._in(lesson.languages).items():
                words = self._words(lesson, language)
                lines = consent_lines(words) if words is not None else ()
                if words is not None and lines:
                    form = ConsentForm(words.title, language, lines, self._centre)
                    yield copies(consent_drawing(form), count * _EACH_SIDE)


def is_about_consent(lesson: Lesson) -> bool:
    """Whether a lesson is the one with the form, or a centre's own copy of it."""
    return CONSENT_LESSON in (lesson.id, lesson.own.origin if lesson.own else "")


def consent_lines(words: LessonWords) -> tuple[tuple[str, str], ...]:
    """The form in a lesson's plan: the last list of what to prepare, if it asks something.

    Each line is what it asks (printed strong there), or nothing, and the rest of its words.
    """
    blocks = [block for part in words.plan if part.id == "prepare" for block in part.blocks]
    lists = [block for block in blocks if isinstance(block, Listing)]
    if not lists or not any(item and item[0].strong for item in lists[-1].items):
        return ()
    return tuple(
        (item[0].text.strip(), plain(item[1:]).strip())
        if item and item[0].strong
        else ("", plain(item).strip())
        for item in lists[-1].items
    )


def _minute(moment: datetime) -> datetime:
    """Without seconds, so that papers of one minute are alike."""
    return moment.astimezone(UTC).replace(second=0, microsecond=0)


def _program() -> list[str]:
    return [one.code for one in languages()]
