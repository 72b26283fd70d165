"""The pretend web while it is used: what was opened, what was judged, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from trainer_app.domain.practice.web_places import START, Go
from trainer_app.domain.practice.web_stage import (
    Claim,
    Deed,
    Trouble,
    Verdict,
    WebGoal,
    WebStage,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the learner thinks of a claim and does with it; None until it is chosen."""

    verdict: Verdict | None = None
    deed: Deed | None = None


@dataclass(frozen=True, slots=True)
class Web:
    """Where one is, how one came there, what was opened, and a judgement of each claim.

    `asked` are the folded words of each search, to find what was typed; `typed` is the last text.
    """

    stage: WebStage
    judged: tuple[Judgement, ...]
    asked: tuple[frozenset[str], ...] = field(repr=False)
    language: str = "en"
    at: Go = START
    trail: tuple[Go, ...] = ()
    opened: frozenset[str] = frozenset()
    typed: str = field(default="", repr=False)
    nothing: bool = False
    tries: int = 0
    mistakes: int = 0
    consequence: str = ""

    def judgement(self, claim_id: str) -> Judgement:
        """What is thought of a claim. Raises UnknownThing(what="claim")."""
        return self.judged[self.stage.claims.index(self.stage.claim(claim_id))]

    def judging(self, claim_id: str, judgement: Judgement) -> Web:
        """With another judgement of a claim; nothing follows it yet."""
        number = self.stage.claims.index(self.stage.claim(claim_id))
        judged = (*self.judged[:number], judgement, *self.judged[number + 1 :])
        return replace(self, judged=judged, consequence="")

    def looked(self, claim: Claim) -> bool:
        """Whether enough was opened to judge a claim."""
        return self.opened.issuperset(claim.needs) and (
            not claim.one_of or not self.opened.isdisjoint(claim.one_of)
        )

    def troubles(self, claim: Claim) -> Iterator[Trouble]:
        """What is wrong with the judgement of a claim, as it stands."""
        judgement, looked = self.judgement(claim.id), self.looked(claim)
        if judgement.verdict is not None:
            if not looked:
                yield "same-source" if claim.page in self.opened else "too-soon"
            elif judgement.verdict != claim.is_so:
                yield "wrong-verdict"
        if judgement.deed is None:
            return
        wrong = judgement.deed not in claim.deeds
        if judgement.deed == "pass-on" and (wrong or not looked):
            yield "passed-on"
        elif wrong:
            yield "wrong-deed"
        elif judgement.deed == "tell" and not looked:
            yield "too-soon"

    def settled(self, claim: Claim) -> bool:
        """Whether a claim was judged rightly after looking, and the right thing done with it."""
        judgement = self.judgement(claim.id)
        chosen = judgement.verdict is not None and judgement.deed is not None
        return chosen and not any(self.troubles(claim))

    def met(self, goal: WebGoal) -> bool:
        """Whether a goal is met, by itself."""
        claims = goal.of or (() if goal.seen else tuple(each.id for each in self.stage.claims))
        if not self.opened.issuperset(goal.seen):
            return False
        return all(self.settled(self.stage.claim(each)) for each in claims)

    def consequence_of(self, claim: Claim, trouble: Trouble) -> str:
        """The first consequence that follows a trouble with a claim; "" if there is none."""
        verdict = self.judgement(claim.id).verdict
        for each in self.stage.consequences:
            fits = not each.verdicts or verdict in each.verdicts
            if each.when == trouble and each.follows(claim.id) and fits:
                return each.id
        return ""
