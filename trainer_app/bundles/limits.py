"""How much a bundle may be: above what a centre ever has, below what a laptop cannot bear."""

from __future__ import annotations

FILE_BYTES = 256 * 2**20
PREFIX_BYTES = 64 * 2**10  # the one line that can be read without a key
HEAD_BYTES = 4 * 2**20
UNPACKED_BYTES = 2**30
EVENTS = 5_000_000
LINE_BYTES = 2**20  # one event
WINDOW_BYTES = 8 * 2**20  # what unpacking keeps in memory
