"""What stands in a lesson in the making where its author wrote or chose nothing yet.

With it the lesson can be read and looked at from the first minute on.
"""

from __future__ import annotations

BLANK = "…"
"""Stands for words that are to come."""

NO_PICTURE = "no-picture.svg"
"""Stands for a picture that is to come."""

EMPTY_SHEET = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360">\n'
    '<rect width="640" height="360" rx="24" fill="#E9E4DA"/>\n'
    '<rect x="220" y="100" width="200" height="150" rx="14" fill="none" stroke="#B8AF9F" '
    'stroke-width="8" stroke-dasharray="22 16"/>\n'
    '<circle cx="280" cy="150" r="16" fill="#B8AF9F"/>\n'
    '<path d="M240 236 L300 178 L340 214 L368 190 L400 236 Z" fill="#B8AF9F"/>\n'
    "</svg>\n"
)
"""The drawing itself: an empty frame."""
