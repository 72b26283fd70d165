"""The words of files for funders: names, headings, and what each file says about itself."""

from __future__ import annotations

from collections.abc import Iterator

from trainer_app import __version__
from trainer_app.domain.courses import Session
from trainer_app.domain.funding.indicators import SetFigures, in_language
from trainer_app.domain.funding.projects import Rules
from trainer_app.i18n import _, current, isolate, ngettext
from trainer_app.i18n.formats import clock, number, short_date
from trainer_app.services.funding.files import FileKind, Ground
from trainer_app.services.funding.tables import FileWords
from trainer_app.ui.funding.narrative import sentences
from trainer_app.ui.labels import attendance_columns, genders, period, roles, statuses

Notes = Iterator[tuple[str, str]]


def kind_names() -> dict[FileKind, str]:
    """What each kind of file is called."""
    return {
        "attendance": _("Attendance"),
        "participants": _("Participants"),
        "register": _("Register: people and sessions"),
        "indicators": _("Indicators"),
        "narrative": _("Figures in sentences"),
        "xapi": _("Learning records (xAPI)"),
        "research": _("For research, without names"),
    }


def file_words(ground: Ground) -> FileWords:
    """All words of a file, in the language in use."""
    name = kind_names()[ground.order.kind]
    if ground.figures is not None:
        title = in_language(ground.figures.set.words, current().code)
        name = _("{kind}: {set}").format(kind=name, set=title)
    return FileWords(
        name=name,
        columns=columns(),
        values={**roles(), **statuses(), **genders(), "yes": _("Yes"), "no": _("No")},
        erased=_("Erased person"),
        notes=tuple(_notes(ground)),
        notes_title=_("About this file"),
        total=_("Total"),
        apostrophe=_(
            "A text that starts with = + - @ or a tab has an apostrophe in front, "
            "so that no spreadsheet takes it for a formula."
        ),
        right_to_left=current().right_to_left,
        sessions=_session_names(ground),
        lines=sentences(ground) if ground.order.kind == "narrative" else (),
        labels=_labels(ground.figures),
        partners=ground.partners,
    )


def columns() -> dict[str, str]:
    """The headings of all files, by column."""
    return {
        **attendance_columns(),
        "present": _("Minutes present"),
        "minutes": _("Minutes that count"),
        "gender": _("Gender"),
        "birth_year": _("Year of birth"),
        "age": _("Age on the first day"),
        "language": _("Language"),
        "entry": _("First day"),
        "exit": _("Left on"),
        "courses": _("Courses"),
        "completed": _("Courses completed"),
        "lessons": _("Lessons passed"),
        "attendances": _("Attendances"),
        "figure": _("Figure"),
        "value": _("Count"),
        "sentence": _("Sentence"),
        "id": _("Random number"),
        "age_band": _("Age band"),
        "entry_week": _("First week"),
        "exit_week": _("Left in week"),
        "competences": _("Competences reached"),
        **_indicator_columns(),
    }


def _indicator_columns() -> dict[str, str]:
    return {
        "set": _("Indicator set"),
        "version": _("Version of the set"),
        "code": _("Code"),
        "label": _("Indicator"),
        "women": _("Women"),
        "men": _("Men"),
        "nonbinary": _("Non-binary"),
        "unknown": _("Gender not known"),
        "total": _("All"),
        "looked_at": _("People it is about"),
        "answered": _("Answered"),
        "not_asked": _("Not asked yet"),
        "not_said": _("Prefer not to say"),
        "sealed": _("Cannot be opened here"),
        "incomplete": _("Incomplete, not counted"),
        "estimated": _("Estimate"),
        "counted": _("Really counted"),
    }


def _session_names(ground: Ground) -> dict[str, str]:
    """One heading for each session, no two the same."""
    found: dict[str, str] = {}
    for session in ground.sessions:
        name = plain = _session_name(session, ground)
        again = 2
        while name in found.values():
            name = f"{plain} ({again})"
            again += 1
        found[session.id] = name
    return found


def _session_name(session: Session, ground: Ground) -> str:
    # Programs read headings too: an ISO day, and no signs of direction.
    title = ground.courses.get(session.course, "")
    return f"{session.date.isoformat()} {title} {session.number}"


def _labels(figures: SetFigures | None) -> dict[str, str]:
    if figures is None:
        return {}
    return {one.code: in_language(one.words, current().code) for one in figures.set.indicators}


def _notes(ground: Ground) -> Notes:
    yield from _scope_notes(ground)
    yield from _count_notes(ground)
    yield from _kind_notes(ground)
    if not ground.order.published:
        yield from _rule_notes(ground.roll.rules)
    yield _("Centre"), ground.centre
    yield _("Made on"), f"{short_date(ground.made.date())} {clock(ground.made)}"
    yield _("Made with"), f"trainer-app {__version__}"
    yield _("Head of the log"), ground.head


def _scope_notes(ground: Ground) -> Notes:
    scope, project = ground.roll.scope, ground.roll.project
    if project is not None:
        yield _("Project"), project.name
        if project.grant:
            yield _("Grant number"), project.grant
        if project.funder:
            yield _("Funder"), project.funder
    if scope.course is None:
        everything = _("All courses") if project is None else _("All courses of the project")
        yield _("Courses"), everything
    else:
        yield _("Course"), ground.courses.get(scope.course, "")
    if scope.place is not None:
        yield _("Place"), scope.place
    yield _("Period"), period(scope.since, scope.until)


def _count_notes(ground: Ground) -> Notes:
    counts, hidden = ground.counts, ground.hidden_counts
    if ground.order.kind in ("attendance", "participants", "register", "research"):
        yield _("Rows"), number(_rows(ground))
    if ground.order.published:
        if ground.order.kind == "narrative" and "people" not in hidden:
            yield _("People"), number(counts.people)
        return
    yield _("People"), number(counts.people)
    yield _("Attendances"), number(counts.attendances)
    yield _("Participant-hours"), number(counts.hours, 2)
    if counts.below:
        yield _("People who were there too short to count"), number(counts.below)
    if counts.nameless:
        yield _("People without a name, not counted above"), number(counts.nameless)
    unsettled = sum(row.unsettled for row in ground.roll.rows)
    if unsettled:
        yield _("Rows not settled yet: laptops say different things"), number(unsettled)


def _rows(ground: Ground) -> int:
    if ground.order.kind == "attendance":
        return len(ground.roll.rows)
    return len(ground.shown if ground.order.kind == "research" else ground.roll.participations)


def _kind_notes(ground: Ground) -> Notes:
    order, rules = ground.order, ground.roll.rules
    left_out = ground.counts.people - len(ground.shown)
    if ground.figures is not None:
        yield from _set_notes(ground.figures, published=order.published)
    if order.published:
        yield (
            _("For everybody"),
            _(
                "A cell is empty where it would tell of fewer than {smallest} people, or where "
                "that could be worked out."
            ).format(smallest=number(rules.smallest_cell)),
        )
    elif order.kind in ("indicators", "narrative"):
        yield _("For the funder"), _("The figures are exact. Do not publish them like this.")
    if order.kind == "xapi":
        yield _("Statements"), number(ground.statements)
    if order.kind in ("xapi", "research"):
        yield (
            _("Personal data"),
            _(
                "There are no names here, but it is still personal data: somebody who knows a "
                "person may find her. Give it only to those who may have it."
            ),
        )
        yield _("People who are left out, erased or kept for proof only"), number(left_out)


def _set_notes(figures: SetFigures, *, published: bool) -> Notes:
    yield _("Indicator set"), f"{figures.set.name} {figures.set.version}"
    yield _("Source"), figures.set.source
    if not published:
        yield _("People with complete data"), number(figures.counted)
        gaps = len(figures.incomplete) + figures.erased
        yield _("People with incomplete data, not counted"), number(gaps)
    if figures.estimates:
        yield (
            _("Estimates"),
            _(
                "Some figures are estimates: the share of yes among those who answered, for each "
                "gender, put on all people of that gender."
            ),
        )


def _rule_notes(rules: Rules) -> Notes:
    parts = [
        ngettext(
            "An hour has {count} minute.", "An hour has {count} minutes.", rules.hour_minutes
        ).format(count=number(rules.hour_minutes)),
    ]
    if rules.least_minutes:
        parts.append(
            ngettext(
                "Who was there for less than {count} minute in all does not count.",
                "Who was there for less than {count} minutes in all does not count.",
                rules.least_minutes,
            ).format(count=number(rules.least_minutes))
        )
    if rules.break_minutes:
        parts.append(
            ngettext(
                "{count} minute of break is taken off each attendance.",
                "{count} minutes of break are taken off each attendance.",
                rules.break_minutes,
            ).format(count=number(rules.break_minutes))
        )
    if rules.late_in_full:
        parts.append(_("Who came late counts as if on time."))
    rounded = {
        "quarter": _("Each attendance is rounded to a quarter of an hour."),
        "half": _("Each attendance is rounded to half an hour."),
        "hour": _("Each attendance is rounded to a whole hour."),
    }
    if rules.rounding in rounded:
        parts.append(rounded[rules.rounding])
    yield _("How it is counted"), " ".join(isolate(part) for part in parts)
