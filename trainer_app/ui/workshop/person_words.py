"""What the page of one person says in more than one of its parts."""

from __future__ import annotations

from trainer_app.i18n import _, current, own_name, pgettext
from trainer_app.i18n.catalogs import OWN_NAMES
from trainer_app.i18n.formats import number
from trainer_app.ui.labels import genders

NOT_SAID = ""


def gender_options() -> list[tuple[str, str]]:
    """Keys and words to choose from; the first is for who does not say."""
    return [(NOT_SAID, pgettext("gender", "Not said")), *genders().items()]


def language_options(spoken: str | None) -> list[tuple[str, str]]:
    """Codes and own names of languages, those of the program first; a rare one is kept."""
    codes = dict.fromkeys([current().code, *OWN_NAMES, *([spoken] if spoken else [])])
    return [(NOT_SAID, pgettext("language", "Not known")), *((c, own_name(c)) for c in codes)]


def face_words(face: str) -> str:
    """What a screen reader says for a face such as `face-07`."""
    return _("Face {number}").format(number=number(int(face.rpartition("-")[2])))


def picture_words() -> dict[str, str]:
    """The twelve pictures to sign in with, by key."""
    return {
        "sun": pgettext("sign-in picture", "Sun"),
        "fish": pgettext("sign-in picture", "Fish"),
        "tree": pgettext("sign-in picture", "Tree"),
        "house": pgettext("sign-in picture", "House"),
        "key": pgettext("sign-in picture", "Key"),
        "cup": pgettext("sign-in picture", "Cup"),
        "bird": pgettext("sign-in picture", "Bird"),
        "umbrella": pgettext("sign-in picture", "Umbrella"),
        "apple": pgettext("sign-in picture", "Apple"),
        "boat": pgettext("sign-in picture", "Boat"),
        "bicycle": pgettext("sign-in picture", "Bicycle"),
        "flower": pgettext("sign-in picture", "Flower"),
    }
