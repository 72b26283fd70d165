"""The way in: the language, a new centre or an old one, and what to do when it does not open."""
