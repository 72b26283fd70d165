"""The competences of DigComp 3.0 and their levels, in the language of the reader."""

from __future__ import annotations

from trainer_app.i18n import _, pgettext


def levels() -> dict[str, str]:
    """The levels of a competence, the lowest first."""
    return {
        "basic": pgettext("level", "basic"),
        "intermediate": pgettext("level", "intermediate"),
        "advanced": pgettext("level", "advanced"),
        "highly-advanced": pgettext("level", "highly advanced"),
    }


def competence_titles() -> dict[str, str]:
    """The titles of the competences of DigComp 3.0, by code."""
    return {
        "1.1": _("Browsing, searching and filtering information"),
        "1.2": _("Evaluating information"),
        "1.3": _("Managing information"),
        "2.1": _("Interacting through and with digital technologies"),
        "2.2": _("Sharing through digital technologies"),
        "2.3": _("Engaging in citizenship through digital technologies"),
        "2.4": _("Collaborating through digital technologies"),
        "2.5": _("Digital behaviour"),
        "2.6": _("Managing digital identity"),
        "3.1": _("Developing digital content"),
        "3.2": _("Integrating and re-elaborating digital content"),
        "3.3": _("Copyright and licences"),
        "3.4": _("Computational thinking and programming"),
        "4.1": _("Protecting devices"),
        "4.2": _("Protecting personal data and privacy"),
        "4.3": _("Supporting wellbeing"),
        "4.4": _("Environmental impacts of digital technologies"),
        "5.1": _("Identifying and solving technical problems"),
        "5.2": _("Identifying needs and digital technological responses"),
        "5.3": _("Identifying creative solutions using digital technologies"),
        "5.4": _("Identifying and addressing digital competence needs"),
    }
