"""Makes lessons in the making of whatever a trainer could type, and worse."""

from __future__ import annotations

from hypothesis import strategies as st

from trainer_app.content.words import PLAN_PARTS, TIMED_PARTS
from trainer_app.domain.drafts import (
    CardDraft,
    ChoiceDraft,
    Draft,
    ObjectiveDraft,
    PageDraft,
    PartDraft,
    QuestionDraft,
)
from trainer_app.domain.lessons import Competence, WordToKnow

HOSTILE = (
    "---", "# Title", "## Part {#prepare}", "# A {#p-1}", "{#x}", "{#a minutes=3}", "- {#a} x",
    "  > why", "> [!TIP] Now", "> [!HELP legal] Here", "<script>", "</script>", "<b", "<!--", "-->",
    "&lt;b&gt;", "&#60;", "&amp;lt;", "![a](b.svg)", "![", "](", "[x](y)", "[](z)", "[x]: y", '"',
    "'", "\\", "\\#", "\\\\# a", "1. one", "12\\. x", "- ", "* ", "+ x", "*a*", "**", "`", "``` x",
    "~~~", "===", "| a | b |", "\u200f", "\u202e", "\u2066", "\ufeff", "\u2028", "\x85", "\x00",
    "\x02klzzwxh:0000\x03", "\t", "\r\n", "\n", "\n\n", "…", "\ud800", "\xa0", "key: value", ":",
    "title: x", "by:", "سلام", "العربية (abc) 12", "‹", "can.o-1: I", "_", "__a__", "    code", "#",
    "#tag", "@you", "C#", "a - b – c", "%", "{", "}", "$", "=",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=12),
    st.lists(
        st.one_of(st.sampled_from(HOSTILE), st.sampled_from(["a", " ", "\n", "word"])), max_size=6
    ).map("".join),
)
IDS = st.from_regex(r"[a-z][a-z0-9]{0,3}(-[a-z0-9]{1,3})?", fullmatch=True)
PICTURES = st.sampled_from(["", "tea.svg", "my-photo.png"])


def some(made: st.SearchStrategy, least: int, most: int) -> st.SearchStrategy:
    """Several things whose ids differ."""
    things = st.lists(made, min_size=least, max_size=most, unique_by=lambda each: each.id)
    return things.map(tuple)


OBJECTIVES = st.builds(
    ObjectiveDraft, IDS, TEXTS, st.lists(st.just("four/prize"), max_size=1).map(tuple)
)
PAGES = st.builds(
    PageDraft, IDS, TEXTS, TEXTS, PICTURES, TEXTS, st.booleans(), st.lists(IDS).map(tuple)
)
CHOICES = st.builds(ChoiceDraft, IDS, TEXTS, TEXTS)
QUESTIONS = st.builds(QuestionDraft, IDS, TEXTS, some(CHOICES, 1, 3), IDS, IDS, PICTURES, TEXTS)
CARDS = st.builds(
    CardDraft,
    TEXTS,
    st.lists(st.tuples(st.sampled_from(["nl", "ar", "", "x y"]), TEXTS), max_size=2).map(tuple),
    TEXTS,
)
PARTS = st.builds(PartDraft, st.sampled_from(PLAN_PARTS), TEXTS, TEXTS, st.integers(0, 20_000))
DRAFTS = st.builds(
    Draft,
    lesson=IDS,
    language=st.sampled_from(["en", "nl", "ar"]),
    source=st.sampled_from(["en", "nl"]),
    version=st.integers(1, 9),
    by=TEXTS,
    review=st.sampled_from(["draft", "reviewed", ""]),
    title=TEXTS,
    summary=TEXTS,
    minutes=st.integers(-1, 99_999),
    core_minutes=st.integers(0, 30),
    hue=st.sampled_from(["teal", "clay"]),
    tile=PICTURES,
    caution=st.booleans(),
    needs=st.lists(IDS, max_size=2).map(tuple),
    twin=st.sampled_from(["", "tea"]),
    competences=st.lists(st.just(Competence("4.1", "basic")), max_size=1).map(tuple),
    objectives=some(OBJECTIVES, 1, 2),
    pages=some(PAGES, 1, 3),
    questions=some(QUESTIONS, 1, 2),
    card=CARDS,
    words=st.lists(st.builds(WordToKnow, TEXTS, TEXTS), max_size=3).map(tuple),
    plan=some(PARTS, 0, 3),
)


def whole_draft() -> Draft:
    """A draft that keeps every rule but those about pictures that are there."""
    why = "Water comes before all else."
    text = "We make tea with a **cup**. Press `Start` and wait a little.\n\n- The water gets warm."
    more = "\n- Then it gets hot.\n- Now you can drink it."
    pages = tuple(
        PageDraft(each, f"About the {each}", text + more, f"{each}.svg", f"A {each}.", True,
                  ("make-tea",))
        for each in ("kettle", "cup", "leaves", "guest")
    )  # fmt: skip
    answers = {"a": "The water first.", "b": "The cup first.", "c": "The leaves first."}
    choices = tuple(ChoiceDraft(each, words, why) for each, words in answers.items())
    questions = tuple(
        QuestionDraft(f"q-{right}", "What comes first?", choices, right, "make-tea",
                      f"q-{right}.svg", "A table.")
        for right in ("a", "b", "c")
    )  # fmt: skip
    timed = dict.fromkeys(TIMED_PARTS, 6)
    return Draft(
        lesson="tea", language="en", by="Rosa", title="Tea", summary="We make tea.", minutes=30,
        core_minutes=15, tile="tile.svg", competences=(Competence("4.1", "basic"),),
        objectives=(ObjectiveDraft("make-tea", "I can make tea."),), pages=pages,
        questions=questions,
        card=CardDraft("Tea, please.", (), "- A.\n- B.\n- C.\n\n## Now\n\n- D.\n- E."),
        words=tuple(WordToKnow(each, "a thing") for each in ("kettle", "cup", "leaf", "a", "b")),
        plan=tuple(PartDraft(each, each, "- Do it.", timed.get(each)) for each in PLAN_PARTS),
    )  # fmt: skip
