"""How much a lesson pack may be: well above what a lesson is, well below what harms a laptop."""

from __future__ import annotations

from trainer_app.content.photos import MOST_BYTES, MOST_PIXELS

PACKED_BYTES = 20 * 2**20
UNPACKED_BYTES = 40 * 2**20
FILE_BYTES = 2 * 2**20
ENTRIES = 400
LABEL_BYTES = 100 * 2**10
NAME_BYTES = 120

WORD_BYTES = 64 * 2**10  # one file of words
LINE_LETTERS = 4_000
BLOCK_LETTERS = 8_000  # what stands between two empty lines
BRACKETS = 40  # in one block: each makes the reader of Markdown look for its partner
TURNS = 16  # signs in one line that turn the direction of words

STRUCTURE_BYTES = 100 * 2**10
STRUCTURE_VALUES = 4_000
STRUCTURE_DEPTH = 12
STRUCTURE_LETTERS = 2_000  # in one text
STRUCTURE_NUMBER = 1_000_000

DRAWING_BYTES = 200 * 2**10
DRAWING_ELEMENTS = 5_000
DRAWING_DEPTH = 24
DRAWING_PATH = 20_000  # letters of one path or list of points
DRAWING_REACH = 100_000.0  # no number of a drawing lies further from nought

RECORDINGS_BYTES = 14 * 2**20  # of all languages together: the rest of a pack needs room, too
RECORDINGS = 250

PICTURE_BYTES = MOST_BYTES
PICTURE_SIDE = MOST_PIXELS
