"""The ways of projects: what is asked for them, checked, claimed and taken home."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow
    from trainer_app.ui.ways.funding.asking import AskingWays
    from trainer_app.ui.ways.funding.awards import AwardWays
    from trainer_app.ui.ways.funding.claims import ClaimWays
    from trainer_app.ui.ways.funding.files import FileWays
    from trainer_app.ui.ways.funding.projects import ProjectWays
    from trainer_app.ui.ways.funding.publishing import PublishingWays
    from trainer_app.ui.ways.funding.sets import SetWays
    from trainer_app.ui.ways.funding.took import TookWays


class FundingWays:
    """What an organiser does for those who pay. Loaded when asked for: no start needs it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @cached_property
    def projects(self) -> ProjectWays:
        """Projects, each with its page that leads on."""
        from trainer_app.ui.ways.funding.projects import ProjectWays

        return ProjectWays(self._window)

    @cached_property
    def asking(self) -> AskingWays:
        """What people are asked, and who left."""
        from trainer_app.ui.ways.funding.asking import AskingWays

        return AskingWays(self._window)

    @cached_property
    def awards(self) -> AwardWays:
        """Certificates and badges."""
        from trainer_app.ui.ways.funding.awards import AwardWays

        return AwardWays(self._window)

    @cached_property
    def took(self) -> TookWays:
        """Hours, costs and partners."""
        from trainer_app.ui.ways.funding.took import TookWays

        return TookWays(self._window)

    @cached_property
    def claims(self) -> ClaimWays:
        """Checks before a claim, and claims."""
        from trainer_app.ui.ways.funding.claims import ClaimWays

        return ClaimWays(self._window)

    @cached_property
    def files(self) -> FileWays:
        """Files for funders."""
        from trainer_app.ui.ways.funding.files import FileWays

        return FileWays(self._window)

    @cached_property
    def publishing(self) -> PublishingWays:
        """Tables for everybody."""
        from trainer_app.ui.ways.funding.publishing import PublishingWays

        return PublishingWays(self._window)

    @cached_property
    def sets(self) -> SetWays:
        """What funders count."""
        from trainer_app.ui.ways.funding.sets import SetWays

        return SetWays(self._window)
