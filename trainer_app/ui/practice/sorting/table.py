"""The table of a sorting stage: who lies where, what is lifted, what a press or a drag means."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.sorting import (
    Action,
    CardView,
    PileView,
    Put,
    SortingView,
    TakeBack,
)
from trainer_app.i18n import _
from trainer_app.i18n.formats import listed
from trainer_app.ui.practice.sorting.parts import PlaceButton, SortCard
from trainer_app.ui.practice.sorting.piles import PileHead
from trainer_app.ui.practice.sorting.plan import Heap, Plan, plan
from trainer_app.ui.practice.sorting.spots import (
    Spot,
    cards_of,
    lies_on_pile,
    places_for,
    sorted_slots,
    spot_before,
)
from trainer_app.ui.practice.stage_screen import Material, Touch
from trainer_app.ui.theme import current
from trainer_app.ui.theme.tokens import RADIUS_LARGE
from trainer_app.ui.widgets.drawn import panel


class SortingTable(QWidget):
    """All cards and piles on one ground, so that a card can lie anywhere on it.

    Signals: `acted(object)` an action of the sorting engine.
    """

    acted = Signal(object)

    def __init__(self, material: Material) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._material = material
        self._view = SortingView((), ())
        self._cards: dict[str, SortCard] = {}
        self._heads: dict[str, PileHead] = {}
        self._slots: dict[Spot, PlaceButton] = {}
        self._back = PlaceButton(_("Put the card back here"), "undo-2", self)
        self._back.hide()
        self._lifted = ""
        self._over: Spot | None = None
        self._plan = Plan()
        self._room = 0
        self._by_mouse = False
        self._back.clicked.connect(self._take_back)
        self._back.put_down.connect(self._put_down)

    def set_room(self, height: int) -> None:
        """How much height is in sight, in pixels."""
        if height != self._room:
            self._room = height
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def show_view(self, view: SortingView) -> None:
        """Lay the cards as they are now; the focus stays with a person's work."""
        self._view = view
        for pile in view.piles:
            if pile.id not in self._heads:
                self._heads[pile.id] = self._new_head(pile)
        for card in cards_of(self._view):
            if card.id not in self._cards:
                self._cards[card.id] = self._new_card(card)
        if self._lifted and self._lifted not in self._cards:
            self._lifted = ""
        self._refresh()

    def focus_first(self) -> None:
        """The first card of the hand, or of the piles."""
        cards = cards_of(self._view)
        if cards:
            self._cards[cards[0].id].setFocus(Qt.FocusReason.OtherFocusReason)

    def touch(self, action: Action) -> Touch | None:
        """First the card, then its new place."""
        if action.card not in self._cards:
            return None
        if isinstance(action, TakeBack) and action.card in (card.id for card in self._view.hand):
            return None
        if self._lifted != action.card:
            return Touch(self._cards[action.card])
        if isinstance(action, TakeBack):
            return Touch(self._back)
        pile = next((each for each in self._view.piles if each.id == action.pile), None)
        if pile is None:
            return None
        if not pile.ordered:
            return Touch(self._heads[pile.id])
        others = sum(card.id != action.card for card in pile.cards)
        at = others if action.at is None else max(0, min(action.at, others))
        return Touch(self._slots[pile.id, at])

    def _new_head(self, pile: PileView) -> PileHead:
        path = self._material.picture(pile.picture) if pile.picture else None
        head = PileHead(self._material.line(pile.word), path, self)
        head.clicked.connect(lambda: self._put((pile.id, None)))
        head.put_down.connect(self._put_down)
        self._listen(head)
        head.show()
        return head

    def _new_card(self, view: CardView) -> SortCard:
        path = self._material.picture(view.picture) if view.picture else None
        card = SortCard(view.id, self._material.line(view.word), path, self)
        card.clicked.connect(lambda: self._pressed(view.id))
        card.put_down.connect(self._put_down)
        card.dragged.connect(lambda at: self._drag_over(view.id, at))
        card.dropped.connect(lambda at: self._drop(view.id, at))
        self._listen(card)
        card.show()
        return card

    def _listen(self, widget: QWidget) -> None:
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress):
            self._by_mouse = event.type() == QEvent.Type.MouseButtonPress
        return super().eventFilter(watched, event)

    def _pressed(self, card_id: str) -> None:
        """A card is lifted; a second press puts it down, one on a card of a pile puts it there."""
        if not self._lifted:
            self._lift(card_id)
        elif self._lifted == card_id:
            self._put_down()
        else:
            spot = spot_before(self._view, card_id, self._lifted)
            if spot is None:
                self._lift(card_id)
            else:
                self._put(spot)

    def _lift(self, card_id: str) -> None:
        self._lifted = card_id
        self._refresh()

    def _put_down(self) -> None:
        card, self._lifted = self._lifted, ""
        self._refresh()
        if card:
            self._cards[card].setFocus(self._reason())

    def _put(self, spot: Spot) -> None:
        if not self._lifted:
            return
        pile_id, at = spot
        pile = next(each for each in self._view.piles if each.id == pile_id)
        if at is None and pile.ordered:
            at = sum(card.id != self._lifted for card in pile.cards)
        self._act(Put(self._lifted, pile_id, at))

    def _take_back(self) -> None:
        if self._lifted:
            self._act(TakeBack(self._lifted))

    def _act(self, action: Action) -> None:
        self._lifted = ""
        self.acted.emit(action)
        self._refresh()
        hand = [card.id for card in self._view.hand if card.id != action.card]
        following = self._cards[hand[0] if hand else action.card]
        following.setFocus(self._reason())

    def _reason(self) -> Qt.FocusReason:
        mouse = Qt.FocusReason.MouseFocusReason
        return mouse if self._by_mouse else Qt.FocusReason.OtherFocusReason

    def _refresh(self) -> None:
        """Everything as it is now: marks, places, names, order of the keys, and where it lies."""
        self._show_cards()
        self._show_slots()
        for pile in self._view.piles:
            here = any(card.id == self._lifted for card in pile.cards) and not pile.ordered
            words = [self._material.text(card.word) for card in pile.cards]
            said = listed(words) if words else _("empty")
            is_open = bool(self._lifted) and not here
            self._heads[pile.id].show_state(pile.room, is_open=is_open, said=said)
        self._arrange()
        self._order_keys()

    def _show_cards(self) -> None:
        in_hand = _("in your hand")
        places = [(card, in_hand, 0) for card in self._view.hand]
        for pile in self._view.piles:
            on = _("on: {pile}").format(pile=self._material.text(pile.word))
            for number, card in enumerate(pile.cards, start=1):
                places.append((card, on, number if pile.ordered else 0))
        for card, where, place in places:
            lifted = card.id == self._lifted
            said = [where, *([_("Look again")] if card.to_mend else [])]
            if lifted:
                said = [_("lifted; now choose a place")]
            self._cards[card.id].show_state(
                lifted=lifted, to_mend=card.to_mend, place=place, said=". ".join(said)
            )

    def _show_slots(self) -> None:
        """Places between the cards of a row, while a card is lifted."""
        wanted = places_for(self._view, self._lifted)
        for spot in [each for each in self._slots if each not in wanted]:
            gone = self._slots.pop(spot)
            gone.hide()
            gone.deleteLater()
        for spot in wanted:
            if spot not in self._slots:
                self._slots[spot] = self._new_slot(spot)
        in_hand = any(card.id == self._lifted for card in self._view.hand)
        self._back.setVisible(bool(self._lifted) and not in_hand)

    def _new_slot(self, spot: Spot) -> PlaceButton:
        number = (spot[1] or 0) + 1
        slot = PlaceButton(_("Place {number}").format(number=number), "plus", self)
        slot.clicked.connect(lambda: self._put(spot))
        slot.put_down.connect(self._put_down)
        self._listen(slot)
        slot.show()
        return slot

    def _order_keys(self) -> None:
        """Tab goes through the hand and then the piles; from a lifted card to its places first."""
        places: list[QWidget] = []
        rest: list[QWidget] = [self._cards[card.id] for card in self._view.hand]
        for pile in self._view.piles:
            rest.append(self._heads[pile.id])
            if not pile.ordered:
                places.append(self._heads[pile.id])
            places += (slot for spot, slot in sorted_slots(self._slots) if spot[0] == pile.id)
            rest += (self._cards[card.id] for card in pile.cards)
        chain = rest
        if self._lifted:
            lifted = self._cards[self._lifted]
            places.append(self._back)
            chain = [lifted, *places, *(each for each in rest if each not in (lifted, *places))]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def _arrange(self) -> None:
        if not self._heads:
            return
        hand: list[SortCard | PlaceButton] = [self._cards[card.id] for card in self._view.hand]
        if not self._back.isHidden():
            hand.append(self._back)
        heaps = [Heap(self._heads[pile.id], self._parts(pile)) for pile in self._view.piles]
        self._plan = plan(hand, heaps, QRect(0, 0, self.width(), self._room))
        for widget, box in self._plan.boxes.items():
            widget.setGeometry(box)
        self.setMinimumHeight(self._plan.height)
        self.update()

    def _parts(self, pile: PileView) -> tuple[SortCard | PlaceButton, ...]:
        parts: list[SortCard | PlaceButton] = []
        at = 0
        for card in pile.cards:
            slot = self._slots.get((pile.id, at)) if card.id != self._lifted else None
            if slot is not None:
                parts.append(slot)
            at += card.id != self._lifted
            parts.append(self._cards[card.id])
        if (last := self._slots.get((pile.id, at))) is not None:
            parts.append(last)
        return tuple(parts)

    def _drag_over(self, card_id: str, at: QPoint) -> None:
        if self._lifted:
            self._lifted = ""
        over = self._spot_at(card_id, self.mapFromGlobal(at))
        if over != self._over:
            self._over = over
            self.update()

    def _drop(self, card_id: str, at: QPoint) -> None:
        here = self.mapFromGlobal(at)
        spot = self._spot_at(card_id, here)
        self._over = None
        if spot is not None:
            self._lifted = card_id
            self._put(spot)
        elif self._plan.hand.contains(here) and lies_on_pile(self._view, card_id):
            self._act(TakeBack(card_id))
        else:
            self._refresh()

    def _spot_at(self, card_id: str, at: QPoint) -> Spot | None:
        for pile, ground in zip(self._view.piles, self._plan.piles, strict=True):
            if not ground.contains(at):
                continue
            if not pile.ordered:
                return pile.id, None
            others = (self._cards[card.id] for card in pile.cards if card.id != card_id)
            above = sum(self._plan.boxes[each].center().y() < at.y() for each in others)
            return pile.id, above
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a pile's ground is one on the pile."""
        spot = self._spot_at(self._lifted, event.position().toPoint())
        self._by_mouse = True
        if spot is not None and self._lifted:
            self._put(spot)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.space(RADIUS_LARGE)
        for pile, ground in zip(self._view.piles, self._plan.piles, strict=False):
            over = self._over is not None and self._over[0] == pile.id
            fill = theme.colour("primary_tint" if over else "sunk")
            edge = theme.colour("primary" if over else "line")
            panel(painter, QRectF(ground), radius, fill, edge, theme.border if over else 1.4)
        if self._over is not None and self._over[1] is not None:
            self._paint_place(painter, self._over[0], self._over[1])

    def _paint_place(self, painter: QPainter, pile_id: str, at: int) -> None:
        """A bar where the dragged card would lie in a row."""
        theme = current()
        pile = next(each for each in self._view.piles if each.id == pile_id)
        above: QWidget = self._heads[pile_id]
        if at:
            cards = [self._cards[each.id] for each in pile.cards]
            above = cards[min(at, len(cards)) - 1]
        box = self._plan.boxes[above]
        bar = QRectF(box.left(), box.bottom(), box.width(), theme.space(6))
        panel(painter, bar, 3, theme.colour("primary"))
