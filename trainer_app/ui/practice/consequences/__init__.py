"""Stories on the screen: steps in time, what can be done, and how far a false post spreads."""
