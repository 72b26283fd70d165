"""Typing letters, words, `@` and `#`, on a keyboard of the person's script.

Each target is a line of its own; a wrong letter stays in it until it is deleted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from trainer_app.domain.errors import UnknownThing
from trainer_app.domain.practice.engine import Progress
from trainer_app.domain.practice.keyboards import BASE, SHIFT, SIGNS, Keyboard, Row
from trainer_app.domain.practice.keystrokes import (
    Action,
    Chose,
    Dead,
    Deleted,
    Entered,
    Layer,
    Pressed,
    Switched,
)
from trainer_app.domain.practice.scenario import PracticeWords, WordId
from trainer_app.domain.practice.typing_stage import Trouble, TypingStage
from trainer_app.domain.practice.writing import folded, rest_of, with_mark, without_last

MOST_SIGNS = 60
MOST_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Typing:
    """The lines as they are. `at` is the line typed in, -1 when all are ready and none is chosen.

    What was typed is here and nowhere else.
    """

    stage: TypingStage
    language: str
    wanted: tuple[str, ...]
    texts: tuple[str, ...] = field(repr=False)
    entered: frozenset[int] = frozenset()
    at: int = 0
    board: int = 0
    layer: str = BASE
    dead: str = ""
    tries: int = 0
    mistakes: int = 0
    consequence: str = ""

    @property
    def keyboard(self) -> Keyboard:
        """The keyboard on the screen."""
        return self.stage.boards(self.language)[self.board]


@dataclass(frozen=True, slots=True)
class LineView:
    """A line: the words asked for (an example if `free`), what is typed, and whether it is right.

    `so_far`: nothing wrong stands in it. `here`: this is the line typed in.
    """

    id: str
    word: WordId
    typed: str = field(repr=False)
    free: bool
    so_far: bool
    met: bool
    here: bool


@dataclass(frozen=True, slots=True)
class TypingView:
    """The lines and the keyboard; `languages` are those that it can be switched to."""

    lines: tuple[LineView, ...]
    rows: tuple[Row, ...]
    dead_keys: tuple[str, ...]
    waiting: str
    layer: str
    layers: tuple[str, ...]
    language: str
    languages: tuple[str, ...]


def start(stage: TypingStage, _seed: int, words: PracticeWords) -> Typing:
    """Empty lines, the first one chosen."""
    wanted = tuple(words.text(stage.word("targets", each.id)).strip() for each in stage.targets)
    return Typing(stage, words.language, wanted, tuple("" for _ in wanted))


def act(state: Typing, action: Action) -> Typing:
    """The lines after a key. Raises UnknownThing(what="target", "keyboard" or "layer")."""
    match action:
        case Pressed(text):
            return _press(state, text)
        case Dead(key):
            known = key in state.keyboard.dead and state.at >= 0
            return replace(state, dead=key, layer=BASE) if known else state
        case Deleted():
            return _delete(state)
        case Layer(name):
            if name not in (BASE, SHIFT, SIGNS):
                raise UnknownThing(what="layer", id=name)
            return replace(state, layer=name) if name in state.keyboard.layers else state
        case Switched(language):
            names = [each.language for each in state.stage.boards(state.language)]
            if language not in names:
                raise UnknownThing(what="keyboard", id=language)
            return replace(state, board=names.index(language), layer=BASE, dead="")
        case Chose(target):
            ids = [each.id for each in state.stage.targets]
            if target not in ids:
                raise UnknownThing(what="target", id=target)
            return replace(state, at=ids.index(target), dead="")
        case Entered():
            return _enter(state)


def view(state: Typing, _viewer: str) -> TypingView:
    """The lines and the keyboard; everybody sees the same."""
    board = state.keyboard
    return TypingView(
        lines=tuple(
            LineView(
                id=target.id,
                word=state.stage.word("targets", target.id),
                typed=state.texts[number],
                free=target.free,
                so_far=_so_far(state, number),
                met=_met(state, number),
                here=number == state.at,
            )
            for number, target in enumerate(state.stage.targets)
        ),
        rows=board.layers[state.layer],
        dead_keys=board.dead_keys(state.layer),
        waiting=state.dead,
        layer=state.layer,
        layers=tuple(board.layers),
        language=board.language,
        languages=tuple(each.language for each in state.stage.boards(state.language)),
    )


def progress(state: Typing) -> Progress:
    """A goal is met when each of its lines holds what was asked for."""
    stage = state.stage
    right = {target.id for number, target in enumerate(stage.targets) if _met(state, number)}
    everything = tuple(target.id for target in stage.targets)
    wrong = (number for number in range(len(stage.targets)) if not _so_far(state, number))
    to_mend = (_consequence(state, number, "wrong-letter") for number in wrong)
    return Progress(
        goals=tuple(goal.id for goal in stage.goals),
        met=tuple(goal.id for goal in stage.goals if right.issuperset(goal.of or everything)),
        tries=state.tries,
        mistakes=state.mistakes,
        consequence=state.consequence,
        to_mend=tuple(dict.fromkeys(each for each in to_mend if each)),
    )


def next_step(state: Typing) -> Action | None:
    """The next key for the first line of the next goal that is not ready."""
    aim = progress(state).next_goal
    if not aim:
        return None
    of = next(goal.of for goal in state.stage.goals if goal.id == aim)
    number, target = next(
        (number, target)
        for number, target in enumerate(state.stage.targets)
        if (not of or target.id in of) and not _met(state, number)
    )
    if state.at != number:
        return Chose(target.id)
    if not _so_far(state, number):
        return Deleted()
    if target.free and _ready(state, number):
        return Entered()
    sign = _rest(state, number)[:1]
    # Where capitals do not count, a keyboard without this one has the small letter.
    likes = (sign,) if target.exact else (sign, folded(sign, state.language, exact=False))
    return next((key for each in likes if (key := _key_for(state, each))), None)


def actions(state: Typing) -> Sequence[Action]:
    """Every key of the layer shown, and the keys beside it."""
    board = state.keyboard
    return (
        *(Pressed(key) for key in board.keys(state.layer)),
        *(Dead(key) for key in board.dead_keys(state.layer)),
        Deleted(),
        Entered(),
        *(Layer(name) for name in board.layers if name != state.layer),
        *(Switched(each.language) for each in state.stage.boards(state.language)),
        *(Chose(target.id) for target in state.stage.targets),
    )


def _press(state: Typing, text: str) -> Typing:
    number = state.at
    # The joiner of Persian words is the one sign that is typed and not seen.
    typeable = 0 < len(text) <= MOST_AT_ONCE and (text.isprintable() or text == "\u200c")
    if number < 0 or not typeable:
        return state
    if state.dead:
        text = state.dead if text == " " else with_mark(text, state.keyboard.dead[state.dead])
    typed = state.texts[number] + text
    if len(typed) > MOST_SIGNS:
        return state
    written = _write(replace(state, layer=BASE, dead="", consequence=""), typed)
    if not _so_far(written, number):
        return _mistaken(written, number, "wrong-letter")
    if not _met(written, number):
        return written
    return _onward(written)


def _delete(state: Typing) -> Typing:
    if state.dead:
        return replace(state, dead="")
    if state.at < 0 or not state.texts[state.at]:
        return state
    return _write(replace(state, consequence=""), without_last(state.texts[state.at]))


def _enter(state: Typing) -> Typing:
    number = state.at
    if number < 0 or not state.stage.targets[number].free or number in state.entered:
        return state
    if not _so_far(state, number):
        return _mistaken(state, number, "wrong-letter")
    if not _ready(state, number):
        return _mistaken(state, number, "too-short")
    return _onward(replace(state, entered=state.entered | {number}, consequence=""))


def _write(state: Typing, text: str) -> Typing:
    """Another text in the line typed in; a line that is changed is no longer ready."""
    texts = (*state.texts[: state.at], text, *state.texts[state.at + 1 :])
    return replace(state, texts=texts, entered=state.entered - {state.at})


def _onward(state: Typing) -> Typing:
    """To the next line that is not ready, after one that is."""
    count = len(state.texts)
    following = (number % count for number in range(state.at + 1, state.at + count))
    at = next((number for number in following if not _met(state, number)), -1)
    return replace(state, at=at, tries=state.tries + 1)


def _mistaken(state: Typing, number: int, trouble: Trouble) -> Typing:
    return replace(
        state,
        tries=state.tries + 1,
        mistakes=state.mistakes + 1,
        consequence=_consequence(state, number, trouble),
    )


def _consequence(state: Typing, number: int, trouble: Trouble) -> str:
    """The first consequence that follows this trouble; "" if there is none."""
    target = state.stage.targets[number].id
    found = (each for each in state.stage.consequences if each.when == trouble)
    return next((each.id for each in found if each.follows(target)), "")


def _so_far(state: Typing, number: int) -> bool:
    """Whether nothing wrong stands in a line."""
    target, text = state.stage.targets[number], state.texts[number]
    if not target.free:
        return rest_of(state.wanted[number], text, state.language, target.exact) is not None
    if not target.starts or not text:
        return True
    return text.startswith(target.starts) and " " not in text


def _ready(state: Typing, number: int) -> bool:
    """Whether a free line holds enough."""
    target, text = state.stage.targets[number], state.texts[number]
    return _so_far(state, number) and sum(sign.isalpha() for sign in text) >= target.least


def _met(state: Typing, number: int) -> bool:
    target = state.stage.targets[number]
    if target.free:
        return number in state.entered and _ready(state, number)
    wanted, text = state.wanted[number], state.texts[number]
    language = state.language
    return folded(text, language, target.exact) == folded(wanted, language, target.exact)


def _rest(state: Typing, number: int) -> str:
    """What to type next: of the text asked for, or of the example of a free line."""
    example, text = state.wanted[number], state.texts[number]
    if state.stage.targets[number].free:
        return example[len(text) :] or example[-1:]
    return rest_of(example, text, state.language, state.stage.targets[number].exact) or ""


def _key_for(state: Typing, sign: str) -> Action | None:
    """The next key for a sign, on this keyboard or on another one of the stage."""
    if not sign:
        return None
    strokes = state.keyboard.strokes(sign)
    if strokes is None:
        others = (board for board in state.stage.boards(state.language) if board.strokes(sign))
        other = next(others, None)
        return None if other is None else Switched(other.language)
    waits = len(strokes) == 2 and state.dead == strokes[0][1]
    if state.dead and not waits:
        return Deleted()
    layer, key = strokes[1] if waits else strokes[0]
    if state.layer != layer:
        return Layer(layer)
    return Dead(key) if len(strokes) == 2 and not waits else Pressed(key)
