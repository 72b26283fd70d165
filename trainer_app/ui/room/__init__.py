"""The room: which laptops are in it, how they join, and what a learner sees of it."""
