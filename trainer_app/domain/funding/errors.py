"""What can go wrong in work for funders and for an organisation of many centres."""

from __future__ import annotations

from trainer_app.domain.errors import TrainerError


# Projects
class ProjectExists(TrainerError):
    """Another project has that name already. Facts: name."""


class TooMuchShared(TrainerError):
    """The shares of a project's partners are more than the whole. Facts: left.

    `left` is what nobody carries yet, in hundredths of a percent.
    """


# Asking people for a funder, and recognising what they did
class NotAgreed(TrainerError):
    """Nothing of this may be kept of somebody who did not agree to it. Facts: use."""


class NotEarned(TrainerError):
    """A certificate or badge was asked for somebody who did not complete what it is for."""


# Files and claims
class NotPublishable(TrainerError):
    """A file was to be published that could tell of single people. Facts: reason.

    Reasons: kind (it holds a row for each person), part (of a course or session alone), days (no
    month, quarter or year of the calendar), running (not over yet), few (too few people came).
    """


class ClaimTooLarge(TrainerError):
    """A claim has more rows than one event can carry. Facts: rows."""


class ClaimDamaged(TrainerError):
    """A claim is not whole, or no trainer of this centre signed it as it stands. Facts: reason.

    Reasons: damaged, forged.
    """


class FiguresChanged(TrainerError):
    """Between looking at a claim and handing it in something changed."""


# An organisation of many centres
class NotAnOrganisationKey(TrainerError):
    """The file is not the key, or the public file, of an organisation. Facts: file."""


class OtherRoot(TrainerError):
    """News of a centre lead back to another first trainer than is known. Facts: file."""


class UnknownCentre(TrainerError):
    """A bundle comes from a centre that the organisation does not know. Facts: file."""


class DoublesOn(TrainerError):
    """People of a project and period are counted once by a key already. Facts: period."""


class WrongDoublesKey(TrainerError):
    """A sign of a key that centres share is wrong."""


class WrongPeriod(TrainerError):
    """What was typed is neither a year nor a span of years. Facts: period."""


class NeedsExtra(TrainerError):
    """Something that is installed on its own is missing. Facts: extra."""


class NoDataset(TrainerError):
    """The folder holds no organisation's dataset. Facts: folder."""
