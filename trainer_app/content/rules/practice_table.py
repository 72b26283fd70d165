"""Every rule about practices as one sentence for the people who write and translate them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PRACTICE_RULES: Mapping[str, str] = MappingProxyType(
    {
        # practice.toml
        "practice-complete": "A lesson with practice.toml has practice.md in each of its "
        "languages, and no lesson without it has.",
        "practice-kind": "A stage's kind is one that docs/practice.md names.",
        "practice-goals": "A practice has a stage, and every stage a goal.",
        "practice-extra": "Extra stages come last, after at least one that is not.",
        "practice-ids": "Goals, consequences and things name only things of their own stage.",
        "practice-minutes": "A practice takes fewer minutes than its lesson.",
        # What comes of it when it is played
        "goal-open": "No goal is met before anything was done.",
        "goal-reachable": "Every goal can be reached step by step, in every language.",
        "mistake-explained": "Every mistake that can be made has a consequence that says why.",
        "consequence-follows": "Every consequence can follow from a mistake.",
        # practice.md
        "practice-stages-in-order": "practice.md has a section for each stage, in the order of "
        "practice.toml; if there are people, a section `world` comes first.",
        "practice-lists": "A stage has a list of words for each list of its kind, for goals and "
        "for consequences, and no others.",
        "stage-words": "A stage has a title, words that begin it, and a part `done` that ends it.",
        "word-form": "Under a list's heading stand items of the form `- {#id} words`.",
        "word-missing": "Every thing of practice.toml that a person sees has words.",
        "word-left-over": "There are no words for things that practice.toml does not have.",
        "word-twice": "A thing has words once.",
        "word-explained": "A goal has a quoted hint under it, and a consequence a quoted sentence "
        "of how to put it right; other things have none.",
    }
)
