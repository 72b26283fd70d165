"""A screen reader's view of the program: what is in sight, by role and name, over AT-SPI alone.

Runs with the system's Python, outside the program: it never sees a pixel nor one of its modules.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 8.0
_LOOK_MS = 40
_MOST_DEEP = 60
_ISOLATES = re.compile("[\u2066-\u2069\u202a-\u202e\u200e\u200f]")
State = Atspi.StateType
_ROLES = {
    "canvas": Atspi.Role.CANVAS,
    "check box": Atspi.Role.CHECK_BOX,
    "combo box": Atspi.Role.COMBO_BOX,
    "dialog": Atspi.Role.DIALOG,
    "heading": Atspi.Role.HEADING,
    "label": Atspi.Role.LABEL,
    "list item": Atspi.Role.LIST_ITEM,
    "password text": Atspi.Role.PASSWORD_TEXT,
    "push button": Atspi.Role.PUSH_BUTTON,
    "list": Atspi.Role.LIST,
    "radio button": Atspi.Role.RADIO_BUTTON,
    "table": Atspi.Role.TABLE,
    "table cell": Atspi.Role.TABLE_CELL,
    "text": Atspi.Role.TEXT,
}


def plain(words: str | None) -> str:
    """Words as they are said: no marks of direction, no double spaces."""
    return " ".join(_ISOLATES.sub("", words or "").split())


class NotThere(AssertionError):
    """What a reader looked for cannot be met."""


@dataclass(frozen=True, eq=False)
class Met:
    """One thing as a reader meets it."""

    thing: Any
    role: str
    name: str
    states: frozenset[str]
    deep: int

    @property
    def said(self) -> str:
        """Its description."""
        return plain(self.thing.get_description())

    def has(self, *states: Any) -> bool:
        """Whether all these states are on now, asked anew."""
        now = self.thing.get_state_set()
        return all(now.contains(state) for state in states)

    @property
    def ready(self) -> bool:
        """Whether it can be pressed, and is not just being pressed."""
        now = self.thing.get_state_set()
        return now.contains(State.SENSITIVE) and not now.contains(State.PRESSED)

    def box(self) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen."""
        at = self.thing.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        return at.x, at.y, at.width, at.height

    def actions(self) -> list[str]:
        """The names of what can be done with it."""
        face = self.thing.get_action_iface()
        if face is None:
            return []
        return [face.get_action_name(at) for at in range(face.get_n_actions())]

    def do(self, action: str) -> bool:
        """Do one of its actions; False if it has gone, NotThere if it has none of that name."""
        known, face = self.actions(), self.thing.get_action_iface()
        if known and action not in known:
            raise NotThere(f"{self} can only be {known}")
        return face is not None and bool(known) and bool(face.do_action(known.index(action)))

    def __str__(self) -> str:
        return f"{self.role} “{self.name}”"


class Reader:
    """Meets what one process shows, and does what a person asks for by name."""

    def __init__(self, process: int) -> None:
        self._process = process
        self.heard: list[str] = []
        self.changes: list[tuple[str, str]] = []
        self._listener = Atspi.EventListener.new(self._happened)
        for kind in ("announcement", "state-changed:focused", "property-change:accessible-name"):
            self._listener.register(f"object:{kind}")

    def _happened(self, event: Any) -> None:
        if "announcement" in event.type:
            self.heard.append(plain(event.any_data))

    # Waiting
    def wait(self, what: str, true: Callable[[], Any], seconds: float = PATIENCE) -> Any:
        """Look again and again, letting events come, until something is true; gives it back."""
        end = time.monotonic() + seconds
        while True:
            try:
                found = true()
            except GLib.Error:  # it went while it was being looked at
                found = None
            if found:
                return found
            if time.monotonic() > end:
                raise NotThere(f"{what}\nin sight:\n{self.told()}\nheard: {self.heard[-8:]}")
            self._let_events_come()

    def _let_events_come(self) -> None:
        context = GLib.MainContext.default()
        source = GLib.timeout_add(_LOOK_MS, lambda: GLib.SOURCE_REMOVE)
        context.iteration(True)
        while context.iteration(False):
            pass
        if (kept := context.find_source_by_id(source)) is not None:
            kept.destroy()

    def program(self) -> Any:
        """The program among all that can be met, or None."""
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            one = desktop.get_child_at_index(at)
            if one is not None and one.get_process_id() == self._process:
                one.set_cache_mask(Atspi.Cache.NONE)
                return one
        return None

    # Meeting
    def in_sight(self) -> Iterator[Met]:
        """Everything that is shown, in the order in which a reader meets it."""
        for window in self._windows():
            yield from self._below(window, 0)

    def _below(self, thing: Any, deep: int) -> Iterator[Met]:
        met = _met(thing, deep)
        if "showing" not in met.states or deep > _MOST_DEEP:
            return
        yield met
        if "manages-descendants" in met.states:
            return
        for at in range(thing.get_child_count()):
            child = thing.get_child_at_index(at)
            if child is not None:
                yield from self._below(child, deep + 1)

    def told(self) -> str:
        """All that is in sight, a line each."""
        lines = []
        for met in self.in_sight():
            states = sorted(met.states)
            told = f"{'  ' * met.deep}{met}"
            told += f" – {met.said}" if met.said else ""
            shown = [s for s in states if s not in ("visible", "showing", "sensitive", "enabled")]
            lines.append(f"{told} {' '.join(shown)}")
        return "\n".join(lines)

    def look(self, name: str, role: str = "") -> Met | None:
        """What has this name (and role) now, if it can be met."""
        wanted = plain(name)
        for thing in self._shown(role):
            if plain(thing.get_name()) == wanted:
                return _met(thing)
        return None

    def _shown(self, role: str) -> Iterator[Any]:
        """What is shown in any window, by role, asked of the program at once."""
        roles = [_ROLES[role]] if role else []
        for window in self._windows():
            yield from _matching(window, [State.SHOWING], roles)

    def find(self, name: str, role: str = "") -> Met:
        """Wait for what has this name (and role)."""
        found = self.wait(f"{role} “{name}” is not there", lambda: self.look(name, role))
        assert isinstance(found, Met)
        return found

    def all(self, role: str) -> list[Met]:
        """Everything of a role that is shown, in the order of reading."""
        return [_met(thing) for thing in self._shown(role)]

    def within(self, window: Met, role: str) -> list[Met]:
        """Everything of a role in one window."""
        return [_met(thing) for thing in _matching(window.thing, [State.SHOWING], [_ROLES[role]])]

    def rows(self, table: Met) -> list[list[str]]:
        """What a table says, cell by cell; NotThere where a cell is none."""
        face = table.thing.get_table_iface()
        whole = []
        for row in range(face.get_n_rows()):
            cells = [face.get_accessible_at(row, at) for at in range(face.get_n_columns())]
            for cell in cells:
                if cell.get_role() != Atspi.Role.TABLE_CELL:
                    raise NotThere(f"{_met(cell)} stands in a row of {table}")
            whole.append([plain(cell.get_name()) for cell in cells])
        return whole

    def headings(self, table: Met) -> list[str]:
        """The headings of a table's columns, as the header says them beside each cell."""
        face = table.thing.get_table_iface()
        found = [face.get_column_header(at) for at in range(face.get_n_columns())]
        return [plain(one.get_name()) if one is not None else "" for one in found]

    def window(self, role: str) -> Met | None:
        """A window of its own with this role."""
        for window in self._windows():
            found = _met(window)
            if found.role == role and "showing" in found.states:
                return found
        return None

    def _windows(self) -> Iterator[Any]:
        program = self.program()
        for at in range(program.get_child_count() if program else 0):
            window = program.get_child_at_index(at)
            if window is not None:  # it may have gone meanwhile
                yield window

    def named_by(self, met: Met) -> list[str]:
        """The labels that name it."""
        labels = [
            relation.get_target(at)
            for relation in met.thing.get_relation_set()
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
            for at in range(relation.get_n_targets())
        ]
        return [plain(label.get_name()) for label in labels]

    def focused(self) -> Met | None:
        """What has the keyboard."""
        for window in self._windows():
            for thing in _matching(window, [State.FOCUSED], []):
                return _met(thing)
        return None

    # Doing
    def press(self, name: str, role: str = "push button") -> None:
        """Press a button that is not disabled."""

        def pressed() -> bool:
            button = self.look(name, role)
            return button is not None and button.ready and button.do("Press")

        self.wait(f"{role} “{name}” cannot be pressed", pressed)

    def toggle(self, name: str, role: str = "check box") -> Met:
        """Press what stays pressed; comes back when it does."""
        button = self.find(name, role)
        self.wait(f"{button} can be pressed", lambda: button.ready)
        button.do("Toggle")
        self.wait(f"{button} is chosen", lambda: button.has(State.CHECKED))
        return button

    def write(self, name: str, words: str, role: str = "text") -> Met:
        """Write into a field."""
        field = self.find(name, role)
        face = field.thing.get_editable_text_iface()
        assert face is not None, field
        assert face.set_text_contents(words), field
        return field

    def hears(self, words: str) -> None:
        """Wait for an announcement that holds these words, after the last one waited for."""
        wanted = plain(words)

        def came() -> bool:
            for at, heard in enumerate(self.heard):
                if wanted in heard:
                    del self.heard[: at + 1]
                    return True
            return False

        self.wait(f"“{words}” was not announced", came)


def _met(thing: Any, deep: int = 0) -> Met:
    states = frozenset(state.value_nick for state in thing.get_state_set().get_states())
    return Met(thing, thing.get_role_name(), plain(thing.get_name()), states, deep)


def _matching(window: Any, states: list[Any], roles: list[Any]) -> list[Any]:
    """All in a window that is in all of these states and has one of these roles."""
    rule = Atspi.MatchRule.new(
        Atspi.StateSet.new(states), Atspi.CollectionMatchType.ALL,
        {}, Atspi.CollectionMatchType.ALL,
        roles, Atspi.CollectionMatchType.ANY if roles else Atspi.CollectionMatchType.ALL,
        [], Atspi.CollectionMatchType.ALL, False,
    )  # fmt: skip
    face = window.get_collection_iface()
    return list(face.get_matches(rule, Atspi.CollectionSortOrder.CANONICAL, 0, True))


def content(thing: Any) -> str:
    """What can be read in a field."""
    face = thing.get_text_iface()
    return str(Atspi.Text.get_text(face, 0, Atspi.Text.get_character_count(face)))
