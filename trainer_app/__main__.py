"""`python -m trainer_app`: the window without a sub-command, or one of the commands."""

from __future__ import annotations

import sys

SPEAK = "--speak"
PICTURE = "--picture"


def main() -> None:
    """Run a command; the program starts itself with the hidden ones to speak, or to decode."""
    if sys.argv[1:2] == [SPEAK]:
        from trainer_app.speech.helper import main as speak

        speak(sys.argv[2:])
    if sys.argv[1:2] == [PICTURE]:
        from trainer_app.ui.picture_decoder import main as decode

        decode()
    from trainer_app.cli import main as command

    command()


if __name__ == "__main__":
    main()
