"""Which screen follows which: the way in, the trainer's way and the learners' way."""
