"""Who pays and who carries along, as it stands on every paper of a project: a line and logos."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage

from trainer_app.domain.funding.projects import Partner, Project
from trainer_app.i18n import _, isolate
from trainer_app.services.pictures import is_logo
from trainer_app.ui.printing.pages import Strip
from trainer_app.ui.printing.paper import Paper
from trainer_app.ui.printing.typesetting import INK, MM, MUTED, Setting, Style

_LOGO_HEIGHT, _LOGO_WIDTH = 12 * MM, 34 * MM
_BETWEEN = 4 * MM
_LINE = Style(8.5, ink=MUTED)
_NAME = Style(10, "semibold", INK)
_UNDER_LOGO = Style(7, ink=MUTED)


@dataclass(frozen=True, slots=True)
class Backer:
    """A partner on paper: a logo (PNG) with the name under it, or the name alone."""

    name: str
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class Backing:
    """Who makes something possible; what is empty is left out."""

    project: str = ""
    grant: str = ""
    funder: str = ""
    partners: Sequence[Backer] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it would be seen."""
        return not (self.project or self.grant or self.funder or self.partners)


def backing_of(project: Project, partners: Sequence[Partner], *, line: bool = True) -> Backing:
    """A project's own; without the `line` for papers that name project and funder elsewhere."""
    shown = tuple(Backer(one.name, one.logo) for one in partners)
    if not line:
        return Backing(partners=shown)
    return Backing(project.name, project.grant or "", project.funder or "", shown)


def backing_height(paper: Paper, backing: Backing, width: float) -> float:
    """How high `draw_backing` draws it in a width; nothing where there is nothing to say."""
    return _Layout(paper, backing, width).height


def draw_backing(paper: Paper, backing: Backing, x: float, top: float, width: float) -> None:
    """Draw the line, and the partners' logos in rows below it, from `top` down."""
    _Layout(paper, backing, width).draw(x, top)


def backing_strip(paper: Paper, backing: Backing, *, above: float = 0.0) -> Strip:
    """The same over the width of a page, `above` lower."""
    height = backing_height(paper, backing, paper.width)

    def draw(sheet: Paper, top: float) -> None:
        draw_backing(sheet, backing, 0.0, top + above, sheet.width)

    return Strip(height + above if height else 0.0, draw)


def backing_line(backing: Backing) -> str:
    """Such as "Project: Online Together, number AMIF-12. Paid by: European Union."."""
    parts = []
    if backing.project and backing.grant:
        parts.append(
            _("Project: {project}, number {number}").format(
                project=isolate(backing.project), number=isolate(backing.grant)
            )
        )
    elif backing.project or backing.grant:
        project = isolate(backing.project or backing.grant)
        parts.append(_("Project: {project}").format(project=project))
    if backing.funder:
        parts.append(_("With money from: {funder}").format(funder=isolate(backing.funder)))
    return " · ".join(isolate(part) for part in parts)


class _Layout:
    """Where everything stands: places from the start of reading, from the top."""

    def __init__(self, paper: Paper, backing: Backing, width: float) -> None:
        self._paper = paper
        words = backing_line(backing)
        self._line = paper.set(words, _LINE, width) if words else None
        across = max(1, int((width + _BETWEEN) // (_LOGO_WIDTH + _BETWEEN)))
        cells = [_Cell(paper, one) for one in backing.partners]
        self._rows = [cells[at : at + across] for at in range(0, len(cells), across)]
        top = self._line.height if self._line else 0.0
        self._tops = []
        for row in self._rows:
            top += 2 * MM if top else 0.0
            self._tops.append(top)
            top += max(cell.height for cell in row)
        self.height = top

    def draw(self, x: float, top: float) -> None:
        """All of it."""
        if self._line:
            self._paper.write(self._line, x, top)
        for row, down in zip(self._rows, self._tops, strict=True):
            for place, cell in enumerate(row):
                cell.draw(x + place * (_LOGO_WIDTH + _BETWEEN), top + down)


class _Cell:
    """One partner."""

    def __init__(self, paper: Paper, backer: Backer) -> None:
        self._paper = paper
        self._image = picture_of(backer.logo)
        style = _NAME if self._image is None else _UNDER_LOGO
        most = _LOGO_HEIGHT if self._image is None else 6 * MM
        self._name: Setting = paper.set(isolate(backer.name), style, _LOGO_WIDTH, most)
        logo = 0.0 if self._image is None else _LOGO_HEIGHT + 0.5 * MM
        self.height = logo + self._name.height

    def draw(self, x: float, top: float) -> None:
        if self._image is not None:
            self._paper.image(self._image, x, top, _LOGO_WIDTH, _LOGO_HEIGHT)
            top += _LOGO_HEIGHT + 0.5 * MM
        self._paper.write(self._name, x, top)


@lru_cache(maxsize=32)
def picture_of(logo: bytes | None) -> QImage | None:
    """A logo to draw; None where there is none, or what another laptop sent is not one."""
    if logo is None or not is_logo(logo):
        return None
    image = QImage()
    return image if image.loadFromData(QByteArray(logo), "PNG") else None
