"""A lesson in one file, signed by who wrote it: written, opened, and never trusted on the way."""
