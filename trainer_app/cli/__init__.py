"""Commands for organisers and volunteers. All they do goes through the services of the screens.

Exit codes: 0 done, 1 findings (any damage too), 2 usage, 3 locked or wrong passphrase,
4 in use by another program.
"""

from __future__ import annotations

from trainer_app.cli import backup, bundle, doctor, export, laptop, lessons, person, roster
from trainer_app.cli.program import main

__all__ = ["main"]

for _command in (
    roster.roster,
    export.export,
    lessons.lessons,
    laptop.laptop,
    bundle.bundle,
    backup.backup,
    person.person,
    doctor.doctor,
):
    main.add_command(_command)
