"""What the program itself says on slides, in the language of the slide where it speaks that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from trainer_app.domain.blocks import BoxMark
from trainer_app.domain.slides import Slide
from trainer_app.i18n import _, current, in_language, pgettext, speaks

_COLONS = (": ", "：", ":")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say the program's words in a language, or in its own where it has none in that one."""
    with in_language(language if speaks(language) else current().code):
        yield


def kicker_of(slide: Slide) -> str:
    """What stands over the heading of a slide; "" for nothing."""
    match slide.kind:
        case "words":
            return _("Words to know")
        case "practice":
            return _("Now we practise")
        case "moment":
            return _moment(slide.source)
        case "card":
            return _("Take this home")
        case "right":
            return _("The right answer")
        case "others":
            return _("And why not this?")
        case _:
            return ""


def _moment(part: str) -> str:
    return {
        "activity": _("We do something together"),
        "discussion": _("We talk together"),
        "synthesis": _("What we take with us"),
    }.get(part, pgettext("everybody", "Together"))


def title_of(slide: Slide) -> str:
    """The heading of a slide; a moment's without the name that the plan has for its part."""
    if slide.kind != "moment":
        return slide.title
    for colon in _COLONS:
        _name, found, rest = slide.title.partition(colon)
        if found and rest.strip():
            rest = rest.strip()
            return rest[:1].upper() + rest[1:]
    return ""


def box_title(mark: BoxMark, title: str) -> str:
    """What a box is called: its own title, or that of its kind."""
    return (
        title
        or {
            "tip": _("Good to know"),
            "care": _("Take care"),
            "say": _("Say it like this"),
            "help": _("Help near us"),
        }[mark]
    )
