"""Keyboards of languages: rows as on a laptop's keyboard of that language, for the screen's own.

Source: the layouts of xkeyboard-config (us, us(intl), fr, es, tr, ara, ir, ua), the ISO key in.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

BASE = "base"
SHIFT = "shift"
SIGNS = "signs"
"""The layer that the key AltGr gives."""
LATIN = "en"
GAP = "◌"

Row = tuple[str, ...]
# What a dead key adds to the letter that follows.
_DEAD = {"´": "\u0301", "`": "\u0300", "^": "\u0302", "¨": "\u0308", "~": "\u0303", "'": "\u0301",
         '"': "\u0308"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Keyboard:
    """One language's keyboard: by layer its rows from the top; `GAP` stands for a key without sign.

    `dead` are the keys that wait for a letter, with the mark that they put on it.
    """

    language: str
    layers: Mapping[str, tuple[Row, ...]]
    dead: Mapping[str, str]

    def layer_of(self, sign: str) -> str | None:
        """The first layer with a key that types this sign at once; None if there is none."""
        for name, rows in self.layers.items():
            if sign not in self.dead and any(sign in row for row in rows):
                return name
        return None

    def keys(self, layer: str) -> tuple[str, ...]:
        """The keys of a layer that type something, dead ones left out; with the space bar."""
        rows = self.layers[layer]
        live = (key for row in rows for key in row if key != GAP and key not in self.dead)
        return (*live, " ")

    def dead_keys(self, layer: str) -> tuple[str, ...]:
        """The keys of a layer that wait for a letter."""
        return tuple(key for row in self.layers[layer] for key in row if key in self.dead)

    def strokes(self, sign: str) -> tuple[tuple[str, str], ...] | None:
        """How to type one sign: (layer, key) one after the other; None if this keyboard cannot.

        A letter with a mark that no key has is a dead key and then the letter; a dead key's own
        sign is that key and then the space bar.
        """
        if sign == " ":
            return ((BASE, sign),)
        if layer := self.layer_of(sign):
            return ((layer, sign),)
        for layer in self.layers:
            if sign in self.dead_keys(layer):
                return ((layer, sign), (BASE, " "))
        parts = unicodedata.normalize("NFD", sign)
        letter, mark = parts[:1], parts[1:]
        if not mark or (plain := self.layer_of(letter)) is None:
            return None
        for layer in self.layers:
            for key in self.dead_keys(layer):
                if self.dead[key] == mark:
                    return ((layer, key), (plain, letter))
        return None


def keyboard(language: str) -> Keyboard:
    """The keyboard of a language; the Latin one of English where there is none of its own."""
    return KEYBOARDS.get(language.partition("-")[0], KEYBOARDS[LATIN])


def _keyboard(language: str, *layers: str, dead: str = "") -> Keyboard:
    """A keyboard from layers, each of four lines with a key between spaces."""
    names = (BASE, SHIFT, SIGNS)
    read = {
        name: tuple(tuple(line.split()) for line in layer.strip().split("\n"))
        for name, layer in zip(names, layers, strict=False)
    }
    marks = {key: _DEAD[key] for key in dead}
    return Keyboard(language, MappingProxyType(read), MappingProxyType(marks))


_US = """
` 1 2 3 4 5 6 7 8 9 0 - =
q w e r t y u i o p [ ] \\
a s d f g h j k l ; '
z x c v b n m , . /
"""
_US_SHIFT = """
~ ! @ # $ % ^ & * ( ) _ +
Q W E R T Y U I O P { } |
A S D F G H J K L : "
Z X C V B N M < > ?
"""

_ALL = (
    _keyboard("en", _US, _US_SHIFT),
    _keyboard(
        "nl",
        _US,
        _US_SHIFT,
        """
◌ ¡ ² ³ ¤ € ¼ ½ ¾ ‘ ’ ¥ ×
ä å é ® þ ü ú í ó ö « » ¬
á ß ð ◌ ◌ ◌ ◌ ◌ ø ¶ ´
æ ◌ © ◌ ◌ ñ µ ç ◌ ¿
""",
        dead="`'^\"~",
    ),
    _keyboard(
        "fr",
        """
² & é " ' ( - è _ ç à ) =
a z e r t y u i o p ^ $
q s d f g h j k l m ù *
< w x c v b n , ; : !
""",
        """
◌ 1 2 3 4 5 6 7 8 9 0 ° +
A Z E R T Y U I O P ¨ £
Q S D F G H J K L M % µ
> W X C V B N ? . / §
""",
        """
◌ ◌ ~ # { [ | ` \\ ◌ @ ] }
◌ ◌ € ◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌ ¤
""",
        dead="^¨~`",
    ),
    _keyboard(
        "es",
        """
º 1 2 3 4 5 6 7 8 9 0 ' ¡
q w e r t y u i o p ` +
a s d f g h j k l ñ ´ ç
< z x c v b n m , . -
""",
        """
ª ! " · $ % & / ( ) = ? ¿
Q W E R T Y U I O P ^ *
A S D F G H J K L Ñ ¨ Ç
> Z X C V B N M ; : _
""",
        """
\\ | @ # ~ € ¬ ◌ ◌ ◌ ◌ ◌ ◌
◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌ [ ]
◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌ { }
""",
        dead="´`^¨",
    ),
    _keyboard(
        "tr",
        """
" 1 2 3 4 5 6 7 8 9 0 * -
q w e r t y u ı o p ğ ü
a s d f g h j k l ş i ,
< z x c v b n m ö ç .
""",
        """
é ! ' ^ + % & / ( ) = ? _
Q W E R T Y U I O P Ğ Ü
A S D F G H J K L Ş İ ;
> Z X C V B N M Ö Ç :
""",
        """
◌ ◌ £ # $ ½ ◌ { [ ] } \\ |
@ ◌ € ◌ ₺ ◌ ◌ ◌ ◌ ◌ ◌ ~
æ ß ◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌
""",
        dead="^",
    ),
    _keyboard(
        "ar",
        """
ذ 1 2 3 4 5 6 7 8 9 0 - =
ض ص ث ق ف غ ع ه خ ح ج د
ش س ي ب ل ا ت ن م ك ط \\
ئ ء ؤ ر لا ى ة و ز ظ
""",
        """
ّ ! @ # $ % ^ & * ) ( _ +
َ ً ُ ٌ لإ إ ` ÷ × ؛ < >
ِ ٍ ] [ لأ أ ـ ، / : " |
~ ْ } { لآ آ ' , . ؟
""",
    ),
    _keyboard(
        "fa",
        """
◌ ۱ ۲ ۳ ۴ ۵ ۶ ۷ ۸ ۹ ۰ - =
ض ص ث ق ف غ ع ه خ ح ج چ
ش س ی ب ل ا ت ن م ک گ \\
ظ ط ز ر ذ د پ و . /
""",
        """
÷ ! ٬ ٫ ﷼ ٪ × ، * ) ( ـ +
ْ ٌ ٍ ً ُ ِ َ ّ ] [ } {
ؤ ئ ي إ أ آ ة » « : ؛ |
ك ٓ ژ ٰ \u200c ٔ ء > < ؟
""",
        """
~ ` @ # $ % ^ & • ◌ ◌ _ −
""",
    ),
    _keyboard(
        "uk",
        """
' 1 2 3 4 5 6 7 8 9 0 - =
й ц у к е н г ш щ з х ї
ф і в а п р о л д ж є ґ
я ч с м и т ь б ю .
""",
        """
◌ ! " № ; % : ? * ( ) _ +
Й Ц У К Е Н Г Ш Щ З Х Ї
Ф І В А П Р О Л Д Ж Є Ґ
Я Ч С М И Т Ь Б Ю ,
""",
        """
◌ ◌ ’ ₴ € ◌ < > • [ ] — ◌
◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌
◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌ ◌ \\
◌ ◌ ◌ ◌ ◌ ◌ ◌ « » /
""",
    ),
)

KEYBOARDS: Mapping[str, Keyboard] = MappingProxyType({each.language: each for each in _ALL})
