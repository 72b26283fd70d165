"""Typing on the screen: lines to type, and keys that show where the next sign lies."""
