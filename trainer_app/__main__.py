"""`python -m trainer_app`: the window without a sub-command, or one of the commands."""

from __future__ import annotations

from trainer_app.cli import main

if __name__ == "__main__":
    main()
