"""What looking at a badge's file told, in words for the window and the command."""

from __future__ import annotations

from trainer_app.domain.funding.badges import Badge, Checked
from trainer_app.i18n import _, isolate, pgettext
from trainer_app.i18n.formats import listed, long_date
from trainer_app.services.pack_offers import code_of

_OURS = ("given", "revoked", "unlisted")


def verdict_title(checked: Checked) -> str:
    """What the file is, as short as it can be said."""
    if checked.standing == "revoked":
        return _("This badge was taken back")
    if checked.standing == "unlisted":
        return _("This badge is not on the list")
    return {
        "valid": _("This badge is valid"),
        "altered": _("This badge was changed"),
        "unknown": _("This badge cannot be checked here"),
        "no-badge": _("This file is not a badge"),
    }[checked.verdict]


def verdict_text(checked: Checked) -> str:
    """What that means, and what to do."""
    if checked.verdict != "valid":
        return {
            "altered": _(
                "Something in it is not as it was when it was signed. Do not rely on what it says. "
                "Ask for the file again, from the centre that gave it."
            ),
            "unknown": _(
                "It was made by another program, in a form that this program does not know. "
                "It may still be good. Ask the organisation that gave it."
            ),
            "no-badge": _("A badge is a file that ends in .json or .png. Choose another file."),
        }[checked.verdict]
    if checked.standing is None:
        return _(
            "Nothing in it was changed since it was signed. The name of the centre is what the "
            "badge itself says. If it matters, ask the centre whether the key is theirs."
        )
    return {
        "given": _("It is on this centre’s list, and nothing in it was changed."),
        "revoked": _("This centre gave it and took it back later."),
        "unlisted": _(
            "It is signed with a key of this centre, but it is not on this centre’s list. Perhaps "
            "another laptop gave it, and the laptops have not been merged yet. Perhaps the person "
            "was erased. Or somebody used the key who should not have it any more."
        ),
        "other": _(
            "Nothing in it was changed since it was signed. The key is not one of this centre. "
            "The name is what the badge itself says."
        ),
    }[checked.standing]


def badge_lines(checked: Checked) -> list[tuple[str, str]]:
    """What a badge that holds says, each with its label: who, what for, when."""
    badge, key = checked.badge, checked.key
    if badge is None or key is None:
        return []
    whose = isolate(code_of(key))
    if checked.standing in _OURS:
        whose = _("{key} (this centre)").format(key=whose)
    elif checked.standing == "other":
        whose = _("{key} (not this centre)").format(key=whose)
    lines = [
        (_("Given by"), isolate(badge.issuer)),
        (_("Key"), whose),
        (_("For"), isolate(badge.name)),
        (pgettext("badge", "Given on"), long_date(badge.at.date())),
        (_("What it says"), isolate(badge.description)),
    ]
    if badge.alignments:
        lines.append((_("Competences (DigComp 3.0)"), _competences(badge)))
    return [(label, value) for label, value in lines if value]


def _competences(badge: Badge) -> str:
    """The codes: the framework's own names are English and long."""
    return listed([isolate(each.code) for each in badge.alignments])
