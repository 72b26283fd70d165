"""Indicator sets in plain words: what is counted, and what is wrong with a file.

Knows no Qt, because the commands say the same words as the screens.
"""

from __future__ import annotations

from decimal import Decimal

from trainer_app.domain.competences import LEVELS
from trainer_app.domain.funding import rule as of
from trainer_app.domain.funding.answers import Stage
from trainer_app.domain.funding.indicators import IndicatorSet, Need, in_language
from trainer_app.i18n import _, current, isolate, ngettext, pgettext
from trainer_app.i18n.formats import listed, number
from trainer_app.ui.competence_words import competence_titles, levels
from trainer_app.ui.funding_words import language_word
from trainer_app.ui.labels import genders


def stages() -> dict[Stage, str]:
    """When something is asked or looked at."""
    return {
        "entry": pgettext("stage", "On coming in"),
        "exit": pgettext("stage", "On leaving"),
        "later": pgettext("stage", "Six months after leaving"),
    }


def need_words(set: IndicatorSet, need: Need) -> str:
    """What must be known of a participant for her to be counted."""
    if need.stage is None:
        return _facts()[need.what]
    return _asked(set, need.what, need.stage)


def rule_words(set: IndicatorSet, rule: of.Rule) -> str:
    """A rule as the end of "everybody who …"; questions by their place in the set, from 1."""
    match rule:
        case of.All(parts):
            return _joined(set, parts, _("; and "))
        case of.Either(parts):
            return _joined(set, parts, _("; or "))
        case of.Not(of.Known(fact)):
            return _("has no {fact} in the register").format(fact=_facts()[fact])
        case of.Not(part):
            return _("does not fit this: {rule}").format(rule=rule_words(set, part))
        case of.Answered(stage, question, choices):
            asked = set.question(question, stage)
            known = {one.id: one.words for one in asked.choices} if asked else {}
            said = [_quoted(in_language(known[one], current().code)) for one in choices]
            return _("answered question {number} with {answers}").format(
                number=number(set.questions.index(asked) + 1 if asked else 0),
                answers=_(" or ").join(said),
            )
        case of.Age():
            return _age_words(rule)
        case _:
            return _leaf_words(rule)


def _joined(set: IndicatorSet, parts: tuple[of.Rule, ...], between: str) -> str:
    """Parts side by side; one that is made of parts itself stands in brackets."""
    said = [
        f"({rule_words(set, part)})" if len(of.inner(part)) > 1 else rule_words(set, part)
        for part in parts
    ]
    return between.join(said)


def _asked(set: IndicatorSet, question: str, stage: Stage) -> str:
    asked = set.question(question, stage)
    return _quoted(in_language(asked.ask, current().code) if asked else question)


def _quoted(words: str) -> str:
    return _("“{words}”").format(words=isolate(words))


def _facts() -> dict[str, str]:
    return {
        "gender": _("gender"),
        "birth-year": _("year of birth"),
        "language": _("language"),
    }


def _age_words(age: of.Age) -> str:
    least, most = (None if one is None else number(one) for one in (age.least, age.most))
    if least is None:
        return _("was {most} years old or younger on coming in").format(most=most)
    if most is None:
        return _("was {least} years old or older on coming in").format(least=least)
    return _("was {least} to {most} years old on coming in").format(least=least, most=most)


def _leaf_words(rule: of.Rule) -> str:
    match rule:
        case of.Everyone():
            return _("took part")
        case of.Left():
            return _("left for good")
        case of.OfGender(chosen):
            return _("is in the register as: {genders}").format(
                genders=_(" or ").join(genders()[one] for one in chosen)
            )
        case of.Speaks(languages):
            return _("speaks {languages}").format(
                languages=_(" or ").join(language_word(one) for one in languages)
            )
        case of.Known(fact):
            return _("has a {fact} in the register").format(fact=_facts()[fact])
        case of.PassedLesson(lesson):
            return _("passed the lesson {lesson}").format(lesson=isolate(lesson))
        case of.Reached():
            return _level_words(rule)
        case _:
            return _counted_words(rule)


def _counted_words(rule: of.Rule) -> str:
    match rule:
        case of.Attended(least):
            words = ngettext("was there {count} time or more", "was there {count} times or more",
                             least)  # fmt: skip
        case of.Completed(least):
            words = ngettext("completed {count} course or more",
                             "completed {count} courses or more", least)  # fmt: skip
        case of.PassedLessons(least):
            words = ngettext("passed {count} lesson or more", "passed {count} lessons or more",
                             least)  # fmt: skip
        case of.Hours(hours):
            return _("was there for {hours} participant-hours or more").format(hours=_plain(hours))
        case _:
            raise TypeError(rule)
    return words.format(count=number(least))


def _plain(hours: Decimal) -> str:
    return number(hours, None if hours == hours.to_integral_value() else 2)


def _level_words(rule: of.Reached) -> str:
    level = levels()[rule.at_least]
    if rule.at_least != LEVELS[-1]:
        level = _("{level} or more").format(level=level)
    if rule.competence is not None:
        what = f"{rule.competence} {competence_titles()[rule.competence]}"
    elif rule.area is not None:
        what = _("area {number} of DigComp").format(number=isolate(rule.area))
    else:
        what = _("any competence of DigComp")
    return _("passed a lesson that teaches {competence} ({level})").format(
        competence=what, level=level
    )


def traits(set: IndicatorSet) -> list[str]:
    """What is to be known of a set besides its figures: where it comes from, what is a draft."""
    said = [
        isolate(set.source),
        _("version {number}").format(number=number(set.version)),
        _("added here") if set.own else _("comes with the program"),
    ]
    if set.drafts:
        drafts = listed([language_word(one) for one in set.drafts])
        said.append(_("words not yet checked in {languages}").format(languages=drafts))
    return said
