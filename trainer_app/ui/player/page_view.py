"""One page of a lesson: its picture beside its words."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.blocks import Box, BoxMark, Picture
from trainer_app.domain.helping import Directory
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.lessons import Page as Words
from trainer_app.i18n import _
from trainer_app.ui.player.halves import Halves
from trainer_app.ui.player.help_near import help_near
from trainer_app.ui.player.page_room import PageRoom
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import BlockView, Notice, SvgPicture, Text

PICTURE_HEIGHT = 430
SMALL_PICTURE_HEIGHT = 200


def picture_height() -> int:
    """How high pictures may be, in design pixels: large letters leave less room."""
    return PICTURE_HEIGHT if current().scale <= 1.3 else SMALL_PICTURE_HEIGHT


def box_titles() -> dict[BoxMark, str]:
    """What boxes are called that have no title of their own."""
    return {
        "tip": _("Good to know"),
        "care": _("Take care"),
        "say": _("Say it like this"),
        "help": _("Help near us"),
    }


def page_view(lesson: Lesson, page: Words, near: Directory, *, unread: bool = False) -> QWidget:
    """The picture and the words of a page, with the places of the directory where it sends on.

    `unread`: a machine translated words that can harm, and the page says so.
    """
    pictures = [block for block in page.blocks if isinstance(block, Picture)]
    others = [block for block in page.blocks if block not in pictures[:1]]
    words = QWidget()
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().space(12))
    column.addWidget(Text(page.title, "title", "bold"))
    titles = box_titles()

    def beneath(box: Box) -> QWidget | None:
        places = near.get(box.topic, ())
        return help_near(places, box.title or titles[box.mark]) if places else None

    column.addWidget(BlockView(others, lesson.image, box_titles=titles, beneath=beneath))
    if unread:
        said = _("A machine translated these words. If something seems wrong, ask a trainer.")
        column.addWidget(Notice(said, "warn", icon="pencil"))
    column.addStretch(1)
    if not pictures:
        return words
    first = pictures[0]
    picture = SvgPicture(lesson.image(first.file), first.alt, most=picture_height())
    picture.setProperty("aloud", "described")
    words.setProperty("aloud", "first")
    return PageRoom(Halves(at_the_top(picture), words, words_first=True), words)


def at_the_top(content: QWidget) -> QWidget:
    """Something that neither slides down nor grows where what stands beside it is longer."""
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(content)
    column.addStretch(1)
    return side
