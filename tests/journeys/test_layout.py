"""Every screen, audited: the forms that find most at each change, the others in the long run."""

from __future__ import annotations

import pytest

from .audit import LONGER, Form, audit
from .authoring_tour import AuthoringTour
from .safety_tour import SafetyTour
from .screens import PARTS
from .tour import FirstDay
from .translating_tour import TranslatingTour
from .workshop_tour import WorkshopTour

# Each part of the walk is in one of these forms. Longer words and larger letters find most, but a
# whole walk in them takes minutes.
OFTEN = (
    (Form(LONGER, 200), WorkshopTour.parts[:3]),
    (Form("ar", 100, "contrast"), (*FirstDay.parts, *WorkshopTour.parts, *SafetyTour.parts)),
    (
        Form("nl", 150, "dark"),
        ("way_in", "learning", *AuthoringTour.parts, *TranslatingTour.parts),
    ),
)
SELDOM = (
    (Form("en", 100), PARTS),
    (Form("ar", 200), PARTS),
    (Form("nl", 150, "dark"), PARTS),
    (Form("fr", 150, "contrast"), PARTS),
    (Form("es", 100, "dark"), PARTS),
    (Form("fa", 150), PARTS),
    (Form("tr", 200, "dark"), PARTS),
    (Form("uk", 150), PARTS),
    (Form(LONGER, 100), PARTS),
    (Form(LONGER, 200), PARTS),
)


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        pytest.param(
            *each,
            id=f"{each[0].language}-{each[0].scale}-{each[0].theme}-{len(each[1])}",
            marks=[
                pytest.mark.xdist_group(f"layout {each}"),
                *([pytest.mark.slow] if each in SELDOM else []),
            ],
        )
        for each in (*OFTEN, *SELDOM)
    ],
)
def test_every_screen_is_sound(tmp_path, qapp, form, parts):
    wrong = audit(form, tmp_path, parts)
    said = [f"{name}: {one}" for name, found in wrong.items() for one in found]
    assert said == [], "\n" + "\n".join(said)
