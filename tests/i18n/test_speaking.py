"""Which language is spoken, and keeping names from turning a sentence round."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from trainer_app.i18n import current, in_language, isolate, language, own_name, use
from trainer_app.i18n.formats import number


def test_english_is_spoken_until_something_else_is_chosen() -> None:
    assert current().code == "en"


def test_only_languages_that_the_program_has_are_spoken() -> None:
    use("nl")
    for speak in (use, language):
        with pytest.raises(KeyError):
            speak("tlh")
    with pytest.raises(KeyError), in_language("tlh"):
        pass
    assert current().code == "nl"


def test_another_language_for_a_while() -> None:
    use("nl")
    with in_language("ar"):
        assert current().code == "ar"
        with in_language("en"):
            assert current().code == "en"
        assert current().code == "ar"
    assert current().code == "nl"
    with pytest.raises(ZeroDivisionError), in_language("ar"):
        raise ZeroDivisionError
    assert current().code == "nl"


def test_a_worker_speaks_the_language_that_was_chosen() -> None:
    use("nl")
    with ThreadPoolExecutor(1) as workers:
        assert workers.submit(number, 1234).result() == "1.234"
        use("ar")
        assert workers.submit(current).result().code == "ar"


def test_a_file_in_another_language_does_not_change_what_others_speak() -> None:
    with ThreadPoolExecutor(1) as workers, in_language("ar"):
        assert workers.submit(current).result().code == "en"


def test_languages_are_named_in_their_own_script() -> None:
    assert own_name("uk") == "Українська"
    assert own_name("nl") == "Nederlands"
    assert own_name("xx") == "xx"


@pytest.mark.parametrize("name", ["محمد", "@sam", "3", "", "o\u2068pen"])
def test_a_name_is_kept_apart_from_its_sentence(name: str) -> None:
    assert isolate(name) == f"\u2068{name}\u2069"


def test_numbers_are_kept_apart_too() -> None:
    assert isolate(3) == "\u20683\u2069"
