"""Money in whole cents: read from what people type, and worked out without fractions."""

from __future__ import annotations

_MOST_DIGITS = 12
_SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\u2009'’٬"), None)  # between thousands
_MARKS = str.maketrans({"٫": "."})


def cents_of(text: str) -> int | None:
    """A typed amount in cents, or None where it is none: "12", "12,5", "1.234,50", "1 234.50".

    Digits of any script will do. Of two marks the last one parts the cents; one alone does so
    unless exactly three digits follow it.
    """
    plain = text.strip().translate(_SPACES).translate(_MARKS)
    whole, cents = _parted(plain)
    groups = whole.replace(",", ".").split(".")
    if not (groups[0] and all(map(_is_number, groups)) and (not cents or _is_number(cents))):
        return None
    if any(len(group) != 3 for group in groups[1:]) or len(cents) > 2:
        return None
    digits = "".join(groups)
    if len(digits) > _MOST_DIGITS:
        return None
    if len(groups) > 1 and (len(groups[0]) > 3 or int(groups[0]) == 0):
        return None
    return int(digits) * 100 + int(cents.ljust(2, "0"))


def _is_number(text: str) -> bool:
    return text.isdecimal()


def _parted(text: str) -> tuple[str, str]:
    """What stands before and after the mark that parts the cents."""
    at = max(text.rfind("."), text.rfind(","))
    if at < 0:
        return text, ""
    before, after = text[:at], text[at + 1 :]
    other = "," if text[at] == "." else "."
    if other not in before and len(after) == 3:
        return text, ""
    if text[at] in before or not after:
        return "x", ""  # 1.2.3 and "12," are no amounts
    return before, after


def worth(minutes: int, rate: int | None) -> int:
    """What minutes are worth in cents, `rate` being cents an hour of 60 minutes; half up."""
    return share_of(minutes * rate, 60) if rate else 0


def share_of(cents: int, parts: int) -> int:
    """Cents divided by a number above zero, to the nearest cent, half up."""
    return (2 * cents + parts) // (2 * parts)
