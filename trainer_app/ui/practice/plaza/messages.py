"""Messages: who wrote, what they sent, and what can be answered."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.plaza.state import Choose, Do, Undo
from trainer_app.domain.practice.plaza.views import MessageView, NoteView
from trainer_app.i18n import _, isolate
from trainer_app.ui.practice.pieces.rows import RowButton
from trainer_app.ui.practice.pieces.saying import Saying
from trainer_app.ui.practice.pieces.shelf import Part
from trainer_app.ui.practice.plaza import said
from trainer_app.ui.practice.plaza.bits import deed, line, row, words
from trainer_app.ui.practice.plaza.entries import Entry
from trainer_app.ui.practice.plaza.faces import PersonButton
from trainer_app.ui.practice.plaza.post_card import Bubble
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.practice.plaza.spots import AWAY, Spot
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.panels import Card, Panel
from trainer_app.ui.widgets.text import Text


def messages(scene: Scene, _thing: str) -> list[Part]:
    """Everybody who wrote, and whom there is something to write to."""
    parts: list[Part] = []
    for author in writers(scene):
        sent = [each for each in scene.view.messages if each.author == author]
        parts.append(
            Part(
                f"thread {author}",
                (author, tuple(sent)),
                partial(_row, scene, author, sent),
            )
        )
    if not parts:
        parts.append(words("none", _("Nobody has written."), colour="muted"))
    gone = any(scene.standing.has("delete", each.id) for each in scene.stage.messages)
    if gone:
        parts.append(row(scene, "away", Saying("trash-2", _("What you put away")), AWAY))
    return parts


def writers(scene: Scene) -> list[str]:
    """People with whom there is a conversation."""
    asked = [each.of for each in scene.stage.texts if each.what == "message"]
    found = [each.author for each in scene.view.messages]
    found += [each for each in asked if scene.person(each) is not None]
    found += [each.to for each in scene.view.notes if scene.person(each.to) is not None]
    return list(dict.fromkeys(found))


def _row(scene: Scene, author: str, sent: list[MessageView]) -> QWidget:
    last = _last(scene, sent)
    short = last if len(last) < 60 else f"{last[:57]}…"
    button = PersonButton(
        scene.face(author),
        scene.name(author),
        short,
        note_icon="mic" if sent and sent[-1].carries == "voice" else "",
        sign="chevron-right",
        boxed=True,
    )
    return scene.opens(button, Spot("thread", author))


def _last(scene: Scene, sent: list[MessageView]) -> str:
    """The beginning of what somebody wrote last."""
    if not sent:
        return _("Write something")
    if sent[-1].carries == "voice" and not sent[-1].opened:
        return _("A voice note")
    return scene.text(sent[-1].word)


def thread(scene: Scene, author: str) -> list[Part]:
    """What somebody wrote, one bubble after the other, and where to answer."""
    parts = [Part("who", author, lambda: _who(scene, author))]
    for message in scene.messages_of(author):
        blocked = (
            scene.can(Choose("reply", message.id, message.replies[0][0]))
            if message.replies
            else True
        )
        parts.append(
            Part(
                f"message {message.id}",
                (message, blocked),
                partial(_Message, scene, message),
            )
        )
        if _wanted(scene, message.id):
            parts.append(_field(scene, message.id))
    parts += [
        Part(f"note {each.id}", each, partial(_sent, scene, each))
        for each in scene.view.notes
        if each.to == author
    ]
    if scene.person(author) is not None and scene.standing.writes("message", author):
        parts.append(_written(scene, author))
        parts.append(_field(scene, author))
    return parts


def _sent(scene: Scene, note: NoteView) -> QWidget:
    """Something ready that was sent to this person."""
    return Bubble(_("You"), scene.text(note.word), mine=True)


def _who(scene: Scene, author: str) -> QWidget:
    button = PersonButton(
        scene.face(author),
        scene.name(author),
        _("Look at the page, mute, block"),
        sign="chevron-right",
        boxed=True,
    )
    return scene.opens(button, Spot("person", author))


def _wanted(scene: Scene, thing: str) -> bool:
    return any((each.what, each.of) == ("message", thing) for each in scene.stage.texts)


def _written(scene: Scene, thing: str) -> Part:
    text = scene.standing.written("message", thing)

    def make() -> QWidget:
        return Bubble(_("You"), text, mine=True) if text else QWidget()

    return Part(f"written {thing}", text, make)


def _field(scene: Scene, thing: str) -> Part:
    def make() -> QWidget:
        label = _("Your message")
        entry = Entry(scene, "message", thing, label, lines=2, done=_("Send"), icon="send")
        return Card(entry, pad=12)

    return Part(f"field {thing}", None, make)


class _Message(Card):
    """One message: what it says, what it brings, what can be answered."""

    def __init__(self, scene: Scene, message: MessageView) -> None:
        super().__init__(pad=14)
        self._scene, self._message = scene, message
        if message.carries == "voice" and not message.opened:
            self.add(line("mic", _("A voice note"), "ink", "body"))
        else:
            self.add(Text(scene.text(message.word)))
        if message.carries != "nothing":
            self._add_carried()
        self._add_answers()
        if message.proof:
            self.add(line("bookmark", _("You kept a proof.")))
        if message.report:
            self.add(line("flag", _("You reported this.")))
        label = _("More about this message of {name}").format(
            name=isolate(scene.name(message.author))
        )
        more = Button(_("More"), "quiet", icon="ellipsis", size="small")
        more.setAccessibleName(label)
        self.body.addWidget(
            scene.opens(more, Spot("about", message.id)), 0, Qt.AlignmentFlag.AlignLeading
        )

    def _add_carried(self) -> None:
        scene, message = self._scene, self._message
        carries, brought = message.carries, said.carried(message.carries)
        opens = carries in ("link", "file")
        what = "open" if opens else "play"
        button = Button(brought.word, icon=brought.icon)
        scene.does(button, Do(what, message.id))
        if carries == "voice":
            button.clicked.connect(self._speak)
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        if not message.opened:
            return
        if carries == "voice":
            self.add(line("circle-check", _("You listened to it.")))
        else:
            self.add(_Opened(scene, message))
            return
        again = Button(_("Not heard yet"), "quiet", icon="undo", size="small")
        self.body.addWidget(
            scene.does(again, Undo(what, message.id)), 0, Qt.AlignmentFlag.AlignLeading
        )

    def _speak(self) -> None:
        message = self._message
        self._scene.heard.emit(self._scene.material.spoken(message.word, message.author))

    def _add_answers(self) -> None:
        scene, message = self._scene, self._message
        for reply, word in message.replies:
            chosen = message.replied == reply
            if not chosen and not scene.can(Choose("reply", message.id, reply)):
                continue
            answer = RowButton(Saying("reply", scene.text(word)), chosen=chosen)
            self.add(scene.does(answer, Choose("reply", message.id, reply)))
        if message.replied:
            back = Button(_("Take the answer back"), "quiet", icon="undo", size="small")
            self.body.addWidget(
                scene.does(back, Choose("reply", message.id, "")), 0, Qt.AlignmentFlag.AlignLeading
            )


class _Opened(Panel):
    """What came to the screen when a link, a file or a picture was opened."""

    def __init__(self, scene: Scene, message: MessageView) -> None:
        super().__init__("sunk", "line", radius=12, pad=12)
        if message.carries == "link":
            self.body.addWidget(line("globe", _("A strange page is open.")))
            self.body.addWidget(Text(_("It asks: Who are you? What is your number?"), "small"))
            close, what = _("Close the page"), "open"
        elif message.carries == "file":
            self.body.addWidget(line("file-text", _("The file is open.")))
            close, what = _("Close the file"), "open"
        else:
            self.body.addWidget(line("image", _("The picture is open.")))
            close, what = _("Close the picture"), "play"
        button = Button(close, icon="x")
        self.body.addWidget(
            scene.does(button, Undo(what, message.id)), 0, Qt.AlignmentFlag.AlignLeading
        )


def about(scene: Scene, message: str) -> list[Part]:
    """What can be done with a message."""
    author = next(each.author for each in scene.stage.messages if each.id == message)
    parts = deed(
        scene,
        "prove",
        message,
        Saying("bookmark", _("Keep a proof"), _("A picture of it, to show to somebody.")),
        Saying("undo", _("Throw the proof away")),
    )
    report = Saying("flag", _("Report it"), _("Tell Plaza what is wrong with it."))
    parts.append(row(scene, "report", report, Spot("report", message)))
    parts += deed(
        scene,
        "delete",
        message,
        Saying("trash-2", _("Delete the message")),
        Saying("undo", _("Bring it back")),
        danger=True,
        leaves=True,
    )
    name = isolate(scene.name(author))
    person = Saying(
        "user", _("The page of {name}").format(name=name), _("There you can mute or block.")
    )
    parts.append(row(scene, "person", person, Spot("person", author)))
    return parts
