"""The wall that laptops of a room share: as learners, the trainer and the projector see it."""
