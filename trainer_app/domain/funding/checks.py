"""Looks a project over before a claim: pure, over what a service has gathered."""

from __future__ import annotations

from collections.abc import Iterator

from trainer_app.domain.funding.checks_of_people import of_people
from trainer_app.domain.funding.checks_of_sessions import of_sessions
from trainer_app.domain.funding.findings import Finding, Where, in_order
from trainer_app.domain.funding.material import Material


def check(material: Material) -> tuple[Finding, ...]:
    """Everything that is to mend or to look at, the weightiest first."""
    return in_order([*of_project(material), *of_sessions(material), *of_people(material)])


def of_project(material: Material) -> Iterator[Finding]:
    """What is about the project, its sets and its other claims."""
    yield from _of_claims(material)
    yield from _of_sets(material)
    project = material.project
    if project is None:
        return
    early = project.starts and material.since and material.since < project.starts
    late = project.ends and material.until and material.until > project.ends
    if early or late:
        yield Finding("period-outside", Where(project=project.id))
    for course, projects in material.courses.items():
        others = [one for one in projects if one != project.id]
        if others:
            where = Where(course=course, project=others[0])
            yield Finding("shared-course", where, {"projects": len(others)})
    if not material.participations:
        yield Finding("nobody", Where(project=project.id))


def _of_claims(material: Material) -> Iterator[Finding]:
    if material.project is None:
        return
    mine = [one for one in material.claims if one.project == material.project.id]
    for claim in mine:
        where = Where(project=claim.project, claim=claim.id)
        if claim.standing != "good":
            yield Finding("damaged-claim", where)
        elif (
            material.since is not None
            and material.until is not None
            and claim.overlaps(material.since, material.until)
        ):
            yield Finding("overlapping-claim", where)


def _of_sets(material: Material) -> Iterator[Finding]:
    for name in material.unknown_sets:
        yield Finding("unknown-set", Where(project=material.project_id, set=name))
    for one in material.sets:
        sealed = max((figure.sealed for figure in one.figures), default=0)
        if sealed:
            yield Finding("sealed", Where(set=one.set.name), {"people": sealed})
        for figure in one.figures:
            missing = figure.total - figure.women - figure.men - figure.nonbinary
            if missing:
                where = Where(set=one.set.name, code=figure.code)
                yield Finding("wrong-sum", where, {"people": abs(missing)})
