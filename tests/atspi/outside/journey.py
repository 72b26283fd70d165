"""An evening, worked by somebody who sees nothing: every step is found by its role and name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from outside.check import faults
from outside.reader import Met, Reader, State, content, plain
from outside.words import Words


class Journey:
    """The steps in their order; each says what a reader hears and checks what is in sight."""

    def __init__(self, reader: Reader, plan: dict[str, Any]) -> None:
        self.reader, self.plan = reader, plan
        self.words = Words(Path(plan["locales"]), plan["language"])
        self.faults: list[str] = []

    def look_around(self, where: str, *headings: str) -> None:
        """The page was announced, has its headings, and nothing on it is without name or role."""
        for heading in headings:
            self.reader.find(heading, "heading")
        # What to do is told before the pretend world in which it is to be done.
        goals = plain(self.words("What to do"))
        found = faults(list(self.reader.in_sight()), rtl=self.plan["rtl"], first=goals)
        self.faults += [f"{where}: {fault}" for fault in found]

    # The trainer
    def unlock(self) -> None:
        """A wrong passphrase is said to be wrong; the right one opens, and is never read out."""
        _, reader = self.words, self.reader
        self.look_around("locked", _("This laptop is locked"))
        field = reader.find(_("Passphrase"), "password text")
        reader.wait("the keyboard is in the field", lambda: field.has(State.FOCUSED))
        reader.write(_("Passphrase"), "not the passphrase", "password text")
        read = content(field.thing)
        assert read
        assert "passphrase" not in read, read
        reader.press(_("Unlock"))
        wrong = _("That did not open it. Look at capital letters and at the keyboard’s language.")
        reader.hears(wrong)
        assert plain(wrong) in field.said
        reader.write(_("Passphrase"), self.plan["passphrase"], "password text")
        reader.press(_("Unlock"))
        reader.hears(_("Today"))

    def begin_session(self) -> None:
        """Start today's session."""
        _, reader = self.words, self.reader
        self.look_around("today", _("Today"))
        place = reader.find(_("Today"), "radio button")
        assert place.has(State.CHECKED), place
        reader.press(_("Start now"))
        reader.find(_("Ended now"))

    # The learners
    def hand_over(self) -> None:
        """The laptop goes to the learners."""
        _, reader = self.words, self.reader
        reader.press(_("Learners’ screen"))
        reader.hears(_("Who sits here?"))
        self.look_around("who", _("Who sits here?"))
        own = reader.find(self.plan["own_name"], "radio button")
        assert own.has(State.CHECKED), own

    def sign_in(self) -> None:
        """A face, and three pictures of twelve."""
        _, reader = self.words, self.reader
        name = self.plan["people"][0]
        reader.press(name)
        hello = _("Hello, {name}", name=name)
        reader.hears(hello)
        self.look_around("pictures", hello)
        for picture in ("Sun", "Fish"):
            reader.toggle(_.of("sign-in picture", picture))
        # With the third the page is gone at once.
        reader.find(_.of("sign-in picture", "Tree"), "check box").do("Toggle")
        reader.find(_.one("You are {names}", "You are {names}", names=name), "label")
        reader.hears(_("Lessons"))

    # The lesson
    def read_lesson(self) -> None:
        """Open a lesson, and read its pages one after the other."""
        _, reader, lesson = self.words, self.reader, self.plan["lesson"]
        self.look_around("home")
        reader.press(lesson["title"])
        for at, page in enumerate(lesson["pages"]):
            reader.hears(page)
            heading = reader.find(page, "heading")
            assert heading.has(State.VISIBLE)
            if at == 0:
                back = reader.find(_("Back"), "push button")
                assert not back.has(State.SENSITIVE), back
                self._look_up_words(back)
                self.look_around("page", page)
            reader.press(_("Next"))

    def _look_up_words(self, behind: Met) -> None:
        """While a dialog is in front, nothing behind it is met; afterwards it is again."""
        _, reader = self.words, self.reader
        reader.press(_("Words to know"))
        dialog = reader.find(_("Words to know"), "dialog")
        assert not reader.look(behind.name, behind.role)
        close = reader.find(_("OK"), "push button")
        reader.wait("the keyboard is in the dialog", lambda: close.has(State.FOCUSED))
        self.look_around("dialog", dialog.name)
        close.do("Press")
        reader.find(behind.name, behind.role)

    def practise(self) -> None:
        """Every stage of the practice: each thing is pressed, each goal is heard to be met."""
        _, reader, stages = self.words, self.reader, self.plan["practice"]
        reader.hears(_("Now try it yourself"))
        reader.press(_("Practise"))
        for at, stage in enumerate(stages):
            reader.find(stage["title"], "heading")
            start = reader.find(_("Start"), "push button")
            reader.wait("the keyboard is on Start", lambda start=start: start.has(State.FOCUSED))
            assert plain(stage["title"]) in start.said
            start.do("Press")
            if at == 0:
                reader.find(stage["targets"][0]["name"], "push button")
                self.look_around("practice")
            for target in stage["targets"]:
                self._meet(target)
            for goal in stage["goals"]:
                reader.find(_("Done: {goal}", goal=goal), "label")
            last = at + 1 == len(stages)
            reader.press(_("Finish") if last else _("Next"))

    def _meet(self, target: dict[str, Any]) -> None:
        for _time in range(target["times"]):
            self.reader.press(target["name"])
        if target["to"]:
            self.reader.press(target["to"])

    def to_questions(self) -> None:
        """Go on to the questions without the practice."""
        _, reader = self.words, self.reader
        reader.hears(_("Now try it yourself"))
        reader.press(_("Next"))

    def answer_questions(self) -> None:
        """Answer each question, the first one wrong before it is right, and hear why."""
        _, reader, quiz = self.words, self.reader, self.plan["lesson"]["quiz"]
        for at, question in enumerate(quiz):
            reader.hears(question["text"])
            reader.find(question["text"], "heading")
            for choice in question["choices"]:
                reader.find(choice, "push button")
            if at == 0:
                self.look_around("question", question["text"])
                reader.press(question["wrong"])
                reader.hears(_("Not yet. Try again."))
                wrong = reader.find(question["wrong"], "push button")
                assert wrong.said == plain(_("Not this")), wrong.said
            reader.press(question["right"])
            reader.hears(question["why"])
            right = reader.find(question["right"], "push button")
            assert right.said == plain(_("Right")), right.said
            if at == 0:
                self.look_around("answered", question["text"])
            on = reader.find(_("Next"), "push button")
            reader.wait("the keyboard is on Next", lambda on=on: on.has(State.FOCUSED))
            on.do("Press")
        passed = "practise" in self.plan["steps"]
        ending = _("Well done!") if passed else _("You are nearly there")
        reader.hears(ending)
        self.look_around("end", ending)
        for ability in self.plan["lesson"]["abilities"] if passed else ():
            reader.find(ability, "label")

    # A practice on Plaza
    def practise_on_plaza(self) -> None:
        """Show a post to friends only, have one step shown, and leave."""
        _, reader, plaza = self.words, self.reader, self.plan["plaza"]
        reader.press(_("All lessons"))
        reader.hears(_("Lessons"))
        reader.press(plaza["lesson"])
        for page in plaza["pages"]:
            reader.hears(page)
            reader.press(_("Next"))
        reader.press(_("Practise"))
        reader.press(_("Start"))
        reader.find(_("Next: {goal}", goal=plaza["goal"]), "label")
        self.look_around("plaza")
        who = reader.find(_("Everyone"), "push button")
        assert who.said == plain(_("Who sees this post"))
        who.do("Press")
        self.look_around("plaza sheet")
        reader.press(_("Friends"))
        reader.hears(_("Done: {goal}", goal=plaza["goal"]))
        reader.press(_("Back to the lesson"))
        reader.hears(_("Now try it yourself"))

    # The trainer again
    def come_back(self) -> None:
        """The trainer unlocks once more."""
        _, reader = self.words, self.reader
        reader.press(_("For the trainer"))
        reader.hears(_("For the trainer"))
        reader.write(_("Passphrase"), self.plan["passphrase"], "password text")
        reader.press(_("Unlock"))
        reader.find(_("Today"), "radio button")

    def mark_attendance(self) -> None:
        """One press in each row; the mark is said, and the row tells it afterwards."""
        _, reader, people = self.words, self.reader, self.plan["people"]
        reader.press(_("Attendance"))
        reader.find(_("Attendance"), "list")
        self.look_around("attendance")
        unmarked = [one for one in reader.all("list item") if plain(_("Not marked")) in one.name]
        assert [one.name.split(" · ")[0] for one in unmarked] == list(people), unmarked
        for name, status in zip(people, ("Present", "Present", "Absent"), strict=True):
            word = plain(_.of("attendance", status))
            marks = [one for one in reader.all("check box") if one.said == name]
            [mark] = [one for one in marks if one.name == word]
            mark.do("Toggle")
            reader.hears(word)
            reader.wait(f"{mark} is lit", lambda mark=mark: mark.has(State.CHECKED))

    def end_session(self) -> None:
        """End it, so that hours can be counted."""
        _, reader = self.words, self.reader
        reader.press(_("Ended now"))
        reader.find(_("Not over yet"), "push button")

    def export(self) -> None:
        """Read the rows cell by cell, and save them as a text table and for Excel."""
        _, reader = self.words, self.reader
        reader.find(_("Reports"), "radio button").do("Toggle")
        reader.hears(_("Reports"))
        self.look_around("reports", _("Reports"))
        for label in (_("Project"), _("Course")):
            named = [reader.named_by(box) for box in reader.all("combo box")]
            assert [plain(label)] in named, named
        reader.toggle(_("Rows and files"), "radio button")
        table = reader.find(_("Attendance"), "table")
        self.look_around("rows")
        heads, rows = reader.headings(table), reader.rows(table)
        assert all(heads), heads
        at = heads.index(plain(_("Person")))
        assert sorted(row[at].split()[0] for row in rows) == sorted(self.plan["people"]), rows
        for label in (_("Save as text table (CSV)"), _("Save for Excel (XLSX)")):
            reader.press(label)
            self._save()
            reader.hears(_("Saved"))

    def _save(self) -> None:
        """In the system's own dialog, under the name that was suggested."""
        reader = self.reader
        dialog = reader.wait("a dialog for files", lambda: reader.window("dialog"))
        *_others, save, _cancel = reader.within(dialog, "push button")
        save.do("Press")
        reader.wait("the dialog is closed", lambda: reader.window("dialog") is None)
