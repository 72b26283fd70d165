"""What people did for a project, and as what, in words that screens and papers share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trainer_app.domain.funding.work import OTHER, Hours
from trainer_app.i18n import _, isolate, pgettext
from trainer_app.i18n.formats import listed


def tasks() -> Mapping[str, str]:
    """The short list of tasks, in the order in which it is offered."""
    return {
        "lead": _("Leading a session"),
        "help": _("Helping in a session"),
        "interpret": _("Interpreting in a session"),
        "prepare": _("Preparing"),
        "travel": _("Travelling"),
        "set-up": _("Setting up the room and the laptops"),
        "invite": _("Inviting people"),
        "office": _("Papers and records"),
        "train": _("Learning to do this work"),
    }


def task_words(task: str) -> str:
    """A task in words; somebody's own words stay as they are."""
    if task == OTHER:
        return _("Other work")
    return tasks().get(task) or isolate(task)


def work_roles() -> Mapping[str, str]:
    """As what somebody worked."""
    return {
        "trainer": pgettext("work", "Trainer"),
        "volunteer": pgettext("work", "Volunteer"),
        "interpreter": pgettext("work", "Interpreter"),
    }


def roles_words(roles: Iterable[str]) -> str:
    """Such as "Trainer and Interpreter"."""
    words = work_roles()
    return listed([words.get(role) or isolate(role) for role in roles])


def worker_name(one: Hours) -> str:
    """What somebody is called, kept together; who was erased has no name any more."""
    if one.name:
        return isolate(one.name)
    return isolate(one.number) if one.number else _("Somebody who was erased")
