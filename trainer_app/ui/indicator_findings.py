"""What is wrong with the file of an indicator set, and what to do about it, in words.

Knows no Qt, because the commands say the same words as the screens.
"""

from __future__ import annotations

from trainer_app.domain.funding.set_findings import SetFinding
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import number

Pairs = dict[str, tuple[str, str]]


def sayings() -> Pairs:
    """By finding, what is wrong and what to do, with places for its facts."""
    return {**_file(), **_keys(), **_rules(), **_questions(), **_beside()}


def finding_words(finding: SetFinding) -> tuple[str, str]:
    """What is wrong, and what to do. Raises KeyError for a finding without words: a bug."""
    words = sayings()[finding.rule]
    facts = {
        name: _kinds()[str(value)] if name == "wanted" else _shown(value)
        for name, value in finding.facts.items()
    }
    return words[0].format(**facts), words[1].format(**facts)


def place_words(finding: SetFinding) -> str:
    """Where it is: the line and the key; nothing where it is about the whole file."""
    key = isolate(finding.key)
    if finding.line and finding.key:
        return _("Line {line}, {key}").format(line=number(finding.line), key=key)
    if finding.line:
        return _("Line {line}").format(line=number(finding.line))
    return key if finding.key else ""


def _shown(value: str | int) -> str:
    return number(value) if isinstance(value, int) else isolate(value)


def _kinds() -> dict[str, str]:
    return {
        "text": _("words between quotation marks"),
        "texts": _("a list of words between quotation marks"),
        "flag": _("true or false"),
        "count": _("a whole number"),
        "number": _("a number"),
        "table": _("a table with keys of its own"),
        "tables": _("a list of tables"),
    }


def _file() -> Pairs:
    return {
        "file-large": (
            _("The file is larger than {most} kilobytes."),
            _("A set of indicators is a short text. Choose the right file."),
        ),
        "not-utf8": (
            _("The file is not saved as UTF-8."),
            _("Save it again as “UTF-8” in your text editor."),
        ),
        "toml-broken": (
            _("From here on, the file cannot be read as TOML."),
            _("Look for a missing quotation mark, bracket or equals sign, or a key twice."),
        ),
        "toml-deep": (
            _("The file goes too deep: too many brackets or dots inside each other."),
            _("Write it flatter, as the example in docs/indicators.md is."),
        ),
        "file-name": (
            _("The file is not named after its set."),
            _("Name it {name}.toml, or add it again with “Add from a file”."),
        ),
    }


def _keys() -> Pairs:
    return {
        "key-missing": (_("“{name}” is missing."), _("Write this key here.")),
        "key-unknown": (
            _("“{name}” is a key that the program does not know."),
            _("Correct or remove it. Known here: {known}."),
        ),
        "wrong-kind": (_("This is the wrong kind of value."), _("Write {wanted}.")),
        "text-form": (
            _("These words are empty, too long, or hold signs that nobody sees."),
            _("Write 1 to {most} plain letters and signs."),
        ),
        "value-unknown": (
            _("“{value}” is not known here."),
            _("Choose one of these: {known}."),
        ),
        "id-form": (
            _("“{value}” cannot be a name for the program."),
            _("Use small letters, digits and single hyphens, up to 40 signs."),
        ),
        "code-form": (
            _("“{value}” cannot be a code."),
            _("Use letters, digits, dots and hyphens, up to 40 signs."),
        ),
        "number-range": (
            _("This number does not fit."),
            _("Write a number from {least} to {most}."),
        ),
        "how-many": (
            _("This list is too short or too long."),
            _("Write {least} to {most} of them."),
        ),
        "language-form": (
            _("“{value}” is no code of a language."),
            _("Write a code such as en, nl or ar."),
        ),
        "english-missing": (
            _("The English words are missing."),
            _("Add “en”: they are shown where another language is missing."),
        ),
        "double": (
            _("“{value}” stands here a second time."),
            _("Give one of the two another name, or remove it."),
        ),
    }


def _rules() -> Pairs:
    return {
        "rule-one": (
            _("This rule says nothing that is known, or two things at once."),
            _("Write one of these: {known}. Join several with “all” or “any”."),
        ),
        "rule-large": (
            _("This rule is too large to understand."),
            _("Use at most {largest} parts, at most {deepest} inside each other."),
        ),
        "rule-circle": (
            _("This rule leads back to itself by {code}."),
            _("Write out what is meant instead."),
        ),
        "indicator-unknown": (
            _("There is no indicator {code} in this file."),
            _("Correct the code, or write the rule here."),
        ),
        "age-empty": (_("This age has no beginning and no end."), _("Write “from”, “to” or both.")),
        "age-order": (
            _("This age ends before it begins."),
            _("Write the younger age at “from”, the older one at “to”."),
        ),
        "only-true": (
            _("This can only be true."),
            _("Write true; for the other way round write “not”."),
        ),
        "competence-or-area": (
            _("Here stand both a competence and an area."),
            _("Keep one of the two."),
        ),
    }


def _questions() -> Pairs:
    return {
        "question-unknown": (
            _("There is no question {question} at “{stage}” in this file."),
            _("Correct its name or stage, or write the question."),
        ),
        "choice-unknown": (
            _("The question has no answer “{choice}”."),
            _("Choose one of these: {known}."),
        ),
        "prefer-not": (
            _("“I prefer not to say” stands with every question by itself."),
            _("Remove this answer."),
        ),
        "question-unused": (
            _("No figure needs the question {question}."),
            _("Remove it: people are asked only what is needed."),
        ),
        "sensitive-unmarked": (
            _("The indicator {code} uses a sensitive answer, and does not say so."),
            _("Write “sensitive = true” for it."),
        ),
        "need-sensitive": (
            _("The sensitive question {question} is asked of everybody as a must."),
            _("Take it out of “needs”: nobody has to answer it."),
        ),
    }


def _beside() -> Pairs:
    return {
        "name-taken": (
            _("The program has a set that is called {name}."),
            _("Give yours another name in the file, such as {name}-ours."),
        ),
        "question-differs": (
            _("The question {question} has other answers here than in the set {other}."),
            _("Give it another name. One question is asked once for all sets."),
        ),
    }
