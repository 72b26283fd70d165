"""What the pretend web, stories and plans refuse in practice.toml."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer_app.content.fields import Fields
from trainer_app.content.stages import read_stage
from trainer_app.domain.errors import UnreadableLesson
from trainer_app.domain.practice.scenario import Person, Stage, World

EXAMPLES = Path(__file__).parent / "practice_examples"
STAGES = {
    "web": ("18-heard-on-the-phone", ("cousin", "neighbour")),
    "consequences": ("16-holiday-picture", ("sister",)),
    "planner": ("26-invite", ()),
}


def read(tmp_path: Path, kind: str, old: str = "", new: str = "") -> Stage:
    """The first stage of an example, with a change."""
    folder, people = STAGES[kind]
    text = (EXAMPLES / folder / "practice.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "practice.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    world = World(tuple(Person(each) for each in people))
    return read_stage(Fields.of_file(path).tables("stages")[0], world)


@pytest.mark.parametrize("kind", STAGES)
def test_a_good_stage_is_read(tmp_path: Path, kind: str) -> None:
    stage = read(tmp_path, kind)
    assert stage.kind == kind
    assert all(each.ids for each in stage.lists)


@pytest.mark.parametrize(
    ("kind", "old", "new", "rule"),
    [
        ("web", 'needs = ["sea-line"]', 'needs = ["town"]', "practice-ids"),
        ("web", 'needs = ["flood-then"]', "", "toml-fields"),
        ("web", 'is = "false"', 'is = "perhaps"', "toml-fields"),
        ("web", 'id = "port"', 'id = "port-times"', "ids-unique"),
        ("web", 'results = ["town-page"]', "results = []", "toml-fields"),
        ("web", 'of = ["flood-picture"]', 'of = ["port"]', "practice-ids"),
        ("consequences", 'starts = "by-the-sea"', 'starts = "nowhere"', "practice-ids"),
        ("consequences", 'then = "house-entered"', 'then = "by-the-sea"', "toml-fields"),
        ("consequences", "harm = true", "harm = true\nmends = true", "toml-fields"),
        ("consequences", 'moment = "day"', 'moment = "soon"', "toml-fields"),
        ("planner", 'crowd = "friends"', 'crowd = "family"', "practice-ids"),
        ("planner", "number = 8", "number = 15", "toml-fields"),
        ("planner", 'takes = "budget"', 'takes = "words"', "toml-fields"),
        ("planner", 'takes = "calendar"', 'takes = "words"', "toml-fields"),
        ("planner", 'after = ["invitation"]', 'after = ["thanks"]', "practice-ids"),
        ("planner", 'id = "be-famous"', 'id = "objective"', "ids-unique"),
        ("planner", 'id = "money"\ntakes = "budget"', 'id = "money"', "toml-fields"),
        ("planner", "most = 2", "most = 0", "toml-fields"),
        ("planner", "most = 2", "least = 4", "toml-fields"),
    ],
)
def test_what_cannot_be_is_refused(
    tmp_path: Path, kind: str, old: str, new: str, rule: str
) -> None:
    with pytest.raises(UnreadableLesson) as refused:
        read(tmp_path, kind, old, new)
    assert refused.value.facts["rule"] == rule
