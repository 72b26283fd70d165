"""What the pretend phone calls its things and deeds, and how a deed is taken back."""

from __future__ import annotations

from dataclasses import dataclass

from trainer_app.domain.practice.phone_stage import DeedName, ThingKind
from trainer_app.i18n import N_, _


@dataclass(frozen=True, slots=True)
class DeedWords:
    """A deed's sign, the words to do it, those when it is done, and those to take it back."""

    icon: str
    do: str
    done: str
    undo: str


def deed_words(deed: DeedName, *, talking: bool = False) -> DeedWords:
    """The words of a deed in the language of the moment; `talking`: it is done in a call."""
    icon, do, done, undo = _SAID if talking and deed == "say" else _DEEDS[deed]
    return DeedWords(icon, _(do), _(done), _(undo))


@dataclass(frozen=True, slots=True)
class KindWords:
    """A thing's sign, what kind of thing it is, and the heading of such things."""

    icon: str
    word: str
    heading: str


def kind_words(kind: ThingKind) -> KindWords:
    """The words of a kind of things in the language of the moment."""
    icon, word, heading = _KINDS[kind]
    return KindWords(icon, _(word), _(heading))


def unknown_number() -> str:
    """Who sends it, where the phone does not know."""
    return _("Unknown number")


_CALLS, _BACK = N_("Messages and calls"), N_("Take it back")
_SAID = ("mic", N_("Say"), N_("You said this"), N_("Say sorry, I was wrong"))
_KINDS: dict[ThingKind, tuple[str, str, str]] = {
    "message": ("message-circle", N_("Message"), _CALLS),
    "call": ("phone", N_("Phone call"), _CALLS),
    "code": ("rectangle-ellipsis", N_("Code"), _CALLS),
    "group": ("users", N_("Group"), N_("Groups")),
    "contact": ("contact", N_("Contact"), N_("Contacts")),
    "account": ("circle-user-round", N_("My account"), N_("Accounts")),
    "device": ("laptop", N_("Linked device"), N_("Linked devices")),
}
_DEEDS: dict[DeedName, tuple[str, str, str, str]] = {
    "listen": ("play", N_("Listen"), N_("You listened"), N_("Mark as not heard")),
    "answer": ("phone", N_("Answer the call"), N_("You answered"), N_("Let it ring again")),
    "call": ("phone", N_("Call"), N_("You called"), _BACK),
    "say": ("send", N_("Send"), N_("You sent this"), N_("Delete what I sent")),
    "forward": ("forward", N_("Send on"), N_("You sent it on"), _BACK),
    "open-link": ("link", N_("Open the link"), N_("You opened the link"), N_("Close the page")),
    "give-code": (
        "key-round",
        N_("Give the code"),
        N_("You gave the code away"),
        N_("Ask for a new code"),
    ),
    "pay": (
        "banknote",
        N_("Send the money"),
        N_("You sent money"),
        N_("Ask the bank to stop it"),
    ),
    "enter": (
        "rectangle-ellipsis",
        N_("Type the code in"),
        N_("You typed the code in"),
        N_("Take the code out"),
    ),
    "hang-up": ("phone-off", N_("Hang up"), N_("You hung up"), N_("Call again")),
    "decline": ("phone-off", N_("Decline"), N_("You declined"), N_("Call back")),
    "ask": (
        "phone-call",
        N_("Ask someone I know"),
        N_("You asked someone that you know"),
        _BACK,
    ),
    "save-new-number": (
        "contact",
        N_("Save the new number"),
        N_("You saved the new number"),
        N_("Remove it"),
    ),
    "restore-email": (
        "mail-check",
        N_("Put my own e-mail back"),
        N_("The e-mail is yours"),
        _BACK,
    ),
    "change-passphrase": (
        "key-round",
        N_("Choose a new passphrase"),
        N_("You have a new passphrase"),
        N_("Choose another one"),
    ),
    "sign-out-others": (
        "log-out",
        N_("Sign out everywhere else"),
        N_("Signed out everywhere else"),
        _BACK,
    ),
    "turn-on-two-step": (
        "shield-check",
        N_("Turn on two steps"),
        N_("Two steps are on"),
        N_("Turn off"),
    ),
    "save-backup-codes": (
        "save",
        N_("Keep the backup codes"),
        N_("You keep the backup codes"),
        N_("Throw away"),
    ),
    "warn-friends": (
        "megaphone",
        N_("Warn my friends"),
        N_("Your friends are warned"),
        _BACK,
    ),
    "new-account": (
        "user-plus",
        N_("Start a new account"),
        N_("You gave this account up"),
        N_("Keep the old account"),
    ),
    "report": ("flag", N_("Report"), N_("You reported it"), N_("Take the report back")),
    "block": ("ban", N_("Block"), N_("You blocked this number"), N_("Unblock")),
    "mute": ("bell-off", N_("Mute"), N_("This group is quiet"), N_("Sound on again")),
    "leave": ("door-open", N_("Leave the group"), N_("You left the group"), N_("Join again")),
    "keep": ("check", N_("Keep"), N_("You keep this device"), N_("Choose again")),
    "unlink": ("unlink", N_("Unlink"), N_("This device is unlinked"), N_("Link it again")),
    "delete": ("trash-2", N_("Delete"), N_("You deleted it"), N_("Bring it back")),
}
