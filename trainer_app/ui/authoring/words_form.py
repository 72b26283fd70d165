"""The words to know: each with its plain meaning."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.drafts import Draft
from trainer_app.domain.lessons import WordToKnow
from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.ui.authoring.form import Form
from trainer_app.ui.authoring.history import Place
from trainer_app.ui.heading import flow
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, IconButton, Text

ENOUGH = 12


class WordsForm(Form):
    """Words and meanings, row by row. Signals: those of Form."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft, Place("words"))
        self.add(
            Text(
                _("5 to 8 words that learners meet here, each explained in plain words."),
                "small",
                colour="muted",
                tight=True,
            )
        )
        for at, word in enumerate(draft.words):
            self.add(self._row(at, word))
        add = Button(_("Add a word"), icon="plus", size="small")
        add.setEnabled(len(draft.words) < ENOUGH)
        add.clicked.connect(self._add)
        self.fields["add"] = add
        self.add(flow(add))
        self.column.addStretch(1)

    def _row(self, at: int, word: WordToKnow) -> QWidget:
        said = number(at + 1)
        first = self.line(
            f"word {at}",
            _("Word {number}").format(number=said),
            word.word,
            lambda d, v: _with(d, at, word=v),
        )
        meaning = self.line(
            f"meaning {at}",
            _("Meaning of word {number}").format(number=said),
            word.meaning,
            lambda d, v: _with(d, at, meaning=v),
            hint=_("What it means"),
        )
        for field in (first, meaning):
            field.hide_label()
        gone = IconButton("trash-2", _("Take word {number} away").format(number=said),
                          show_word=False)  # fmt: skip
        gone.clicked.connect(lambda: self.reshape(lambda d: _without(d, at), "add"))
        whole = QWidget()
        inside = QHBoxLayout(whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(current().space(8))
        inside.addWidget(first, 2)
        inside.addWidget(meaning, 3)
        inside.addWidget(gone)
        return whole

    def _add(self) -> None:
        at = len(self.draft.words)
        self.reshape(lambda d: replace(d, words=(*d.words, WordToKnow("", ""))), f"word {at}")


def _with(draft: Draft, at: int, **fields: str) -> Draft:
    return replace(
        draft,
        words=tuple(
            replace(each, **fields) if place == at else each
            for place, each in enumerate(draft.words)
        ),
    )


def _without(draft: Draft, at: int) -> Draft:
    return replace(draft, words=draft.words[:at] + draft.words[at + 1 :])
