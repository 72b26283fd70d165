"""The passphrase of the pretend account, and how strong it is while one types."""

from __future__ import annotations

from trainer_app.domain.passphrase import judge
from trainer_app.domain.practice.plaza.offers import ACCOUNT
from trainer_app.i18n import _
from trainer_app.ui.practice.plaza.entries import Entry
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.widgets.chips import ProgressBar
from trainer_app.ui.widgets.text import Text

STRONGEST = 4


class PassphraseEntry(Entry):
    """Shows the letters, because nobody here needs a secret. Signals: those of Entry."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(
            scene,
            "passphrase",
            ACCOUNT,
            _("Try a passphrase"),
            more=_("Never one that you use elsewhere. It is not kept."),
        )
        self._bar = ProgressBar(0, STRONGEST, "")
        self._word = Text("", "small", tight=True)
        self.add(self._bar)
        self.add(self._word)
        self.changed.connect(self._judge)
        self._judge(self.text())

    def _judge(self, text: str) -> None:
        if not text.strip():
            level, words = 0, _("Type some words.")
        else:
            level = judge(text).level
            easy, strong = _("Too easy to guess"), _("Strong")
            words = (easy, easy, _("Good enough"), strong, _("Very strong"))[level]
        self._bar.show_progress(level, STRONGEST, words)
        self._word.set_words(words)
