"""How hard a passphrase is to guess, in any script, and how to make one from random words.

The estimate leans low: letters in a row count as a word that somebody thought of (about ten bits),
not as letters drawn by lot, and what is tried first counts almost nothing.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

Fault = Literal["short", "common", "repeated", "one-word", "contains-name"]

MINIMUM_LEVEL = 2
LEVEL_BITS = (20.0, 40.0, 50.0, 65.0)
"""The bits that levels 1 to 4 begin at. A guess costs 0.2 s and 64 MiB here; at half of that,
40 bits keep a thousand machines busy for a year and a half before they can expect to hit."""

_SHORT = 10
_LONGEST = 200
_GONE = "\0"
_WORD_BITS = 10.0
_LONGEST_WORD_BITS = 15.0
_COMMON_BITS = 4.0
_NAME_BITS = 1.0
_ALPHABETS = {
    "LATIN": 26, "GREEK": 24, "CYRILLIC": 33, "ARMENIAN": 38, "HEBREW": 22, "ARABIC": 30,
    "DEVANAGARI": 45, "BENGALI": 45, "TAMIL": 30, "GEORGIAN": 33, "ETHIOPIC": 200, "HANGUL": 1000,
}  # fmt: skip
_OTHER_ALPHABET = 30
_DENSE = {"ETHIOPIC", "HANGUL", "CJK", "HIRAGANA", "KATAKANA"}
_UNSPACED_BITS = {
    "CJK": 5.0, "HIRAGANA": 3.0, "KATAKANA": 3.0,
    "THAI": 2.0, "LAO": 2.0, "KHMER": 2.0, "MYANMAR": 2.0,
}  # fmt: skip
_LOOKALIKES = str.maketrans("4@031!5$7", "aaoeiisst")
_ROWS = (
    "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "qwertzuiop", "yxcvbnm",
    "1234567890", "1qaz2wsx3edc4rfv5tgb", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю",
    "ضصثقفغعهخحجد", "شسيبلاتنمكط", "ضصثقفغعهخحجچ", "شسیبلاتنمکگ",
)  # fmt: skip
_TRIED_FIRST = """
    password passphrase passwort kennwort wachtwoord motdepasse contraseña contrasena senha parola
    şifre sifre пароль parool haslo hasło lozinka fjalekalimi كلمةالسر كلمةالمرور رمزعبور گذرواژه
    የይለፍቃል ምሥጢር 密码 口令 welcome welkom bienvenue bienvenido willkommen benvenuto hello hallo
    bonjour salam marhaba مرحبا سلام привет привіт 你好 iloveyou ikhouvanjou jetaime tequiero teamo
    ichliebedich seniseviyorum люблютебя любовь أحبك احبك حبيبي habibi دوستتدارم 我爱你 woaini
    bismillah bismillahirrahmanirrahim bismillahalrahmanalrahim بسمالله بسماللهالرحمنالرحيم
    mashallah inshallah alhamdulillah الحمدلله ماشاءالله allahuakbar اللهاكبر subhanallah
    admin administrator computer internet laptop facebook whatsapp instagram tiktok youtube google
    trainer training workshop teacher school letmein secret geheim qwerty azerty dragon monkey
    football voetbal sunshine princess master freedom superman batman starwars pokemon barcelona
    realmadrid galatasaray fenerbahce liverpool michael mohammed muhammad mohamed ahmed محمد fatima
    correcthorsebatterystaple summer winter zomer
"""


@dataclass(frozen=True, slots=True)
class Judgement:
    """`level` 0 to 4, the `bits` a thief must guess, and every weak part found, also in a good one.

    `common` covers what is tried first: known words, runs such as 1234 and neighbouring keys.
    """

    level: int
    bits: float
    faults: frozenset[Fault]


def judge(passphrase: str, avoid: Sequence[str] = ()) -> Judgement:
    """Estimate how hard `passphrase` is to guess.

    `avoid`: what a thief would know, such as the names of the trainer, centre and town.
    """
    typed = unicodedata.normalize("NFKC", passphrase).strip()[:_LONGEST]
    text = _plain(typed)
    bits, faults = _estimate(text)
    nameless, names = _without_names(text, avoid)
    if names:
        fewer, more = _estimate(nameless)
        bits = min(bits, fewer + _NAME_BITS * names)
        faults |= more | {"contains-name"}
    bits += _capitals(typed)
    if _length(typed) < _SHORT:
        faults.add("short")
    level = sum(bits >= bound for bound in LEVEL_BITS)
    return Judgement(min(level, 1) if "short" in faults else level, bits, frozenset(faults))


def suggest(words: Sequence[str], randomness: bytes, count: int = 5) -> str:
    """Draw `count` different words, each order equally likely, with spaces between.

    `randomness`: random bytes, at least 8 more than the draw needs (16 do for five of 1,296 words),
    so that no word is likelier than another by any measure. Raises ValueError.
    """
    left = list(dict.fromkeys(words))
    if not 1 <= count <= len(left):
        raise ValueError("fewer different words than asked for")
    number = int.from_bytes(randomness, "big")
    if 8 * len(randomness) < count * math.log2(len(left)) + 64:
        raise ValueError("too little randomness")
    drawn = []
    for _ in range(count):
        number, at = divmod(number, len(left))
        drawn.append(left.pop(at))
    return " ".join(drawn)


Weakened = tuple[str, float, bool]


def _plain(text: str) -> str:
    """Without case, marks on letters and invisible signs: nobody guesses those one by one."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    bare = (sign for sign in folded if not unicodedata.category(sign).startswith(("M", "Cf")))
    return "".join(bare).replace(_GONE, " ").strip()


def _estimate(text: str) -> tuple[float, set[Fault]]:
    """The lower of two ways to guess: word by word, or with what is tried first taken out.

    (Taking a known part out of a word leaves two pieces, which alone would look like more.)
    """
    faults = set[Fault]()
    text, cost, repeated = _without_repeats(text)
    left, tried, common = _without_common(text)
    left, ran, run = _without_runs(left)
    whole, rest, again = _weigh(text)
    words, other, _ = _weigh(left)
    bits = cost + min(sum(whole) + rest, tried + ran + sum(words) + other)
    if repeated or again:
        faults.add("repeated")
    if common or run:
        faults.add("common")
    if len(words) == 1 and bits - words[0] < LEVEL_BITS[0]:
        faults.add("one-word")
    return bits, faults


def _without_names(text: str, avoid: Sequence[str]) -> tuple[str, int]:
    """Take out each word of `avoid`; short ones only where they stand alone (Ali, not quality)."""
    parts = {part for name in avoid for part in re.split(r"[\W_]+", _plain(name))}
    times = 0
    for part in sorted(parts, key=lambda part: (-len(part), part)):
        dense = any(_script(sign) in _DENSE for sign in part)
        if len(part) < (2 if dense else 3):
            continue
        alone = "" if dense or len(part) > 3 else r"[^\W\d_]"
        pattern = f"(?<!{alone}){re.escape(part)}(?!{alone})" if alone else re.escape(part)
        text, found = re.subn(pattern, _GONE, text)
        times += found
    return text, times


def _without_repeats(text: str) -> Weakened:
    """aaa, abcabcabc, or the same all over again, is one part and how often."""
    shorter, before = text, ""
    while shorter != before:
        before = shorter
        shorter = re.sub(r"^(.{2,}?)[\W_]*\1$", r"\1", shorter, flags=re.DOTALL)
        shorter = re.sub(r"(.{1,32}?)\1{2,}", r"\1", shorter, flags=re.DOTALL)
    return shorter, math.log2(len(text)) if shorter != text else 0.0, shorter != text


def _without_common(text: str) -> Weakened:
    """Words that everybody tries, also with 0 for o and with spaces inside."""
    places = [at for at, sign in enumerate(text) if not sign.isspace() and sign != _GONE]
    bits, signs = 0.0, list(text)
    for seen in (text, text.translate(_LOOKALIKES)):
        joined = "".join(seen[at] for at in places)
        for word in _COMMON:
            start = joined.find(word)
            while start >= 0:
                hit = places[start : start + len(word)]
                if all(signs[at] != _GONE for at in hit):
                    bits += _COMMON_BITS
                    for at in hit:
                        signs[at] = _GONE
                start = joined.find(word, start + 1)
    return "".join(signs), bits, bits > 0


def _without_runs(text: str) -> Weakened:
    """abcd, 4321 and neighbouring keys: at least four letters, or three digits."""
    bits, kept, at = 0.0, "", 0
    while at < len(text):
        end, tracks = at + 1, _tracks(text[at : at + 2])
        while tracks:
            end += 1
            tracks &= _tracks(text[end - 1 : end + 1])
        if end - at >= (3 if text[at:end].isdigit() else 4):
            bits += _COMMON_BITS + math.log2(end - at)
            kept += _GONE
        else:
            end = at + 1
            kept += text[at]
        at = end
    return kept, bits, bits > 0


def _tracks(pair: str) -> set[tuple[str, int]]:
    """The alphabets and key rows on which the second sign stands beside the first."""
    if len(pair) < 2 or not pair.isalnum():
        return set()
    found = set(_NEIGHBOURS.get(pair, ()))
    step = ord(pair[1]) - ord(pair[0])
    if abs(step) == 1 and _script(pair[0]) not in _DENSE:
        found.add(("alphabet", step))
    return found


def _weigh(text: str) -> tuple[list[float], float, bool]:
    """The bits of each word, those of all the rest, and whether a word came twice."""
    words: list[float] = []
    rest, again, seen = 0.0, False, set[str]()
    for script, part in _parts(text):
        if part in seen:
            rest += 1.0
            again = again or (script not in ("DIGIT", "SIGN") and len(part) > 2)
        elif script == "DIGIT":
            rest += _digits(part)
        elif script == "SIGN":
            rest += 5.0
        elif script in _UNSPACED_BITS:
            rest += _UNSPACED_BITS[script] * len(set(part)) + len(part) - len(set(part))
        else:
            words.append(_word(script, part))
        seen.add(part)
    return words, rest, again


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Words and numbers whole, signs one by one."""
    for script, group in groupby(text, key=_script):
        part = "".join(group)
        if script == "SIGN":
            yield from ((script, sign) for sign in part)
        elif script != "SPACE":
            yield script, part


def _script(sign: str) -> str:
    if unicodedata.decimal(sign, None) is not None:
        return "DIGIT"
    if sign.isalpha():
        return unicodedata.name(sign, "OTHER").split()[0]
    return "SPACE" if sign.isspace() or sign == _GONE else "SIGN"


def _word(script: str, word: str) -> float:
    """Short ones may be letters drawn by lot; longer ones are words out of some thousands."""
    drawn = len(word) * math.log2(_ALPHABETS.get(script, _OTHER_ALPHABET))
    if len(word) < 4 and script not in _DENSE:
        return min(drawn, _WORD_BITS - 1)
    return min(drawn, _WORD_BITS + 0.5 * max(0, len(word) - 5), _LONGEST_WORD_BITS)


def _digits(number: str) -> float:
    """A year or a date is one of few; telephone numbers are not known to be such."""
    value = str(int(number)).zfill(len(number))
    if len(value) == 4 and "1900" <= value < "2100":
        return 6.5
    if any(_reads_as_date(value, order) for order in _DATE_ORDERS.get(len(value), ())):
        return 14.0
    return len(value) * math.log2(10)


def _reads_as_date(value: str, order: tuple[int, int]) -> bool:
    """`order`: where the two digits of the day and of the month begin."""
    day, month = (int(value[at : at + 2]) for at in order)
    return 1 <= day <= 31 and 1 <= month <= 12


def _capitals(typed: str) -> float:
    """Capitals at the start or everywhere are what everybody does; others cost two bits each."""
    upper = sum(sign.isupper() for sign in typed)
    lower = sum(sign.islower() for sign in typed)
    if not upper:
        return 0.0
    inner = any(after.isupper() and before.isalnum() for before, after in pairwise(typed))
    return min(2.0 * min(upper, lower), 6.0) if inner and lower else 1.0


def _length(typed: str) -> int:
    """A syllable or a character that stands for a word counts as two letters."""
    return sum(2 if _script(sign) in _DENSE else 1 for sign in typed)


def _neighbours() -> dict[str, set[tuple[str, int]]]:
    found: dict[str, set[tuple[str, int]]] = {}
    for row in _ROWS:
        for first, second in pairwise(row):
            found.setdefault(first + second, set()).add((row, 1))
            found.setdefault(second + first, set()).add((row, -1))
    return found


_NEIGHBOURS = _neighbours()
_COMMON = sorted(
    {_plain(word) for word in _TRIED_FIRST.split()}, key=lambda word: (-len(word), word)
)
_DATE_ORDERS = {6: ((0, 2), (2, 0), (4, 2)), 8: ((0, 2), (2, 0), (6, 4))}
