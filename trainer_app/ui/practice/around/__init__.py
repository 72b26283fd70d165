"""What stands around every pretend world: the strip, goals, help, what came of it, and rest."""
