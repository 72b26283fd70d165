"""The program's words for what Plaza's engine names by id, each with an icon."""

from __future__ import annotations

from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import listed
from trainer_app.ui.practice.pieces.saying import Saying


def audience(value: str) -> Saying:
    """Who may see a post or a line of a profile."""
    return {
        "only-me": Saying("lock", _("Only me"), _("Nobody else sees it.")),
        "chosen": Saying("user-check", _("People I choose"), _("Only friends whom you choose.")),
        "friends": Saying("users", _("Friends"), _("All your friends.")),
        "friends-of-friends": Saying(
            "users-round", _("Friends of friends"), _("Your friends, and all their friends.")
        ),
        "everyone": Saying("globe", _("Everyone"), _("All people, strangers too.")),
    }[value]


def setting(name: str) -> Saying:
    """What a setting is about."""
    return {
        "posts": Saying("eye", _("Who sees my posts"), _("For every new post.")),
        "find": Saying("search", _("Who can find me"), _("When somebody looks for your name.")),
        "tag-review": Saying(
            "tag", _("Ask me first about tags"), _("Your name shows only after you say yes.")
        ),
        "place": Saying("map-pin", _("Show my place"), _("Your posts say where you are.")),
        "ads": Saying("megaphone", _("Ads that follow me"), _("Ads look at what you do.")),
        "two-step": Saying(
            "shield-check", _("Two-step login"), _("A code on your phone, after the passphrase.")
        ),
        "backup-codes": Saying(
            "key-round", _("Backup codes"), _("They open your account without the phone.")
        ),
    }.get(name) or Saying("settings", name)


def value_of(name: str, value: str) -> Saying:
    """A value that a setting can have."""
    if name in ("posts", "find"):
        return audience(value)
    return Saying("circle-check", _("On")) if value == "on" else Saying("circle", _("Off"))


def reason(value: str) -> Saying:
    """Why something is reported."""
    checked = _("Plaza looks at it. Nobody learns that it was you.")
    return {
        "scam": Saying("shield-alert", _("It is a scam"), checked),
        "harassment": Saying("triangle-alert", _("It hurts or threatens somebody"), checked),
        "false-name": Saying("user-x", _("Somebody uses a false name"), checked),
        "hateful": Saying("ban", _("It is full of hate"), checked),
        "untrue": Saying("circle-help", _("It is not true"), checked),
        "not-for-me": Saying(
            "eye-off", _("I do not like it"), _("You see less of this. Nobody checks it.")
        ),
    }[value]


def budget(value: str) -> Saying:
    """How much pretend money a post gets."""
    euros = int(value)
    if not euros:
        return Saying("minus", _("No money"))
    return Saying("coins", ngettext("{count} euro", "{count} euros", euros).format(count=euros))


def role(value: str) -> Saying:
    """What somebody may do in a group."""
    return {
        "member": Saying("user", _("Member"), _("Reads and writes in the group.")),
        "moderator": Saying("shield", _("Helper"), _("Sees that the rules are kept.")),
        "out": Saying("user-minus", _("Not in the group"), _("Does not see the group any more.")),
    }[value]


def carried(value: str) -> Saying:
    """What a message brings: the word is what a person does with it."""
    return {
        "link": Saying("link", _("Open the link")),
        "file": Saying("paperclip", _("Open the file")),
        "voice": Saying("play", _("Listen")),
        "picture": Saying("image", _("Look at the picture")),
    }[value]


def since(value: str) -> str:
    """How old an account is."""
    return {
        "today": _("Joined today"),
        "week": _("Joined this week"),
        "month": _("Joined this month"),
        "year": _("Joined this year"),
        "years": _("Here for years"),
    }[value]


def names(found: list[str]) -> str:
    """Some names in one text, each kept in one piece."""
    return listed([isolate(each) for each in found])
