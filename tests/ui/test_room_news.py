"""What the network tells comes to the window's thread, joined, and never too often."""

from __future__ import annotations

from threading import Thread, get_ident

from pytestqt.qtbot import QtBot

from trainer_app.ui.room_news import RoomNews


def test_it_comes_in_the_window_s_thread(qtbot: QtBot) -> None:
    news = RoomNews()
    came: list[tuple[int, frozenset[str]]] = []
    news.came.connect(lambda topics: came.append((get_ident(), topics)))
    network = Thread(target=news.tell, args=(frozenset({"work"}),))
    network.start()
    network.join()
    qtbot.waitUntil(lambda: bool(came))
    assert came == [(get_ident(), frozenset({"work"}))]


def test_a_storm_is_one_message_and_the_rest(qtbot: QtBot) -> None:
    news = RoomNews(every_ms=60)
    came: list[frozenset[str]] = []
    news.came.connect(came.append)
    for at in range(200):
        news.tell(frozenset({"work", "hands"} if at % 2 else {"sittings"}))
    qtbot.waitUntil(lambda: len(came) == 2)
    assert came == [frozenset({"sittings"}), frozenset({"work", "hands", "sittings"})]
    qtbot.wait(150)
    assert len(came) == 2
    news.tell(frozenset({"room"}))
    qtbot.waitUntil(lambda: len(came) == 3)
    assert came[-1] == frozenset({"room"})
