"""Asks Spark, which lives in an environment of its own: DATASET TODAY, then figures as JSON.

Run by test_spark, with Spark's packages on the path.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path

from trainer_app.content.indicator_sets import bundled_sets
from trainer_app.organisation.asking import Wanted
from trainer_app.organisation.engines import EngineName, reading
from trainer_app.organisation.reports import report

ASKED = (
    ("esf-plus", "P-2027", None, None),
    ("digcomp", None, date(2026, 10, 20), date(2026, 11, 20)),
    ("amif", "P-2028", None, date(2026, 11, 10)),
)


def answers(dataset: Path, today: date, engine: EngineName) -> list[str]:
    """Some reports as text."""
    sets = {one.name: one for one in bundled_sets()}
    found = []
    with reading(dataset, engine) as asked:
        for name, project, since, until in ASKED:
            wanted = Wanted(sets[name], today, since, until, project, everyone=project is None)
            one = report(asked, wanted)
            said = {
                "set": name,
                "figures": [asdict(figure) for figure in one.figures],
                "totals": asdict(one.totals),
                "counted": one.counted,
                "incomplete": one.incomplete,
                "claimed": [asdict(each) for each in one.claimed],
                "doubles": None if one.doubles is None else asdict(one.doubles),
            }
            found.append(json.dumps(said, default=str))
    return found


if __name__ == "__main__":
    print(json.dumps(answers(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]), "spark")))
