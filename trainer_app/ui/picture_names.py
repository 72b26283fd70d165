"""What the faces and sign-in pictures are called, and where the pictures lie."""

from __future__ import annotations

from pathlib import Path

from trainer_app import places
from trainer_app.i18n import _, pgettext
from trainer_app.i18n.formats import number


def sign_in_names() -> dict[str, str]:
    """The twelve sign-in pictures, by key."""
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


def sign_in_path(key: str) -> Path:
    """Where a sign-in picture lies."""
    return places.assets() / "signin" / f"{key}.svg"


def face_name(face: str) -> str:
    """What a screen reader says for a face such as `face-07`."""
    return _("Face {number}").format(number=number(int(face.rpartition("-")[2])))
