"""Commands for organisers and volunteers. All they do goes through the services of the screens.

Exit codes: 0 done, 1 findings (any damage too), 2 usage, 3 locked or wrong passphrase,
4 in use by another program.
"""

from __future__ import annotations

from trainer_app.cli import (
    backup,
    badge,
    bundle,
    check,
    claim,
    doctor,
    export,
    indicators,
    laptop,
    lessons,
    organisation,
    person,
    project,
    roster,
)
from trainer_app.cli.program import main

__all__ = ["main"]

for _command in (
    roster.roster,
    export.export,
    indicators.indicators,
    lessons.lessons,
    laptop.laptop,
    bundle.bundle,
    backup.backup,
    badge.badge,
    person.person,
    project.project,
    check.check,
    claim.claim,
    doctor.doctor,
    organisation.organisation,
):
    main.add_command(_command)
