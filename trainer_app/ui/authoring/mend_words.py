"""What is not right about a lesson yet, for people who write lessons and no programs."""

from __future__ import annotations

from collections.abc import Mapping

from trainer_app.i18n import _, isolate, ngettext

Said = tuple[str, str]
"""A sentence that says what is not right, and one that says what to do. In braces stand facts."""

STYLE = frozenset((
    "right-spread", "objective-met", "objective-practised", "practised-known", "core-minutes",
    "core-marked", "page-number", "question-number", "competence-known", "ability-known",
    "review-known", "translation-fresh", "card-sounds", "card-parts", "words-number",
    "plan-filled", "plan-sum", "heading-level", "plain-blocks", "box-known", "page-length",
    "sentence-length", "plain-words", "right-not-longest", "needs-known", "toml-known",
    "practice-minutes", "mistake-explained", "consequence-follows", "word-left-over",
    "plan-practice",
))  # fmt: skip
"""Rules that a lesson can break and be taught all the same."""


def said_of(rule: str, facts: Mapping[str, str | int]) -> Said:
    """What a broken rule means, and what to do. Every rule has words; new ones general ones."""
    if rule == "page-length":
        return _page_length(int(facts.get("words", 0)))
    if rule == "filled" and facts.get("key"):
        return _missing(str(facts["key"]))
    if rule == "question-number" and "choices" in facts:
        return (
            _("A question has 2 to 4 answers to choose from."),
            _("Add an answer, or take one away."),
        )
    sentence, advice = {**_empty(), **_whole(), **_style(), **_inside()}.get(rule) or _other()
    said = {key: isolate(each) if isinstance(each, str) else each for key, each in facts.items()}
    known = {"words": "", "text": "", "word": "", "minutes": "", "picture": "", **said}
    return sentence.format_map(known), advice.format_map(known)


def _page_length(words: int) -> Said:
    has = ngettext("This page has {words} word.", "This page has {words} words.", words)
    few = _("Write a little more: 20 to 60 words make a good page.")
    many = _("20 to 60 words make a good page. Shorten it, or make two pages of it.")
    return has.format(words=words), few if words < 40 else many


def _missing(key: str) -> Said:
    """What the front matter lacks."""
    if key.startswith("can."):
        return (
            _("Nobody wrote what people can do afterwards."),
            _("Write a sentence such as: “I can stop and ask somebody.”"),
        )
    sentences = {
        "title": (_("The lesson has no title."), _("Give it a short one.")),
        "summary": (
            _("The sentence about the lesson is missing."),
            _("Say in one sentence what it is for."),
        ),
        "by": (
            _("There is no name under the lesson."),
            _("Write yours, as you want others to read it."),
        ),
        "say": _empty()["card-say"],
    }
    return sentences.get(key) or _empty()["filled"]


def _empty() -> dict[str, Said]:
    """What is still to come."""
    return {
        "filled": (_("Something is still empty here."), _("Write the words that are missing.")),
        "picture-chosen": (_("There is no picture yet."), _("Choose a picture.")),
        "picture-words": (
            _("Nobody wrote what the picture shows."),
            _("Say it in a few words, for people who do not see it."),
        ),
        "plan-filled": (
            _("Some parts of the plan say nothing yet."),
            _("Write what to do. “Nothing special” will do, too."),
        ),
        "front-matter": (
            _("The title, the sentence about the lesson or the name under it is missing."),
            _("Fill in what is empty."),
        ),
        "choice-why": (
            _("An answer has no words, or nobody wrote why."),
            _("Write both: the answer, and a sentence of why it is right or not."),
        ),
        "card-say": (
            _("The card has no sentence to say aloud."),
            _("Write one that helps when somebody is in a hurry."),
        ),
    }


def _whole() -> dict[str, Said]:
    """What a lesson is made of, and how much of it."""
    return {
        "page-number": (
            _("A lesson has 4 to 8 pages."),
            _("Add pages, or put two short ones together."),
        ),
        "question-number": (_("A quiz has 3 to 5 questions."), _("Add questions, or take some "
                                                               "away.")),
        "words-number": (_("There are 5 to 8 words to know."), _("Add words, or take some away.")),
        "core-marked": (
            _("No page belongs to the short form."),
            _("Tick “This page belongs to the short form” on the most needed pages."),
        ),
        "core-minutes": (
            _("The short form takes {minutes} minutes."),
            _("It takes 15 to 20 minutes, and not longer than the whole lesson."),
        ),
        "plan-sum": (
            _("The minutes of the plan are not those of the lesson."),
            _("Change the minutes of the parts, or those of the lesson."),
        ),
        "plan-practice": (
            _("The plan leaves too little time for the practice."),
            _("Give “Practice and questions” more minutes, and another part fewer."),
        ),
        "plan-minutes": (
            _("A timed part of the plan has no minutes."),
            _("Say how many minutes it takes."),
        ),
        "plan-parts": (_("A part of the plan is missing."), _("Open the plan and save it anew.")),
        "objective-met": (
            _("Something that people can do afterwards has no page or no question."),
            _("Tick it on a page, and let a question ask about it."),
        ),
        "objective-known": (
            _("Nobody said what this teaches."),
            _("Choose what people can do afterwards."),
        ),
        "objective-practised": (
            _("The practice does not train this yet."),
            _("You can leave it so. The pages and questions teach it."),
        ),
        "card-parts": (
            _("A card has 3 to 5 lines to remember and 2 or 3 things to do on one’s own phone."),
            _("Add lines, or take some away."),
        ),
        "card-sounds": (
            _("The card does not say how its sentence sounds in another language."),
            _("Write how it sounds, in the letters of this lesson."),
        ),
        "right-is-a-choice": (
            _("No answer is marked as the right one."),
            _("Say which answer is right."),
        ),
    }  # fmt: skip


def _style() -> dict[str, Said]:
    """How it is written."""
    return {
        "sentence-length": (
            _("A sentence has {words} words: “{text}”"),
            _("At most 14 words are easy to read. Make two sentences of it."),
        ),
        "plain-words": (
            _("Some learners may not know the word “{word}”."),
            _("Take a plainer word, or explain it in “Words to know”."),
        ),
        "right-not-longest": (
            _("The right answer is the longest one in every question."),
            _("Make some wrong answers longer, or a right one shorter."),
        ),
        "right-spread": (
            _("The right answers all stand in the same place."),
            _("Move an answer further up or down in some questions."),
        ),
        "heading-level": (
            _("There is a line that begins with #, as a heading does."),
            _("Take the # away. The page has its title already."),
        ),
        "plain-blocks": (
            _("There is a table, a list within a list, or a drawn line."),
            _("Write it as sentences or as a plain list."),
        ),
        "box-known": (
            _("A line begins with the sign > but is in no box."),
            _("Choose it and press Tip, Take care or Say it. Or take the sign away."),
        ),
        "no-html": (_("There are signs of program code in the words."), _("Take them away.")),
        "no-links": (
            _("There is a link in the words. Learners’ laptops have no internet."),
            _("Write the address plainly, without brackets."),
        ),
        "text-before": (
            _("There are words that belong to no page."),
            _("Take them away, or write them on a page."),
        ),
        "words-form": (_("A word to know has no meaning."), _("Write both, word and meaning.")),
        "translation-fresh": (
            _("The lesson was changed after it was translated."),
            _("Look the translation over."),
        ),
        "files-complete": (
            _("One of the languages of this lesson is not whole."),
            _("Translate what is missing, or share the lesson without that language."),
        ),
    }


def _inside() -> dict[str, Said]:
    """What the program itself writes: it is wrong only where somebody changed the files."""
    picture = _("Choose another picture.")
    places = (
        _("Something about this lesson is not as the program writes it."),
        _("Open the part, change a word and let it be saved. If it stays, copy the lesson."),
    )
    practice = (
        _("The practice of this lesson has a mistake."),
        _("The pages can be taught. For the practice, copy the lesson that this one is from."),
    )
    outside = (
        _("Something beside the lessons has a mistake."),
        _("Your lesson is not touched by it. Tell who takes care of the program."),
    )
    return {
        "picture-exists": (_("The picture “{picture}” is not there any more."), picture),
        "picture-name": (_("A picture has a name that lessons cannot have."), picture),
        "picture-plain": (_("A drawing has more in it than plain shapes."), picture),
        "photo-small": (_("A photo is too large, or has hidden words in it."), picture),
        "picture-first": (_("The picture does not stand first."), picture),
        "picture-one": (
            _("There is a second picture among the words."),
            _("A page has one picture. Take the other one out of the words."),
        ),
        **dict.fromkeys(_OWN_FILES, places),
        **dict.fromkeys(_PRACTICE, practice),
        **dict.fromkeys(_BESIDE, outside),
    }


def _other() -> Said:
    return (
        _("The checks found something that has no words of its own yet."),
        _("Look this part over. You can teach the lesson."),
    )


_OWN_FILES = (
    "folder-name", "lesson-unique", "needs-known", "file-readable", "toml-readable", "toml-fields",
    "toml-known", "pages-whole", "id-form", "ids-unique", "competence-known", "hue-known",
    "ability-known", "review-known", "pages-in-order", "questions-in-order", "choices-in-order",
)  # fmt: skip
_PRACTICE = (
    "practised-known", "practice-complete", "practice-kind", "practice-goals", "practice-extra",
    "practice-ids", "practice-minutes", "goal-open", "goal-reachable", "mistake-explained",
    "consequence-follows", "practice-stages-in-order", "practice-lists", "stage-words",
    "word-form", "word-missing", "word-left-over", "word-twice", "word-explained",
)  # fmt: skip
_BESIDE = (
    "start-part", "shelf-options", "shelf-stage", "shelf-place", "path-lessons", "path-words",
)  # fmt: skip
