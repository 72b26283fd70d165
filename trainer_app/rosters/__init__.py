"""Reads lists of people from the files that organisations have, and loses nothing of them."""
