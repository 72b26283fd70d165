"""One answer of a learner, on the disk when the call returns."""

from __future__ import annotations

import json
import secrets

from benchmarks.centres import bare_file, founded_centre
from benchmarks.measuring import Figure, compare
from trainer_app import app
from trainer_app.domain.people import SIGN_IN_PICTURES
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.playing import Playing
from trainer_app.services.sitting import Seats

SITTINGS, ANSWERS = 10, 15  # of each round: nobody gives a hundred answers in one lesson


def figures(rounds: int) -> list[Figure]:
    """Durable answers beside one-row commits of as many bytes."""
    with founded_centre() as (ledger, folder):
        lesson = app.lesson_library().lesson("sign-in-and-out")
        person = Enrolling(ledger).add_person("Fatoumata Diallo")
        seats, playing = Seats(ledger), Playing(ledger)
        pictures = SIGN_IN_PICTURES[:3]
        seats.choose_pictures(person.id, pictures)
        question = lesson.quiz[0]

        def next_one() -> None:
            seats.leave()
            seats.sit_down(person.id, pictures)

        def answers() -> None:
            for _ in range(ANSWERS):
                playing.answer(lesson, question.id, question.choices[0])

        bare = bare_file(folder / "bare.db")
        bare.execute("CREATE TABLE rows (id TEXT PRIMARY KEY, body TEXT) STRICT")
        body = json.dumps({"lesson": lesson.id, "question": question.id, "at": 1, "pad": "x" * 700})

        def commits() -> None:
            for _ in range(ANSWERS):
                bare.execute("INSERT INTO rows VALUES (?, ?)", [secrets.token_hex(18), body])

        found = compare(
            "answer",
            answers,
            "one-row commit, SQLCipher, synchronous=FULL",
            commits,
            rounds=rounds * SITTINGS,
            times=ANSWERS,
            before=next_one,
        )
        bare.close()
    return [found]
