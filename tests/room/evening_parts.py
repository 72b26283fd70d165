"""The parts of an evening in the order in which they come; each ends when all agree again."""

from __future__ import annotations

from centres import PASSPHRASE
from fleet import all_do, until
from little_lesson import ID
from whole_evening import GRACE_SECONDS, LESSON, PORT, TITLE, Evening


def an_evening_begins(play: Evening) -> None:
    """One trainer opens the room with one passphrase; a second one is there with her laptop."""
    play.strangers()
    # Who comes late is switched on already, and out of reach: it hears of no room for long.
    late = play.learners[-1]
    play.fleet.networks.unplug(late)
    play.start("trainer", "second", late)
    play["second"].do("unlock", passphrase=PASSPHRASE)
    play.open_room("trainer", play.tonight.session)
    play.lead("begin", session=play.tonight.session)
    play.wait_for(ours=1, guests=0)
    play.agree(["trainer", "second"])


def everybody_comes_in(play: Evening) -> None:
    """Closed laptops open by themselves, guests type the code, and everybody signs in."""
    early = [*play.early, "window"]
    by_address = play.early[-1]
    play.start(*early, *play.guests)
    play[by_address].do("join", address=play.address)
    for name in play.guests:
        play[name].do("join", code=play.code)
    play.open_by_themselves(early)
    play.come_as_guest_by_clicks()
    play.wait_for(ours=len(early) + 1, guests=play.size.all_guests)
    play.sit_down(play.early)
    three = ("Sun", "Fish", "Tree")
    play.press("window", play.first_name("window"), *three, "These three", *three)
    play.read("window", f"Welcome, {play.first_name('window')}")
    play.work(play.early, question=0)
    play.agree(["trainer", "second", *early])


def leading_the_class(play: Evening) -> None:
    """Everyone listens, follows and votes; hands go up; who has finished offers to help."""
    without_window = [*play.early, *play.guests]
    play.lead("listen", on=True)
    play.hear(without_window, listening=True)
    play.read("window", "Everyone listens now")
    play.lead("listen", on=False)
    play.hear(without_window, listening=False)
    play.press("window", TITLE, "Next", "Next", "Help")
    play.lead("follow", lesson=LESSON, step="lock")
    play.hear(without_window, follow={"lesson": LESSON, "step": "lock", "language": "en"})
    play.lead("follow")
    vote = play.lead("ask", lesson=LESSON, question="tea")
    until(
        lambda: all((r["vote"] or {}).get("id") == vote for r in play.rooms(without_window)),
        "a vote",
    )
    for name in without_window:
        play[name].do("vote", choice="lock" if name in play.guests else "log-out", people=1)
    wanted = {"lock": len(play.guests), "log-out": len(play.early)}
    until(lambda: play.lead("votes")[0] == wanted, "all votes")
    play.lead("reveal")
    play.lead("end_vote")
    play.hear(without_window, vote=None)
    first = play.early[0]
    play[first].do("finish", right=5)
    play[first].do("offer", on=True)
    all_do([play[name] for name in play.early], "hand", up=True)
    play.work(play.early, question=1)
    play.agree(["trainer", "second", *play.early, "window"])


def drop_outs(play: Evening) -> None:
    """Cables are pulled, a laptop dies; who is alone goes on, and catches up by itself."""
    networks = play.fleet.networks
    out, dying = play.early[: play.size.drop_outs], play.early[play.size.drop_outs]
    networks.unplug(*out)
    play.work(play.early, question=2)
    play.kill(dying)
    rest = [name for name in play.early if name not in (*out, dying)]
    until(lambda: len(play.lead("troubles")) > len(out), "those who fell silent")
    play.wait_for(ours=len(rest) + 2, guests=play.size.all_guests)
    play.work([*out, *rest], question=3)
    networks.replug(*out)
    play.start(dying)
    play.open_by_themselves([dying])
    play.agree(["trainer", "second", *play.early, "window"])
    # Whoever sat there sits there still: nobody had said goodbye.
    play.work([dying], question=3)


def who_comes_late(play: Evening) -> None:
    """Somebody new comes, and a laptop whose passes came on a stick."""
    late = play.learners[-1]
    stick = play.folder / "stick"
    stick.mkdir()
    assert play.lead("passes", stick=str(stick)) >= len(play.learners)
    assert not play[late].do("is_open")
    assert play[late].do("open_from_stick", stick=str(stick))
    play.fleet.networks.replug(late)
    play.sit_down([late])
    laptops = [play[name] for name in (*play.learners, *play.guests)]
    until(lambda: all(all_do(laptops, "has", lesson=ID)), "the trainer’s own lesson everywhere")
    play.work([late], question=0)
    play.lead("mark", session=play.tonight.session, person=play.tonight.people[play.person[late]])
    play.agree(["trainer", "second", *play.learners, "window"])


def hostile_ones(play: Evening) -> None:
    """Whoever has no business here gets nothing, and the others do not feel it."""
    here = {"host": play.address, "port": PORT}
    hostile, before = play["hostile"], play.lead("here")
    recorded = play.said_by(play.early[-1])
    assert len(recorded) > 1000
    hostile.do("say", data="", fresh=5000, **here)
    hostile.do("say", data=b"GET / HTTP/1.1\r\n\r\n".hex(), **here)
    hostile.do("say", data=recorded[:100_000].hex(), **here)
    assert hostile.do("hold", lines=60, **here) > 40
    play.work(play.learners, question=1)
    hostile.do("let_go")
    assert hostile.do("as_guest", code="1" * 20, told="VOTE", times=1, **here) == "wrong-code"
    knows = {"code": play.code, **here}
    assert hostile.do("as_guest", told="SELF", times=1, **knows) == "malformed"
    hostile.do("as_guest", told="VOTE", times=3000, **knows)
    until(lambda: _guests_named(play) == ["flooding", "malformed"], "who did what")
    play.start("elsewhere")
    play["elsewhere"].do("unlock", passphrase=PASSPHRASE)
    until(lambda: play["elsewhere"].do("room")["found"] == [False], "a room of another centre")
    assert play.troubles_at("join", address=play.address) == "RoomNotFound"
    assert play["elsewhere"].do("holds", thing="person-added") == 0
    assert play.lead("here") == before
    play.agree(["trainer", "second", *play.learners, "window"])


def _guests_named(play: Evening) -> list[str]:
    return sorted(why for who, why in play.lead("troubles") if who.startswith("guest"))


def a_dead_trainers_laptop(play: Evening) -> None:
    """It stops nobody; a second one opens the room, all come to it, and the first comes back."""
    for name in play.learners:
        play[name].order("answer", question=2)
    play.kill("trainer")
    for name in play.learners:
        play[name].answer()
        play.answered[name] += 1
    play.work(play.learners, question=4)
    play.take_room("second")
    play.wait_for(ours=len(play.learners) + 1, guests=play.size.all_guests)
    play.work(play.learners, question=0)
    play.agree(["second", *play.learners, "window"])
    play.start("trainer")
    play["trainer"].do("unlock", passphrase=PASSPHRASE)
    play.wait_for(ours=len(play.learners) + 2, guests=play.size.all_guests)
    play.work(play.learners, question=1)
    play.agree(["trainer", "second", *play.learners, "window"])


def everybody_goes_home(play: Evening) -> None:
    """Most sign out, one forgets to; laptops that were opened for the evening close."""
    laptops = [play[name] for name in play.learners]
    all_do(laptops, "leave")
    play.press("window", "My hand is up")
    play.lead("end", session=play.tonight.session)
    play.hear(play.learners, over=True)
    play.read("window", "How was it today?")
    play.press("window", "Good")
    play.agree(["trainer", "second", *play.learners, "window"])
    # Whoever forgot to sign out has some minutes; then that is written, and all hear of it.
    play["window"].do("forward", seconds=GRACE_SECONDS)
    play["window"].do("look_at_clock")
    play.read("window", "All that you did is kept")
    assert not play["window"].do("is_open")
    assert all(all_do(laptops, "is_open"))
    play.agree(["trainer", "second", *play.learners])
    all_do(laptops, "forward", seconds=GRACE_SECONDS)
    until(lambda: not any(all_do(laptops, "is_open")), "laptops that close by themselves")
    play.end()
