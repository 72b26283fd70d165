"""Words for what is asked for projects: stages, reasons of leaving, consents, what is open."""

from __future__ import annotations

from datetime import date

from trainer_app.domain.funding.answers import PREFER_NOT, Answer, Choice, Question, Stage, Words
from trainer_app.domain.funding.asking import Open
from trainer_app.domain.funding.projects import Project
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
    if consent.given and consent.how == "signed":
        more.append(_("signed on paper"))
    if consent.interpreter:
        more.append(_("through an interpreter"))
    if consent.guardian:
        more.append(_("with {guardian}").format(guardian=isolate(consent.guardian)))
    return " · ".join(more)


def consent_lines(project: Project, centre: str, many: int) -> list[tuple[str, str]]:
    """What a yes is for, on the screen and on paper: an icon and a sentence each."""
    what = ngettext(
        "There is {count} question, about you.",
        "There are {count} short questions, about you.",
        many,
    ).format(count=number(many))
    pays = _("{project} helps to pay for what you learn here.").format(
        project=isolate(project.funder or project.name)
    )
    wants = _("It wants to know whom it reaches, and what changes for them.")
    sees = _("The trainers of {centre} see your answers.").format(centre=isolate(centre))
    numbers = _("Those who pay get numbers. They do not get your name with your answers.")
    no = _("You can say no, to all or to one. You learn here all the same.")
    later = _("Later you can take it back: tell your trainer.")
    return [
        ("list-checks", what),
        ("coins", f"{pays} {wants}"),
        ("eye", f"{sees} {numbers}"),
        ("hand", f"{no} {later}"),
    ]


def private_lines(many: int) -> list[tuple[str, str]]:
    """The same for questions that have a consent of their own."""
    what = ngettext(
        "There is {count} more question, about something private.",
        "There are {count} more questions, about private things.",
        many,
    ).format(count=number(many))
    return [
        ("list-checks", what + " " + _("Such as health, or how you live.")),
        ("lock", _("These answers are locked away. Only your trainers can open them.")),
        ("hand", _("You can leave these out. That is fine.")),
    ]


def uses() -> dict[str, str]:
    """What a person says yes or no to."""
    return {
        "answers": _("Questions of the project"),
        "sensitive": _("Private questions"),
    }
