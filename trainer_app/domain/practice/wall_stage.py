"""What the shared wall is made of, and its words in one language."""

from __future__ import annotations

from dataclasses import dataclass

from trainer_app.domain.blocks import words_of
from trainer_app.domain.practice.scenario import PracticeWords, Stage, WordList, World
from trainer_app.domain.wall_acts import WallThings

WALL = "wall"


@dataclass(frozen=True, slots=True)
class WallPicture:
    """A sticker, or a picture for a post, and the file that shows it."""

    id: str
    picture: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WallStage(Stage):
    """It is read like a stage of free play, but nobody plays it alone: it has no engine."""

    people: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    stickers: tuple[WallPicture, ...] = ()
    scenes: tuple[WallPicture, ...] = ()

    @property
    def things(self) -> tuple[WordList, ...]:
        return (
            WordList("phrases", self.phrases),
            WordList("stickers", tuple(each.id for each in self.stickers)),
            WordList("pictures", tuple(each.id for each in self.scenes)),
        )

    @property
    def pictures(self) -> tuple[str, ...]:
        return tuple(each.picture for each in (*self.stickers, *self.scenes))


@dataclass(frozen=True, slots=True)
class WallWords:
    """The wall in one language. What another laptop's program knows and this one does not is ""."""

    stage: WallStage
    world: World
    words: PracticeWords

    @property
    def language(self) -> str:
        """The language of all these words."""
        return self.words.language

    @property
    def ids(self) -> WallThings:
        """All that can be put on it, and whom one can be."""
        stage = self.stage
        return WallThings(
            stage.people,
            stage.phrases,
            tuple(each.id for each in stage.stickers),
            tuple(each.id for each in stage.scenes),
        )

    @property
    def intro(self) -> str:
        """What it is, in a sentence."""
        return "\n".join(words_of(block) for block in self.words.stages[self.stage.id].intro)

    @property
    def done(self) -> str:
        """What is said when it is over."""
        return "\n".join(words_of(block) for block in self.words.stages[self.stage.id].done)

    def said(self, kind: str, thing: str) -> str:
        """The words of one of the `phrases`, `stickers` or `pictures`."""
        word = self.stage.word(kind, thing)
        return self.words.text(word) if word in self.words.said else ""

    def picture(self, thing: str) -> str:
        """The file of a sticker or a picture."""
        both = (*self.stage.stickers, *self.stage.scenes)
        return next((each.picture for each in both if each.id == thing), "")

    def name(self, who: str) -> str:
        """What one of the people is called."""
        word = self.world.word("people", who)
        return self.words.text(word) if word in self.words.said else ""

    def face(self, who: str) -> str:
        """The file of somebody's picture."""
        return next((each.picture for each in self.world.people if each.id == who), "")
