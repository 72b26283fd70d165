"""A partner of a project: the name, the share, and the logo for its papers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from trainer_app.domain.errors import UnreadableFile
from trainer_app.domain.funding.money import cents_of
from trainer_app.domain.funding.projects import Partner
from trainer_app.i18n import _, isolate
from trainer_app.services.funding.spending import WHOLE, Spending
from trainer_app.services.pictures import MOST_BYTES, is_logo
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.took_form import TookForm
from trainer_app.ui.heading import column, flow
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, FlowGrid, Text, TextField
from trainer_app.ui.widgets.fields import Field

ChooseFile = Callable[[], Path | None]
_HIGH, _WIDE = 72, 240


@dataclass(frozen=True, slots=True)
class TypedPartner:
    """What stands in the form; the share as it was typed."""

    partner: Partner
    share: str


class PartnerFormPage(TookForm):
    """One partner, new where its `id` is empty. `choose_file` asks for a picture.

    Signals: as TookForm.
    """

    def __init__(
        self,
        spending: Spending,
        bridge: Bridge,
        partner: Partner,
        choose_file: ChooseFile,
        *,
        back: str,
    ) -> None:
        title = _("Change a partner") if partner.id else _("Add a partner")
        super().__init__(title, bridge, back=back)
        self._spending, self._partner, self._choose = spending, partner, choose_file
        self._logo = partner.logo
        self.name = TextField(_("Name"))
        self.share = TextField(_("Share in percent"), latin=True)
        for field in (self.name, self.share):
            field.changed.connect(lambda _text, field=field: self.touched(field))
        fields = FlowGrid(320, 14, most=2)
        fields.add(self.name, self.share)
        parts = [fields, self._logo_part()]
        if partner.id:
            parts.append(self._order_part())
        remove = _("Take this partner off") if partner.id else ""
        under = _("The share is how much of the whole this partner pays for. It may stay empty.")
        self.lay_out(parts, self.name, under=under, remove=remove)
        self.put(TypedPartner(partner, written_share(partner.share)))

    def _logo_part(self) -> FlowGrid:
        self._picture = QLabel()
        self._picture.setFixedHeight(current().px(_HIGH))
        self.choose = Button(_("Choose a logo"), icon="image-plus")
        self.choose.clicked.connect(self._choose_logo)
        self.drop = Button(_("Without a logo"), "quiet", icon="x")
        self.drop.clicked.connect(lambda: self._have_logo(None))
        self._said = Text("", "small", colour="muted")
        title = Text(_("Logo, for the papers of the project"), "body", "semibold")
        grid = FlowGrid(440, 14, most=1)
        grid.add(column(title, self._picture, self._said, flow(self.choose, self.drop), gap=6))
        return grid

    def _order_part(self) -> FlowGrid:
        up = Button(_("Further to the front"), "quiet", icon="move-up")
        down = Button(_("Further to the back"), "quiet", icon="move-down")
        up.clicked.connect(lambda: self._move(-1))
        down.clicked.connect(lambda: self._move(1))
        self._order = Text("", "small", colour="muted")
        title = Text(_("Place among the partners"), "body", "semibold")
        self._order = Text("", "small", colour="muted")
        title = Text(_("Place among the partners"), "body", "semibold")
        grid = FlowGrid(440, 14, most=1)
        grid.add(column(title, flow(up, down), self._order, gap=4))
        self._order.hide()
        return grid

    def _move(self, by: int) -> None:
        partner = self._partner

        def move() -> list[Partner]:
            self._spending.move_partner(partner, by)
            return self._spending.partners(partner.project)

        order = self._bridge.run(move, "projects")
        if order:
            names = " · ".join(isolate(one.name) for one in order)
            self._order.show()
            self._order.set_words(_("The order is now: {names}").format(names=names))

    def _choose_logo(self) -> None:
        file = self._choose()
        if file is None:
            return
        self._bridge.work(lambda: self._decoded(file), self._made)

    def _decoded(self, file: Path) -> bytes:
        """In a thread of its own: the picture is looked at by a process without rights."""
        try:
            with file.open("rb") as stream:
                content = stream.read(MOST_BYTES + 1)
        except OSError:
            raise UnreadableFile(file=file.name) from None
        return self._spending.logo(content, file.name)

    def _made(self, logo: bytes) -> None:
        # The page may have been left while the picture was looked at.
        if isValid(self):
            self._have_logo(logo)

    def _have_logo(self, logo: bytes | None) -> None:
        self._logo = logo
        self.touched()
        self._show_logo()

    def _show_logo(self) -> None:
        pixmap = QPixmap()
        if self._logo is not None and is_logo(self._logo):
            pixmap.loadFromData(QByteArray(self._logo))
        has = not pixmap.isNull()
        if has:
            theme = current()
            pixmap = pixmap.scaled(
                theme.px(_WIDE), theme.px(_HIGH), Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )  # fmt: skip
            self._picture.setPixmap(pixmap)
            self._picture.setAccessibleName(_("The logo as it will be printed"))
        self._picture.setVisible(has)
        self.drop.setVisible(has)
        words = "" if has else _("No logo yet: the name is printed. PNG and JPEG will do.")
        self._said.set_words(words)
        self._said.setVisible(not has)

    def typed(self) -> TypedPartner:
        share = cents_of(self.share.value())
        partner = replace(self._partner, name=self.name.value(), share=share, logo=self._logo)
        return TypedPartner(partner, self.share.value())

    def put(self, memory: TypedPartner) -> None:
        self.name.set_value(memory.partner.name)
        self.share.set_value(memory.share)
        self._logo = memory.partner.logo
        self._show_logo()

    def trouble(self) -> tuple[Field, str] | None:
        if not self.name.value().strip():
            return self.name, _("Write what the partner is called.")
        typed = self.share.value().strip()
        share = cents_of(typed)
        if typed and (share is None or share > WHOLE):
            return self.share, _("Write a number from 0 to 100, such as 12.5.")
        return None

    def saving(self) -> Callable[[], object]:
        partner = self.typed().partner
        return lambda: self._spending.save_partner(self._in_place(partner))

    def _in_place(self, partner: Partner) -> Partner:
        """Where it stands among the others may have changed on this page."""
        for one in self._spending.partners(partner.project):
            if one.id == partner.id:
                return replace(partner, rank=one.rank)
        return partner

    def removing(self) -> Callable[[], object]:
        return lambda: self._spending.remove_partner(self._partner)

    def restoring(self) -> Callable[[], object]:
        return lambda: self._spending.save_partner(self._partner)


def written_share(share: int | None) -> str:
    """A share as it stands in the field, which reads it back: 1250 hundredths are 12.5."""
    if share is None:
        return ""
    return f"{share // 100}.{share % 100:02}".rstrip("0").rstrip(".")
