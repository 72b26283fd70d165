"""What a translator reads besides the lesson's own words: where a line stands, what is asked."""

from __future__ import annotations

from collections.abc import Mapping

from trainer_app.domain.translating import Kind, State, Translation, Unit
from trainer_app.i18n import _, isolate, ngettext, own_name, pgettext
from trainer_app.i18n.formats import number
from trainer_app.services.translating import Standing
from trainer_app.services.translation_places import WORLD
from trainer_app.ui.theme import Tone

_LONGEST = 48


def lesson_title(lesson: str, titles: Mapping[str, tuple[str, str]]) -> str:
    """What a lesson is called; the common world has a name of ours."""
    if lesson == WORLD:
        return _("The people and posts of Plaza")
    return titles[lesson][0] if lesson in titles else lesson


def shortened(text: str, most: int) -> str:
    """A text of at most so many letters, cut between words where there are any."""
    if len(text) <= most:
        return text
    whole, _space, _rest = text[:most].rpartition(" ")
    return f"{whole or text[:most]} …"


def kind_words(kind: Kind) -> str:
    """What a line is."""
    return {
        "title": pgettext("line of a lesson", "Title"),
        "sentence": pgettext("line of a lesson", "Text"),
        "list": pgettext("line of a lesson", "Point of a list"),
        "quote": pgettext("line of a lesson", "Box or reason"),
        "picture": pgettext("line of a lesson", "What the picture shows"),
        "word": pgettext("line of a lesson", "Word to know"),
        "sound": pgettext("line of a lesson", "How it sounds"),
    }[kind]


def state_words(state: State) -> tuple[str, str, Tone]:
    """How far a line is: words, an icon and a tone."""
    words: dict[State, tuple[str, str, Tone]] = {
        "missing": (pgettext("line of a lesson", "Not translated yet"), "circle", "plain"),
        "stale": (pgettext("line of a lesson", "The original changed"), "refresh-cw", "warn"),
        "done": (pgettext("line of a lesson", "Translated"), "circle-check", "ok"),
    }
    return words[state]


def place_words(translation: Translation, unit: Unit) -> str:
    """Where in the lesson a line stands, in the words of its source."""
    titles = {each.unit.id: each.unit.text for each in translation.units}
    title = titles.get(f"{unit.file}/{unit.section}/title", "")
    named = isolate(shortened(title, _LONGEST)) if title else ""
    if unit.file == "pages" and not unit.section:
        return _("About the lesson")
    if unit.file in ("card", "words"):
        return _("Take-home card") if unit.file == "card" else _("Words to know")
    sentences = {
        "pages": _("Page “{title}”"),
        "quiz": _("Question “{title}”"),
        "plan": _("Plan: “{title}”"),
        "practice": _("Practice: “{title}”"),
        "world": _("The people and posts of Plaza"),
    }
    return sentences[unit.file].format(title=named) if named else _("Practice")


def hints(unit: Unit, language: str) -> list[str]:
    """What a translator has to keep to."""
    said: list[str] = []
    if unit.kind == "sound":
        said.append(
            _("Write how this sounds, in the letters of {language}. You may leave it out.").format(
                language=isolate(own_name(language))
            )
        )
        return said
    if unit.sentence_words:
        words = ngettext(
            "A sentence has at most {most} word.",
            "A sentence has at most {most} words.",
            unit.sentence_words,
        )
        said.append(words.format(most=number(unit.sentence_words)))
    if "**" in unit.text:
        said.append(_("Put **two stars** around the words that are strong."))
    if "`" in unit.text:
        said.append(_("Keep the `signs` around the names of buttons and keys."))
    if "/targets/" in unit.id:
        said.append(_("In some practices learners type these words."))
    return said


def po_comments(translation: Translation) -> dict[str, list[str]]:
    """Of each line where it stands and what it has to keep to, for another program."""
    return {
        each.unit.id: [
            f"{place_words(translation, each.unit)} · {kind_words(each.unit.kind)}",
            *hints(each.unit, translation.language),
        ]
        for each in translation.units
    }


def count_words(translation: Translation) -> str:
    """How far the whole is, in one line."""
    missing, stale = translation.count("missing"), translation.count("stale")
    needed = sum(each.unit.needed for each in translation.units)
    done = _("{done} of {all} lines").format(done=number(needed - missing), all=number(needed))
    if not stale:
        return done
    again = ngettext("{count} to look at again", "{count} to look at again", stale)
    return f"{done} · {again.format(count=number(stale))}"


def standing_words(standing: Standing) -> tuple[str, str]:
    """How far a lesson is in a language: words and an icon."""
    if standing.origin == "source":
        return _("Original"), "book-open"
    if standing.origin == "none":
        return "–", ""
    if standing.missing:
        words = ngettext("{count} line missing", "{count} lines missing", standing.missing)
        return words.format(count=number(standing.missing)), "pencil"
    if standing.stale:
        words = ngettext("{count} to look at again", "{count} to look at again", standing.stale)
        return words.format(count=number(standing.stale)), "refresh-cw"
    if standing.review == "reviewed" and standing.reviewed_by:
        words = _("Read over by {name}")
        return words.format(name=isolate(standing.reviewed_by)), "badge-check"
    if standing.review == "reviewed":
        return _("Reviewed by a reader"), "badge-check"
    return _("Complete, a draft"), "circle-check"
