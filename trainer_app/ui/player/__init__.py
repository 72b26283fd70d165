"""Playing a lesson: its pages, its questions, its end, and the card to take home."""
