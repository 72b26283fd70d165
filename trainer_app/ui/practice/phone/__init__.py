"""The pretend phone on the screen: what has come, one thing that fills it, and what can be done."""
