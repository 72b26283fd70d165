"""An organiser adds a funder's own set from a file, reads it, and a project counts by it."""

from __future__ import annotations

import re
from pathlib import Path

from trainer_app.services.reporting import Scope
from trainer_app.ui.main_window import MainWindow

from .hand import Hand, settle

DOCUMENT = Path(__file__).parents[2] / "docs" / "indicators.md"


def test_from_a_file_to_the_figures(window: MainWindow, hand: Hand, tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    assert example
    file = tmp_path / "city.toml"
    file.write_text(example[1].replace("hours_at_least = 8", "hours = 8"), "utf-8")
    window.choose_file = lambda _suggested: file
    window.funding.projects.projects()
    settle()
    hand.press("Indicator sets")
    hand.press("Add from a file")
    hand.must_read("city.toml was not added", "“hours” is a key that the program does not know.")
    file.write_text(example[1], "utf-8")
    hand.press("Add from a file")
    assert not hand.reads("was not added")
    hand.press_cell("Harbourtown")
    hand.must_read(
        "H2 Of these, under 30",
        "was there for 8 participant-hours or more; and was 29 years old or younger",
        "1. Do you feel less alone than before the course?",
        "Why: The city wants courses where people meet each other.",
    )
    hand.press("Indicator sets")
    hand.press("All projects")
    desk = window.desk
    assert desk is not None
    project = desk.projects.all()[0]
    hand.press_cell(project.name)
    hand.press("Change details")
    hand.press("Harbourtown")
    hand.press("Save")
    project = desk.projects.project(project.id)
    assert project.sets == ("our-city",)
    assert [one.id for one in desk.indicators.questions(project, "exit")] == ["less-alone"]
    roll = desk.participating.roll(Scope(project=project.id))
    found = desk.indicators.figures(roll, "our-city")
    assert [one.code for one in found.figures] == ["H1", "H2", "H3"]
