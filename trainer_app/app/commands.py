"""What the commands do, with the same services as the screens."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from trainer_app import places
from trainer_app.app.desk import make_exporting
from trainer_app.domain.errors import TrainerError, UnknownThing, UnreadableLesson
from trainer_app.domain.roster import RosterRow
from trainer_app.services.courses import Courses
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.exporting import Format
from trainer_app.services.ledger import Ledger
from trainer_app.services.reporting import Report, Reporting, Scope
from trainer_app.services.rostering import RosterDraft, read_list


def read_roster(ledger: Ledger, file: Path) -> RosterDraft:
    """Look at a list of people. Raises UnreadableRoster."""
    ledger.require_trainer()
    return RosterDraft(read_list(file), ledger.now().year, Enrolling(ledger).people())


def bring_in(ledger: Ledger, draft: RosterDraft, course: str | None) -> int:
    """Bring in every row as a new person; returns how many. Raises UnknownThing (course)."""
    return len(Enrolling(ledger).bring_in(draft.incoming(), course))


def explain_doubts(draft: RosterDraft, row: RosterRow) -> list[str]:
    """Why a person should look at a row, in words."""
    from trainer_app.ui.labels import doubt_words

    return [doubt_words(one, row) for one in draft.every_doubt(row.line)]


def export_attendance(
    ledger: Ledger, format: Format, out: Path, scope: Scope
) -> tuple[Report, list[Path]]:
    """Write attendance within a scope; returns the report and the files written.

    Raises NotForSubstitutes: their pass is for the room, not for what leaves it.
    """
    ledger.require_full_trainer()
    from trainer_app.ui.labels import attendance_words, scope_label

    report = Reporting(ledger).attendance(scope)
    words = attendance_words(report, scope_label(scope, Courses(ledger)))
    return report, make_exporting(ledger).attendance(report, words, format, out)


def check_lessons(folder: Path | None) -> list[dict[str, Any]]:
    """Findings in a folder of lessons, or in one lesson's own, with the sentence of each rule.

    Raises UnknownThing where there is no lesson at all.
    """
    from trainer_app.content.checks import RULES, check_all, check_lesson
    from trainer_app.content.library import lesson_folders

    folder = folder or places.lessons()
    is_one = (folder / "lesson.toml").is_file()
    if not is_one and not lesson_folders(folder):
        raise UnknownThing(what="lesson", id=folder.name)
    findings = check_lesson(folder) if is_one else check_all(folder)
    return [{**asdict(found), "says": RULES[found.rule]} for found in findings]


def measure_lessons(folder: Path | None) -> list[dict[str, Any]]:
    """Figures of every lesson with pages that can be read, in each of its languages.

    `too_long` names the pages that scroll on a screen of 1366×768 at the plain size of letters.
    """
    from trainer_app.content.library import LessonLibrary
    from trainer_app.content.measures import measure
    from trainer_app.ui.player.fitting import UnseenScreen

    folder = folder or places.lessons()
    is_one = (folder / "lesson.toml").is_file()
    library = LessonLibrary(folder.parent if is_one else folder)
    screen = UnseenScreen()
    measured = []
    lessons = (each for each in library.lessons if not is_one or each.folder == folder)
    for lesson in (each for each in lessons if each.has_pages):
        for language in lesson.languages:
            # A picture that is not there; the findings say so.
            with suppress(UnreadableLesson, FileNotFoundError):
                figures = measure(lesson, library.words(lesson.id, language))
                too_long = list(screen.pages_that_scroll(library, lesson.id, language))
                measured.append({**asdict(figures), "too_long": too_long})
    return measured


def explain(error: TrainerError) -> list[str]:
    """A known trouble in the person's language: what, and what to do."""
    from trainer_app.ui.messages import explain as in_words

    message = in_words(error)
    return [part for part in (message.title, message.text, message.what_to_do) if part]
