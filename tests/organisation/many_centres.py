"""Centres of invented people with projects, answers and leavings, and what they send."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from pathlib import Path

from centres import PASSPHRASE, Clock

from trainer_app.content.indicator_sets import bundled_sets
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.courses import Session
from trainer_app.domain.funding.answers import PREFER_NOT
from trainer_app.domain.funding.projects import Project
from trainer_app.domain.people import Person
from trainer_app.keys.keypair import PrivateKeys, PublicKeys
from trainer_app.keys.wrapping import Cost
from trainer_app.organisation.taking_in import Imported, TakingIn, bundles_in
from trainer_app.services.door import Door
from trainer_app.services.erasing import Erasing
from trainer_app.services.funding.participating import Participating, Roll
from trainer_app.services.funding.projects import Projects
from trainer_app.services.inventing import Inventing, Size
from trainer_app.services.ledger import Ledger
from trainer_app.services.merging import Merging
from trainer_app.services.reporting import Scope
from trainer_app.store import funding, registers

SETS = tuple(one.name for one in bundled_sets())
RULES = (
    {},
    {"least_minutes": 90, "rounding": "quarter", "late_in_full": True, "completion": "minutes",
     "completion_share": 60, "estimates": True},
    {"hour_minutes": 45, "break_minutes": 15, "rounding": "half", "completion": "sessions",
     "completion_share": 50},
)  # fmt: skip
"""By what the projects of one name count, in every centre."""


@dataclass
class InventedCentre:
    """One laptop of a centre, its trainer inside."""

    door: Door
    library: LessonLibrary

    @property
    def ledger(self) -> Ledger:
        return self.door.ledger

    @cached_property
    def participating(self) -> Participating:
        return Participating(self.ledger, self.library.competences)

    @property
    def projects(self) -> list[Project]:
        return Projects(self.ledger).all()

    def project(self, name: str) -> Project:
        return next(one for one in self.projects if one.name == name)

    def roll(self, scope: Scope) -> Roll:
        return self.participating.roll(scope)

    def fill(self, size: Size) -> None:
        """People, courses and evenings, then what a funder wants to know."""
        Inventing(self.ledger, self.library.lessons).fill(size)
        chance = random.Random(size.seed)
        self._learn(chance)
        self._print(random.Random(size.seed))
        for at, project in enumerate(self.projects):
            rules = RULES[at % len(RULES)]
            body = {
                "project": project.id, "name": project.name, "funder": project.funder,
                "grant": project.grant, "sets": list(SETS), "keep_until": None, **rules,
            }  # fmt: skip
            self.ledger.write(self.ledger.edit("project-set", body))
            self._say(project, chance)

    def _learn(self, chance: random.Random) -> None:
        """Most people pass most lessons, on one day or another."""
        drafts = []
        for person in registers.people(self.ledger.store):
            for lesson in self.library.lessons:
                if chance.random() < 0.25:
                    continue
                sitting = self.ledger.store.new_id()
                at = self.ledger.seconds() - chance.randint(0, 40) * 86_400
                quiz = {
                    "sitting": sitting, "lesson": lesson.id, "version": 1, "right": 4, "of": 4,
                    "practice": False, "at": at + 600,
                }  # fmt: skip
                began = {"sitting": sitting, "session": None, "at": at}
                drafts.append(self.ledger.note("sitting-began", began, person.id))
                drafts.append(self.ledger.note("quiz-finished", quiz, person.id))
                ended = {"sitting": sitting, "at": at + 900}
                drafts.append(self.ledger.note("sitting-ended", ended, person.id))
        self.ledger.write(*drafts)

    def _print(self, chance: random.Random) -> None:
        """Prints of most people for all projects, of which some are another centre's too."""
        said = {"period": "2026", "key": "00" * 64}
        drafts = [
            self.ledger.note(
                "print-made",
                {"made": self.ledger.store.new_id(), "project": project.id, **said, "print": of},
                person.id,
            )
            for person in registers.people(self.ledger.store)
            for of in [f"{chance.randrange(40):064x}"]
            for project in self.projects
            if chance.random() < 0.9
        ]
        self.ledger.write(*drafts)

    def _say(self, project: Project, chance: random.Random) -> None:
        """Answers, some sealed and some refused, and a few people who left."""
        day = self.ledger.now().date()
        drafts = []
        questions = {(q.stage, q.id): q for one in bundled_sets() for q in one.questions}
        for person in registers.people(self.ledger.store):
            for (stage, id), question in questions.items():
                if chance.random() < 0.15:
                    continue
                value = chance.choice([PREFER_NOT, *(choice.id for choice in question.choices)])
                said = {"value": value}
                if question.sensitive:
                    said = {"sealed": "bm90aGluZw==", "key": "00" * 32}
                drafts.append(
                    self.ledger.note(
                        "answer-given",
                        {
                            "answer": self.ledger.store.new_id(), "project": project.id,
                            "stage": stage, "question": id, "on": day.isoformat(),
                            "interpreter": False, "at": self.ledger.seconds(), **said,
                        },
                        person.id,
                    )
                )  # fmt: skip
            if chance.random() < 0.4:
                left = day - timedelta(days=chance.choice((0, 3, 200, 400)))
                body = {"project": project.id, "on": left.isoformat(), "reason": "moved"}
                drafts.append(self.ledger.note("project-left", body, person.id))
        self.ledger.write(*drafts)

    def sends(self, organisation: PublicKeys, file: Path) -> Path:
        """Its news for an organisation."""
        Merging(self.door).write_for(organisation, file)
        return file

    def erase(self, number: str) -> None:
        """Erase somebody by her participant number."""
        person = registers.person_by_number(self.ledger.store, number)
        assert person is not None
        authority = self.door.authority
        Erasing(self.ledger, lambda: authority, lambda: None).erase(person.id)


def invented(folder: Path, size: Size, library: LessonLibrary, cost: Cost) -> InventedCentre:
    """A centre that the seed makes again; of its people somebody was erased."""
    door = Door(folder, Clock().now, cost)
    door.found(f"House {size.seed}", "Sanne", "kite", PASSPHRASE)
    made = InventedCentre(door, library)
    made.fill(size)
    made.erase("A3")
    assert funding.project_ids(made.ledger.store)
    return made


@dataclass
class Organisation:
    """Its key, the centres, the folder of what they sent, and a dataset."""

    keys: PrivateKeys
    centres: list[InventedCentre]
    news: Path
    dataset: Path

    def takes_in(self, dataset: Path | None = None, **options: bool) -> Imported:
        """Import all that lies in the folder of news."""
        folder = dataset or self.dataset
        folder.mkdir(exist_ok=True)
        taking = TakingIn(folder, self.keys, Clock().now, **options)
        try:
            return taking.take_in(bundles_in(self.news), self.centres[0].library.lessons)
        finally:
            taking.close()

    def in_folder(self, folder: Path) -> Organisation:
        """The same with news and dataset of its own, for a test that changes them."""
        shutil.copytree(self.news, folder / "news")
        return Organisation(self.keys, self.centres, folder / "news", folder / "dataset")

    def close(self) -> None:
        for one in self.centres:
            one.door.lock()


def founded(
    folder: Path, sizes: Sequence[Size], library: LessonLibrary, cost: Cost
) -> Organisation:
    """An organisation that every centre has sent its news to."""
    keys = PrivateKeys.random()
    made = [invented(folder / f"centre-{one.seed}", one, library, cost) for one in sizes]
    news = folder / "news"
    news.mkdir()
    for number, one in enumerate(made):
        one.sends(keys.public, news / f"{number}.bundle")
    return Organisation(keys, made, news, folder / "dataset")


@dataclass
class Growing:
    """Two centres before and after: the first erased somebody, the second cancelled a session."""

    before: Organisation
    later: Path
    erased: Person
    cancelled: Session

    def bring_later(self, to: Organisation) -> None:
        """Put the later news beside the first ones."""
        for file in self.later.iterdir():
            shutil.copy(file, to.news)
