"""What learners would see of a lesson in the making, before anything of it is written."""

from __future__ import annotations

from pathlib import Path

from trainer_app.content.blanks import BLANK, NO_PICTURE
from trainer_app.content.draft_writing import tidied, word_texts
from trainer_app.content.sources import source_in
from trainer_app.content.words import words_of
from trainer_app.domain.drafts import Draft
from trainer_app.domain.lessons import Lesson, LessonWords, Objective, Own, Question, Step


def words_in(draft: Draft) -> LessonWords:
    """The draft's words as the reader of its files would give them. Raises EmptyField."""
    draft = tidied(draft)
    lesson = lesson_in(draft, 0, Path(), None)
    sources = {
        name: source_in(text, draft.lesson, draft.language, name, photos=True)
        for name, text in word_texts(draft).items()
    }
    return words_of(lesson, draft.language, sources)


def lesson_in(draft: Draft, number: int, folder: Path, own: Own | None) -> Lesson:
    """The structure that a tidied draft describes, under a number and in a folder."""
    return Lesson(
        id=draft.lesson,
        number=number,
        version=draft.version,
        folder=folder,
        minutes=draft.minutes,
        core_minutes=draft.core_minutes,
        needs=draft.needs,
        hue=draft.hue,
        tile=draft.tile or NO_PICTURE,
        caution=draft.caution,
        competences=draft.competences,
        objectives=tuple(Objective(each.id, each.practised) for each in draft.objectives),
        steps=tuple(
            Step(page.id, page.picture or NO_PICTURE, page.core, page.objectives)
            for page in draft.pages
        ),
        quiz=tuple(
            Question(
                id=each.id,
                picture=each.picture or NO_PICTURE,
                objective=each.objective or BLANK,
                choices=tuple(choice.id for choice in each.choices),
                right=each.right,
            )
            for each in draft.questions
        ),
        languages=(draft.language,),
        twin=draft.twin,
        source=draft.source,
        own=own,
    )
