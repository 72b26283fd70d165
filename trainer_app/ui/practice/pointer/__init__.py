"""Pointing on the screen: things to click, drag, hold, swipe and scroll, and where they go."""
