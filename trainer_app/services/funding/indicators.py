"""The indicator sets at hand: those that the program brings, and those that an organiser added."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from trainer_app.content.indicator_reading import LARGEST_FILE
from trainer_app.content.indicator_sets import NAMES, bundled_sets, read_file
from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.funding.answers import Question, Stage
from trainer_app.domain.funding.figuring import set_figures
from trainer_app.domain.funding.indicators import IndicatorSet, SetFigures, each_question
from trainer_app.domain.funding.projects import Project
from trainer_app.domain.funding.set_findings import Reading, SetFinding
from trainer_app.keys.durable import settle_folder, write_whole
from trainer_app.services.funding.participating import Roll
from trainer_app.services.ledger import Ledger
from trainer_app.store import funding

FOLDER = "indicator-sets"
"""Within the data folder: an organiser's own sets, one file each, named after its set."""


class Indicators:
    """Finds sets, takes in an organiser's own, and makes figures of a roll.

    `folder`: where own sets lie; it need not be there yet.
    """

    def __init__(self, ledger: Ledger, folder: Path) -> None:
        self._ledger = ledger
        self._folder = folder

    def all(self) -> tuple[IndicatorSet, ...]:
        """The program's sets, then own ones by name; files with findings are left out."""
        return (*bundled_sets(), *(one.set for one in self._own() if one.set is not None))

    def damaged(self) -> tuple[Reading, ...]:
        """Files of own sets that cannot be used as they are, with what is wrong."""
        return tuple(one for one in self._own() if one.set is None)

    def get(self, name: str) -> IndicatorSet:
        """One set by its name. Raises UnknownThing."""
        for one in self.all():
            if one.name == name:
                return one
        raise UnknownThing(what="indicator set", id=name)

    def of_project(self, project: Project) -> tuple[IndicatorSet, ...]:
        """A project's sets, in its order; those that are not on this laptop are left out."""
        known = {one.name: one for one in self.all()}
        return tuple(known[name] for name in project.sets if name in known)

    def missing(self, project: Project) -> tuple[str, ...]:
        """Names of a project's sets that are not on this laptop, or not whole."""
        known = {one.name for one in self.all()}
        return tuple(name for name in project.sets if name not in known)

    def questions(self, project: Project, stage: Stage) -> tuple[Question, ...]:
        """What a project's sets need asked at a stage, and only that, each once."""
        return each_question(self.of_project(project), stage)

    def figures(self, roll: Roll, name: str) -> SetFigures:
        """The figures of a set for those who took part, as of the roll's last day or today.

        Raises UnknownThing.
        """
        until = roll.scope.until or self._ledger.now().date()
        return set_figures(self.get(name), roll.participations, roll.rules, until)

    def used_by(self, name: str) -> tuple[Project, ...]:
        """The projects that count by a set."""
        projects = funding.projects(self._ledger.store)
        return tuple(one for one in projects if name in one.sets)

    def check(self, path: Path) -> Reading:
        """What is wrong with a file, also beside the sets that are here. Nothing is kept.

        Raises UnreadableFile.
        """
        return checked(path, self.all())

    def add(self, path: Path) -> Reading:
        """Copies a file whole into the data folder where it has no findings, else not at all.

        An own set of the same name is replaced. Raises UnreadableFile, NotAllowed,
        NotForSubstitutes, DiskFull, ReadOnly, DiskFails.
        """
        self._ledger.require_full_trainer()
        reading = self.check(path)
        if reading.set is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            with path.open("rb") as file:
                content = file.read(LARGEST_FILE + 1)
            write_whole(self._file(reading.set.name), content)
        return reading

    def remove(self, name: str) -> None:
        """Takes an own set away; figures that were claimed stay as they are.

        Raises UnknownThing for one that is not the organiser's own, NotAllowed, NotForSubstitutes.
        """
        self._ledger.require_full_trainer()
        files = {Path(one.file).stem for one in self._own()}
        if name not in files:
            raise UnknownThing(what="indicator set", id=name)
        self._file(name).unlink(missing_ok=True)
        settle_folder(self._folder)

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.toml"

    def _own(self) -> list[Reading]:
        """Each file of the folder, by name."""
        if not self._folder.is_dir():
            return []
        found: list[Reading] = []
        for path in sorted(self._folder.glob("*.toml")):
            before = (one.set for one in found if one.set is not None)
            reading = checked(path, (*bundled_sets(), *before))
            if reading.set is not None and reading.set.name != path.stem:
                wrong = SetFinding("file-name", facts={"name": reading.set.name})
                reading = Reading(reading.file, None, (wrong,))
            found.append(reading)
        return found


def checked(path: Path, known: Iterable[IndicatorSet]) -> Reading:
    """An own set as it is in a file, and beside the sets that are known; one of its name goes.

    Raises UnreadableFile.
    """
    reading = read_file(path, own=True)
    if reading.set is None:
        return reading
    findings = beside(reading.set, [one for one in known if one.name != reading.set.name])
    return Reading(reading.file, None if findings else reading.set, findings)


def beside(new: IndicatorSet, others: Iterable[IndicatorSet]) -> tuple[SetFinding, ...]:
    """What keeps a set from standing beside others: a taken name, a question of the same id.

    One answer serves every set that asks for it, so a question of one id must be one question.
    """
    findings, others = [], list(others)
    if new.name in NAMES:
        findings.append(SetFinding("name-taken", key="name", facts={"name": new.name}))
    for number, question in enumerate(new.questions, 1):
        for other in others:
            same = other.question(question.id, question.stage)
            if same is None or _alike(same, question):
                continue
            facts = {"question": question.id, "other": other.name}
            findings.append(SetFinding("question-differs", 0, f"questions[{number}]", facts))
            break
    return tuple(findings)


def _alike(one: Question, other: Question) -> bool:
    return (
        one.sensitive == other.sensitive
        and one.by_trainer == other.by_trainer
        and {choice.id for choice in one.choices} == {choice.id for choice in other.choices}
    )
