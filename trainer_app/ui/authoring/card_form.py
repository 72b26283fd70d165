"""The card that people take home."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from trainer_app.domain.draft_edits import with_card
from trainer_app.domain.drafts import Draft
from trainer_app.i18n import _, isolate, own_name
from trainer_app.ui.authoring.card_text import CardParts, parts_of, text_of
from trainer_app.ui.authoring.form import Form
from trainer_app.ui.authoring.history import Place
from trainer_app.ui.authoring.markdown_field import MarkdownField


class CardForm(Form):
    """What to say, to remember and to do. `languages` are the lesson's. Signals: those of Form."""

    def __init__(self, draft: Draft, languages: Sequence[str]) -> None:
        super().__init__(draft, Place("card"))
        self.add(
            self.line(
                "say",
                _("A sentence to say aloud"),
                draft.card.say,
                lambda d, v: with_card(d, say=v),
                help_words=_("Such as: “Please wait. I want to ask somebody first.”"),
            )
        )
        parts = parts_of(draft.card.text)
        if parts is None:
            text = MarkdownField(_("What stands on the card"), draft.card.text, lines=10)
            self.words("text", text, lambda d, v: with_card(d, text=v))
            self.add(text)
        else:
            self._add_parts(parts)
        for language in languages:
            if language != draft.language:
                self._add_sound(language)
        self.column.addStretch(1)

    def _add_parts(self, parts: CardParts) -> None:
        def change(name: str, draft: Draft, value: str) -> Draft:
            now = parts_of(draft.card.text) or parts
            fields: dict[str, Any] = {name: value}
            return with_card(draft, text=text_of(replace(now, **fields)))

        self.add(
            self.line(
                "home",
                _("To remember"),
                parts.home,
                lambda d, v: change("home", d, v),
                help_words=_("3 to 5 short lines, one below the other."),
                lines=5,
            ),
            self.line(
                "title",
                _("Heading of the second part"),
                parts.title,
                lambda d, v: change("title", d, v),
                hint=_("Such as: now on my own phone"),
            ),
            self.line(
                "phone",
                _("To do on one’s own phone"),
                parts.phone,
                lambda d, v: change("phone", d, v),
                help_words=_("2 or 3 short lines, one below the other."),
                lines=4,
            ),
        )

    def _add_sound(self, language: str) -> None:
        name = isolate(own_name(language))
        self.add(
            self.line(
                f"sound {language}",
                _("How the sentence sounds in {language}").format(language=name),
                dict(self.draft.card.sounds).get(language, ""),
                lambda d, v: with_card(
                    d, sounds=tuple({**dict(d.card.sounds), language: v}.items())
                ),
                help_words=_("In the letters of this lesson, so that its readers can say it."),
            )
        )
