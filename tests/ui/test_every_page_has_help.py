"""Every screen of a trainer is explained by a page of the guide that is there."""

from __future__ import annotations

import importlib
import pkgutil

import trainer_app.ui as ui
from trainer_app import places
from trainer_app.content.guide import Guide
from trainer_app.ui.page import Page

ROOMS = (
    "authoring", "funding", "merging", "recording", "reports", "room", "settings", "translating",
    "workshop",
)  # fmt: skip
# The laptop is turned to a learner; what stands around it is no trainer's frame.
OF_LEARNERS = {"AskingPage"}


def pages(room: str) -> set[type[Page]]:
    """All kinds of pages that a room of screens has."""
    package = importlib.import_module(f"{ui.__name__}.{room}")
    found: set[type[Page]] = set()
    for module in pkgutil.iter_modules(package.__path__):
        there = vars(importlib.import_module(f"{package.__name__}.{module.name}")).values()
        found |= {one for one in there if isinstance(one, type) and issubclass(one, Page)}
    return found - {Page}


def test_each_page_names_its_help():
    known = {one.id for one in Guide(places.assets() / "guide").pages}
    found = {room: pages(room) for room in ROOMS}
    assert all(found.values())
    every = set().union(*found.values())
    assert {one.__name__ for one in every if one.guide not in known} == OF_LEARNERS
