"""Founds the centre that is read from outside, and writes down what a reader should hear."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import time
from functools import partial
from pathlib import Path
from typing import Any

from centres import PASSPHRASE, PICTURES

from trainer_app import places
from trainer_app.app.clock import local_now
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.blocks import plain
from trainer_app.domain.practice.pointer_stage import PointerStage
from trainer_app.domain.practice.scenario import GOALS, Practice, Stage
from trainer_app.i18n import language as spoken
from trainer_app.keys.wrapping import Cost
from trainer_app.services.courses import Courses
from trainer_app.services.door import Door
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.preferences import PreferencesFile
from trainer_app.services.sitting import Seats

CHEAP = Cost(memory=8, time=1, parallelism=1)
PEOPLE = ("Amina", "Bo", "Chen")
LESSON, PLAZA = "point-and-click", "set-who-sees-me"


def write_plan(folder: Path, language: str, steps: Sequence[str]) -> Path:
    """A centre with a session today in `folder`, and the plan of a journey through it."""
    _found(folder / "centre", language)
    tongue = spoken(language)
    plan = {
        "language": language,
        "rtl": tongue.right_to_left,
        "own_name": tongue.own_name,
        "locales": str(places.locales()),
        "data": str(folder / "centre"),
        "passphrase": PASSPHRASE,
        "people": PEOPLE,
        "lesson": _lesson(language),
        "practice": _practice(language),
        "plaza": _plaza(language),
        "steps": list(steps),
    }
    file = folder / "plan.json"
    file.write_text(json.dumps(plan, ensure_ascii=False, indent=1), "utf-8")
    return file


def _found(data: Path, language: str) -> None:
    door = Door(data, local_now, CHEAP)
    ledger = door.found("Canal House", "Sanne", "kite", PASSPHRASE).ledger
    courses, enrolling, seats = Courses(ledger), Enrolling(ledger), Seats(ledger)
    course = courses.add_course("Tuesday group", project="P-7", place="Library")
    courses.add_session(course.id, local_now().date(), time(10), time(14))
    for name in PEOPLE:
        person = enrolling.add_person(name, course_id=course.id)
        seats.choose_pictures(person.id, PICTURES)
    PreferencesFile(data).change(language=language, idle_minutes=60, lock_minutes=60)
    door.lock()


def _lesson(language: str) -> dict[str, Any]:
    """What stands in a lesson, as it is read."""
    library = LessonLibrary(places.lessons())
    lesson, words = library.lesson(LESSON), library.words(LESSON, language)
    questions = []
    for question in lesson.quiz:
        said = words.question(question.id)
        wrong = next(one for one in question.choices if one != question.right)
        questions.append(
            {
                "text": said.text,
                "choices": [plain(said.choice(one).line) for one in question.choices],
                "right": plain(said.choice(question.right).line),
                "why": plain(said.choice(question.right).why),
                "wrong": plain(said.choice(wrong).line),
                "why_not": plain(said.choice(wrong).why),
            }
        )
    return {
        "title": words.title,
        "pages": [page.title for page in words.pages],
        "quiz": questions,
        "abilities": [words.abilities[one.id] for one in lesson.objectives],
    }


def _practice(language: str) -> list[dict[str, Any]]:
    """The stages of the lesson's practice: what is to be done with which thing."""
    practice = LessonLibrary(places.lessons()).practice(LESSON, language)
    stages = []
    for stage in practice.scenario.stages:
        assert isinstance(stage, PointerStage)
        word = partial(_word, practice, stage)
        stages.append(
            {
                "title": practice.words.stages[stage.id].title,
                "targets": [
                    {
                        "name": word("targets", one.id),
                        "times": one.times,
                        "to": word("places", one.to) if one.to else "",
                    }
                    for one in stage.targets
                ],
                "goals": [word(GOALS, goal.id) for goal in stage.goals],
            }
        )
    return stages


def _plaza(language: str) -> dict[str, Any]:
    """The first goal of a practice on Plaza, and the pages before it."""
    library = LessonLibrary(places.lessons())
    words, practice = library.words(PLAZA, language), library.practice(PLAZA, language)
    first = practice.scenario.stages[0]
    return {
        "lesson": words.title,
        "pages": [page.title for page in words.pages],
        "goal": _word(practice, first, GOALS, first.goals[0].id),
    }


def _word(practice: Practice, stage: Stage, name: str, thing: str) -> str:
    return practice.words.text(stage.word(name, thing))
