"""Words and sentences are counted as a reader of each script would."""

from __future__ import annotations

import pytest

from trainer_app.content.rules.counting import count_words, sentences


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Log out – each time.", 4),
        ("اضغط على خروج، ثم انتظر.", 5),
        ("ሰላም ዓለም።", 2),
        ("请先退出", 2),
        ("请先退出 Wifi 吧", 4),
        ("It's example.org, 3.5 km!", 4),
    ],
)
def test_words(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three? Four", 4),
        ("Go to example.org now", 1),
        ("ماذا تفعل؟ انتظر.", 2),
        ("ሰላም። እንኳን ደህና መጡ።", 2),
        ("请退出。再见！", 2),
        ("- a\n- b", 2),
        ('She says: "Stop." He stops.', 2),
    ],
)
def test_sentences(text: str, parts: int) -> None:
    assert len(sentences(text)) == parts
