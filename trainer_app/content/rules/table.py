"""Every rule about lessons as one sentence for the people who write and translate them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from trainer_app.content.rules.own_table import OWN_RULES
from trainer_app.content.rules.path_table import PATH_RULES
from trainer_app.content.rules.practice_table import PRACTICE_RULES
from trainer_app.content.rules.shelf_table import SHELF_RULES
from trainer_app.domain.errors import UnreadableLesson


@dataclass(frozen=True, slots=True)
class Finding:
    """A place where a lesson breaks a rule. `line` counts from 1; 0 means the whole file.

    `lesson` is the name of the lesson's folder and `file` lies within it.
    """

    rule: str
    lesson: str
    file: str
    line: int
    facts: Mapping[str, str | int] = field(default_factory=dict)


def finding_of(error: UnreadableLesson) -> Finding:
    """What stopped a reader, as a finding."""
    facts = dict(error.facts)
    rule, lesson, file = (str(facts.pop(key)) for key in ("rule", "lesson", "file"))
    return Finding(rule, lesson, file, int(facts.pop("line")), facts)


RULES: Mapping[str, str] = MappingProxyType(
    {
        # The folder and lesson.toml
        "folder-name": "A lesson's folder is named by two digits, a hyphen and the lesson's id.",
        "lesson-unique": "No two lessons share an id, nor a number unless one is the other's twin "
        "or a centre's own.",
        "needs-known": "A lesson that should come first is there, and has a lower number.",
        "file-readable": "Every file is there and is text in UTF-8.",
        "toml-readable": "lesson.toml and practice.toml follow the grammar of TOML.",
        "toml-fields": "lesson.toml and practice.toml have every field that docs/lessons.md and "
        "docs/practice.md name, of the right kind.",
        "toml-known": "lesson.toml and practice.toml have no fields but those that docs/lessons.md "
        "and docs/practice.md name.",
        "pages-whole": "A lesson has objectives, pages and questions; or a practice, and none of "
        "these nor their files of words.",
        "id-form": "An id is made of small letters, digits and single hyphens.",
        "ids-unique": "No two pages, questions, objectives, choices of a question, stages, or "
        "things of one kind in a stage share an id.",
        "right-is-a-choice": "The right answer is one of the question's choices.",
        "right-spread": "The right answers do not all stand in the same place.",
        "objective-known": "Pages and questions name objectives of their own lesson.",
        "objective-met": "Every objective is met by a page and by a question.",
        "objective-practised": "Every objective of a lesson with a practice names the goals that "
        "practise it.",
        "practised-known": "Goals that practise an objective are written `stage/goal`, and the "
        "practice has them.",
        "core-minutes": "The core takes 15 to 20 minutes, and not longer than the lesson.",
        "core-marked": "At least one page belongs to the core.",
        "page-number": "A lesson has 4 to 8 pages.",
        "question-number": "A quiz has 3 to 5 questions, each with 2 to 4 choices.",
        "competence-known": "A competence is one of the 21 of DigComp 3.0, with one of its levels.",
        "hue-known": "The hue is teal, clay, plum, ochre, sky or moss.",
        # Pictures
        "picture-name": "A picture is a name ending in .svg, in a centre's own lesson also in "
        ".png: no address, no folder, no `../`.",
        "picture-exists": "Every picture that is named lies in the folder `images`.",
        "picture-plain": "A picture is SVG made of plain shapes: no text, script, style, clipPath "
        "or reference to something outside it.",
        "picture-first": "A page or question begins with the picture that lesson.toml names.",
        "picture-one": "A page or question has one picture; cards, words, plans and practices have "
        "none.",
        "picture-words": "Every picture has words that say what it shows.",
        # Words: what is there
        "files-complete": "A language has all five files, and the source (English unless "
        "lesson.toml says another) is there; without pages practice.md alone.",
        "front-matter": "A file begins with front matter: `by`, `review`, and in pages.md `title`, "
        "`summary` and a sentence `can.…` for each objective. In a lesson without pages `title` "
        "and `summary` stand in practice.md.",
        "ability-known": "The front matter has no `can.…` but for the lesson's own objectives.",
        "review-known": "The review state is `draft` or `reviewed`.",
        "translation-fresh": "A translation's `translated_from` is the hash of the file in the "
        "source language as it is now.",
        "pages-in-order": "pages.md has one page for each step, in the order of lesson.toml.",
        "questions-in-order": "quiz.md has every question, in the order of lesson.toml.",
        "choices-in-order": "A question has every choice, in the order of lesson.toml.",
        "choice-why": "Every choice has words, and a quoted sentence of why under it.",
        "text-before": "Nothing stands before the first heading of pages.md, quiz.md, plan.md or "
        "practice.md.",
        "card-say": "A card's front matter has `say`, a sentence to say aloud.",
        "card-sounds": "A card spells how the sentence sounds in each other language of the "
        "lesson, with `sound.…`.",
        "card-parts": "A card has 3 to 5 bullets, then one heading (now on your own phone) with "
        "2 or 3 bullets.",
        "words-form": "words.md holds list items of the form `- **word** – meaning`.",
        "words-number": "There are 5 to 8 words to know.",
        "plan-parts": "plan.md has all thirteen parts, in order.",
        "plan-filled": "No part of the plan is empty.",
        "plan-minutes": "The five timed parts of the plan name their minutes, and no other part.",
        "plan-sum": "The timed parts of the plan add up to the lesson's minutes.",
        "plan-practice": "The deepening part of the plan is at least as long as the practice, "
        "unless some of that is extra.",
        # Words: how they are written
        "no-html": "Words hold no HTML: no tags, comments or entities.",
        "no-links": "Words hold no links; an address is written plainly.",
        "heading-level": "Headings have the levels that docs/lessons.md names for the file.",
        "plain-blocks": "Words hold no tables, lists within lists, blocks of code or drawn lines.",
        "box-known": "A box begins with `> [!TIP]`, `> [!CARE]`, `> [!SAY]` or, with a topic that "
        "is known, `> [!HELP topic]`, and only pages have boxes.",
        "page-length": "A page has 20 to 60 words in the language that it was written in, 15 to "
        "75 in a translation.",
        "sentence-length": "A sentence that learners read has at most 14 words.",
        "plain-words": "A word that is not in the list of plain words stands in `words to know`, "
        "or gives way to a plainer one.",
        "right-not-longest": "The right answer is not the longest in every question.",
        **OWN_RULES,
        **PRACTICE_RULES,
        **SHELF_RULES,
        "start-part": "In the folder _start a stage's id begins with start, join, seen, safe or "
        "judge: the part of the way that it is about.",
        **PATH_RULES,
    }
)
