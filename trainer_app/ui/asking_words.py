"""Words for what is asked for projects: stages, reasons of leaving, consents, what is open."""

from __future__ import annotations

from datetime import date

from trainer_app.domain.funding.answers import PREFER_NOT, Answer, Choice, Question, Stage, Words
from trainer_app.domain.funding.asking import Open
from trainer_app.i18n import _, current, isolate, ngettext
from trainer_app.i18n.formats import number, short_date
from trainer_app.services.funding.taking import Taking


def stages() -> dict[Stage, str]:
    """When somebody is asked."""
    return {
        "entry": _("At coming in"),
        "exit": _("At leaving"),
        "later": _("Six months later"),
    }


def reasons() -> dict[str, str]:
    """Why somebody left, as it is chosen."""
    return {
        "finished": _("Finished the course"),
        "work": _("Found work"),
        "study": _("Went to a school or training"),
        "moved": _("Moved away"),
        "health": _("Illness"),
        "family": _("Care for the family"),
        "else": _("Something else"),
        "not-said": _("Not said"),
    }


def in_own(words: Words | None) -> str:
    """Words in the language in use, or else in English; nothing where there are none."""
    return "" if words is None else words.get(current().code, words["en"])


def ask_words(question: Question) -> str:
    """A question in the language in use, or else in English."""
    return in_own(question.ask)


def choice_words(choice: Choice) -> str:
    """A choice in the language in use, or else in English."""
    return in_own(choice.words)


def answer_words(question: Question | None, answer: Answer) -> str:
    """What somebody said, in the trainer's language."""
    if answer.value is None:
        return _("Cannot be opened here")
    if answer.value == PREFER_NOT:
        if question is not None and question.by_trainer:
            return _("Not known")
        return _("Prefers not to say")
    for choice in question.choices if question else ():
        if choice.id == answer.value:
            return choice_words(choice)
    return answer.value


def open_words(one: Open, today: date) -> str:
    """How much is open of a stage, and until when."""
    many = len(one.asked) + len(one.known)
    words = ngettext("{count} question open", "{count} questions open", many).format(
        count=number(many)
    )
    if one.until is None:
        return words
    until = _("late since {day}") if one.is_late(today) else _("until {day}")
    return f"{words} · {until.format(day=short_date(one.until))}"


def yes_words(taking: Taking, use: str) -> str:
    """A person's word on one use, with its day and how it was asked."""
    consent = taking.consents.get(use)
    if consent is None:
        return _("Not asked yet")
    day = short_date(consent.on)
    words = (
        _("Yes, on {day}").format(day=day) if consent.given else _("No, on {day}").format(day=day)
    )
    more = [words]
    if consent.interpreter:
        more.append(_("through an interpreter"))
    if consent.guardian:
        more.append(_("with {guardian}").format(guardian=isolate(consent.guardian)))
    return " · ".join(more)


def uses() -> dict[str, str]:
    """What a person says yes or no to."""
    return {
        "answers": _("Questions of the project"),
        "sensitive": _("Private questions"),
    }
