"""What screen readers take a widget for, where Qt knows no more than that it is a widget."""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QWidget
from shiboken6 import isValid

from trainer_app.ui.widgets.focus_chain import proxy_of
from trainer_app.ui.widgets.laid_out import all_laid_out

Role = QAccessible.Role

_SAID_AS = "saidAs"
_installed: list[bool] = []
_own: WeakKeyDictionary[QObject, Callable[[QWidget], QAccessibleInterface]] = WeakKeyDictionary()


def say_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Have readers take a widget for this; call it before the widget gets a name."""
    widget.setProperty(_SAID_AS, role.value)


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say at once what came about in or around a widget."""
    if words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def describe_by(widget: QWidget, face: Callable[[QWidget], QAccessibleInterface]) -> None:
    """Have readers meet a widget through a description of its own."""
    let_readers_know()
    _own[widget] = face


def let_readers_know() -> None:
    """Answer the questions of readers about our own widgets from now on."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_described)


class _Holder(QAccessibleWidget):
    """A widget with a role of its own; what has a name and none is a group of things.

    What it hands the keyboard to has it, it does not. What is in it is met in the order of its
    layout: Qt's own order is that in which things were made.
    """

    def _own(self) -> QWidget | None:
        """The widget; None while it goes, of which readers are told, too."""
        thing = self.object()
        return thing if isinstance(thing, QWidget) and isValid(thing) else None

    def role(self) -> QAccessible.Role:
        widget = self._own()
        chosen = widget.property(_SAID_AS) if widget else None
        if chosen is not None:
            return Role(chosen)
        return Role.Grouping if widget and widget.accessibleName() else Role.Client

    def state(self) -> QAccessible.State:
        now, widget = super().state(), self._own()
        if widget is not None and proxy_of(widget) is not None:
            now.focused = now.focusable = False
        return now

    def child(self, index: int) -> QAccessibleInterface:
        order = self._order()
        return super().child(order[index] if 0 <= index < len(order) else index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        made = super().indexOfChild(child)
        return self._order().index(made) if made >= 0 else -1

    def _order(self) -> list[int]:
        """The places of the children as they were made, in the order of reading."""
        made = range(super().childCount())
        widget = self._own()
        layout = widget.layout() if widget else None
        if layout is None or not isValid(layout):
            return list(made)
        reading = {one: place for place, one in enumerate(all_laid_out(layout))}
        children = [super(_Holder, self).child(at) for at in made]
        # What no layout holds lies over the rest.
        places = [reading.get(each.object(), len(reading)) if each else 0 for each in children]
        return sorted(made, key=places.__getitem__)


class _Words(_Holder):
    """Words with a role of their own, such as a heading."""

    def text(self, what: QAccessible.Text) -> str:
        label = self._own()
        if what == QAccessible.Text.Name and isinstance(label, QLabel):
            return label.accessibleName() or label.text()
        return super().text(what)


class _Button(_Holder):
    """A button of our own. Readers' "toggle" changes how Qt's own look, and does nothing else."""

    def _pressed(self) -> QAbstractButton | None:
        thing = self._own()
        return thing if isinstance(thing, QAbstractButton) else None

    def role(self) -> QAccessible.Role:
        button = self._pressed()
        if button is None or not button.isCheckable():
            return Role.Button
        return Role.RadioButton if button.autoExclusive() else Role.CheckBox

    def text(self, what: QAccessible.Text) -> str:
        button = self._pressed()
        if what == QAccessible.Text.Name and button is not None:
            return button.accessibleName() or button.text()
        if what == QAccessible.Text.Description and button is not None:
            # A tool tip is for eyes; mostly it is the name again.
            return button.accessibleDescription()
        return super().text(what)

    def state(self) -> QAccessible.State:
        now, button = super().state(), self._pressed()
        if button is not None:
            now.checkable, now.checked = button.isCheckable(), button.isChecked()
            now.pressed = button.isDown()
        return now

    def actionNames(self) -> list[str]:  # noqa: N802
        button = self._pressed()
        if button is None or not button.isEnabled():
            return super().actionNames()
        deed = self.toggleAction() if button.isCheckable() else self.pressAction()
        return [deed, *super().actionNames()]

    def doAction(self, name: str) -> None:  # noqa: N802
        button = self._pressed()
        if name not in (self.pressAction(), self.toggleAction()):
            super().doAction(name)
        elif button is not None and button.isEnabled():
            # A moment later, as by a finger: who asks must not wait for all that follows.
            button.animateClick()


def _described(kind: str, thing: QObject) -> QAccessibleInterface | None:
    """The description of a widget of ours; Qt asks for each class of it, the last one first."""
    if kind != type(thing).__name__ or not isinstance(thing, QWidget):
        return None
    if thing in _own:
        return _own[thing](thing)
    known = next(one for one in type(thing).__mro__ if one.__module__.startswith("PySide6"))
    if known is QWidget:
        return _Holder(thing, Role.Client)
    if known is type(thing):
        return None
    if isinstance(thing, QAbstractButton):
        return _Button(thing, Role.Button)
    if isinstance(thing, QLabel):
        return None if thing.property(_SAID_AS) is None else _Words(thing, Role.Client)
    return None
