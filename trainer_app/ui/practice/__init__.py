"""Practice: the page around a pretend world, and a screen for each kind of it."""
