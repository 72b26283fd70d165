"""The pretend laptop on the screen, whoever sits down at it next, and the phone that mends."""
