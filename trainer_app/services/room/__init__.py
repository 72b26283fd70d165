"""The room on an evening: its two sides, what goes between them, and who may come in."""
