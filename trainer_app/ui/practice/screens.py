"""Which screen draws which kind of stage; a screen's module is loaded when it is needed."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from trainer_app.domain.practice.scenario import Scenario
from trainer_app.ui.practice.stage_screen import Material, StageScreen

_SCREENS: Mapping[str, str] = MappingProxyType(
    {
        # kind: "module.Class" within this room
        "consequences": "consequences.screen.ConsequencesScreen",
        "desktop": "desktop.screen.DesktopScreen",
        "phone": "phone.screen.PhoneScreen",
        "planner": "planner.screen.PlannerScreen",
        "plaza": "plaza.screen.PlazaScreen",
        "pointer": "pointer.screen.PointerScreen",
        "sorting": "sorting.screen.SortingScreen",
        "typing": "typing.screen.TypingScreen",
        "web": "web.screen.WebScreen",
    }
)


def has_screens(scenario: Scenario) -> bool:
    """Whether every stage of a practice can be shown."""
    return all(stage.kind in _SCREENS for stage in scenario.stages)


def screen_of(material: Material) -> StageScreen:
    """The screen for a stage, before anything is shown on it. KeyError for an unknown kind."""
    module, _, name = _SCREENS[material.stage.kind].rpartition(".")
    made = getattr(import_module(f"trainer_app.ui.practice.{module}"), name)
    return cast("StageScreen", made(material))
