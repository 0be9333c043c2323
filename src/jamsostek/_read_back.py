"""Reading a printed amount back: which sums that the law gives after an event come to exactly it, and at what wage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from attrs import field, frozen

from . import errors
from ._cases import Risk
from ._citations import Citation
from ._kinds import Lang, Programme, check_lang
from ._law import LAW, Law
from ._money import LEAST_WAGE, MOST_WAGE, amount_error, number, rupiah, whole
from ._read_back_patterns import SCHOLARSHIP, Ingredient, Pattern, Version, patterns_of, versions

_SLIPS = (10, 100, 1000)
_SHOWN = 12


class Match(NamedTuple):
    """Sums that come to the amount: of which programme, under the law of which days, at which wage.

    ``wage`` is rupiah per month, None where no wage goes in; ``wage_at_most`` is set where any wage up to it gives the
    same. ``complete`` is whether it is all the cash of such an event, ``governs`` whether that law is the event's own.
    """

    programme: Programme
    parts: tuple[Ingredient, ...]
    complete: bool
    since: date
    until: date | None
    governs: bool
    wage: int | None = None
    wage_at_most: int | None = None

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Where the sums stand, each once."""
        return tuple(dict.fromkeys(cite for part in self.parts for cite in part.cites))

    def text(self, lang: Lang = "en") -> str:
        """The match in one line."""
        words = _WORDS[lang]
        counts = Counter(self.parts)  # keeps their order
        parts = (f"{many} × ({part.text(lang)})" if many > 1 else part.text(lang) for part, many in counts.items())
        found = [f"{self.programme}: {' + '.join(parts)}"]
        if self.wage is not None:
            found.append(f"{words['wage']} {number(self.wage, lang)}")
        if self.wage_at_most is not None:
            found.append(f"{words['at_most']} {number(self.wage_at_most, lang)}")
        found.append(words["complete" if self.complete else "part"])
        if not self.governs:
            found.append(f"{words['other_law']} {self.since} – {self.until or '…'}")
        return "; ".join(found)


class Slip(NamedTuple):
    """A fixed sum that the amount would be with its digits mended: so many times the amount."""

    times: int
    match: Match


_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "wage": "wage",
        "at_most": "any wage up to",
        "complete": "all the cash of the event",
        "part": "a part of it",
        "other_law": "by the law of",
        "none": "no rule gives",
        "more": "further ones",
        "slip": "times it would be",
        "known": "at a wage of",
    },
    "id": {
        "wage": "upah",
        "at_most": "upah berapa pun sampai",
        "complete": "seluruh santunan tunai",
        "part": "sebagian darinya",
        "other_law": "menurut hukum",
        "none": "tidak ada ketentuan yang menghasilkan",
        "more": "lainnya",
        "slip": "kalinya menjadi",
        "known": "dengan upah",
    },
}


@frozen(repr=False)
class ReadBack:
    """What an amount can be: ``matches`` in order of likelihood, none if no rule gives it; then ``slips`` of digits.

    True if something matches. A match says that the law can give the sum, not that it was owed.
    """

    amount: int
    event: Risk
    wage: int | None
    matches: tuple[Match, ...]
    slips: tuple[Slip, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.matches)

    def __iter__(self) -> Iterator[Match]:
        return iter(self.matches)

    def __len__(self) -> int:
        return len(self.matches)

    def explain(self, lang: Lang = "en") -> str:
        """The matches line by line, the likeliest first; or that there is none, and what digits may be lost."""
        words = _WORDS[check_lang(lang)]
        shown = rupiah(self.amount, lang)
        known = "" if self.wage is None else f", {words['known']} {number(self.wage, lang)}"
        if not self.matches:
            lines = [f"{words['none']} {shown}{known}"]
            lines += [f"{each.times} {words['slip']} {each.match.text(lang)}" for each in self.slips]
            return "\n".join(lines)
        lines = [f"{shown}{known}", *(f"  {match.text(lang)}" for match in self.matches[:_SHOWN])]
        more = len(self.matches) - _SHOWN
        return "\n".join([*lines, *([f"  … {more} {words['more']}"] if more > 0 else [])])

    def __repr__(self) -> str:
        return f"<ReadBack of {number(self.amount)}: {len(self.matches)} matches>"

    def _repr_html_(self) -> str:
        from ._html import rows_html

        rows: list[tuple[str, ...]] = [
            (str(match.programme), " + ".join(part.text() for part in match.parts), number(match.wage or 0))
            for match in self.matches[:_SHOWN]
        ]
        return rows_html(("programme", "sums", "wage"), rows, [self.explain().splitlines()[0]])


def read_back(amount: int, event: Risk, *, wage: int | None = None, law: Law = LAW) -> ReadBack:
    """Which sums of the law come to exactly a printed amount (rupiah) after an event, and what wage they imply.

    Looks through the cash of JKM and JKK and the scholarships, in every version of the law; ``wage`` is the monthly
    wage where it is known (of the self-employed the reference income). Raises ``NotAnAmount``, ``FloatAmount``,
    ``NegativeAmount``, ``ZeroAmount``, ``WrongType``, an ``…Amount`` error for the wage.

    >>> import jamsostek as js
    >>> found = read_back(79_600_000, js.Death(on=date(2023, 3, 8), work_related=True))
    >>> found.matches[0].wage, [part.amount for part in found.matches[0].parts]
    (1200000, [57600000, 12000000, 10000000])
    >>> print(read_back(1_000_000, js.Death(on=date(2026, 1, 20), work_related=False)).explain())
    no rule gives Rp1,000,000
    10 times it would be JKM: funeral cost 10,000,000; a part of it
    """
    sum_ = whole(amount)
    fault = amount_error("amount", amount) if sum_ is None or sum_ < 0 else None
    if sum_ == 0:
        fault = errors.ZeroAmount("amount", "0 is no sum to look for", "give the printed amount, whole rupiah")
    errors.raise_together(
        "read_back",
        (
            fault,
            None if wage is None else amount_error("wage", wage),
            None
            if isinstance(event, Risk)
            else errors.WrongType(
                "event", f"{event!r} leaves no fixed sums", "give a Death, a WorkAccident or the like"
            ),
        ),
    )
    assert sum_ is not None  # a fault was raised otherwise
    patterns = [(version, pattern) for version in versions(event, law) for pattern in patterns_of(event, version, law)]
    matches = sorted((found for each in patterns for found in _solve(sum_, *each, wage)), key=_likelihood)
    slips = () if matches else tuple(_slips(sum_, patterns))
    return ReadBack(sum_, event, wage, tuple(dict.fromkeys(matches)), slips)


def _solve(amount: int, version: Version, pattern: Pattern, wage: int | None) -> Iterator[Match]:
    """The pattern as a match, where some wage makes it one."""
    rest = amount - sum(part.amount for part in pattern.fixed)
    governs = version.death if pattern.programme is Programme.JKM else version.accident
    facts = pattern.complete, version.since, version.until, governs
    if not pattern.factor:
        if rest == 0:
            yield Match(pattern.programme, pattern.fixed, *facts)
        return
    if rest <= 0:
        return
    needed = rest / pattern.factor
    part = Ingredient(*pattern.label, rest, pattern.cites)
    floor = pattern.floor
    if floor is not None and rest <= floor.amount:
        most = int(floor.amount / pattern.factor)
        if rest == floor.amount and (wage is None or wage <= most):
            yield Match(pattern.programme, (floor, *pattern.fixed), *facts, wage_at_most=most)
        return
    plausible = needed.denominator == 1 and LEAST_WAGE <= needed <= MOST_WAGE
    if plausible and wage in (None, needed.numerator):
        yield Match(pattern.programme, (part, *pattern.fixed), *facts, wage=needed.numerator)


def _likelihood(match: Match) -> tuple[Any, ...]:
    """The law of the event before another, the whole before a part, no scholarship before one, a round wage first."""
    wage = match.wage or 0
    school = sum(map(_is_scholarship, match.parts))
    return (
        not match.governs,
        not match.complete,
        match.wage_at_most is not None,
        school,
        wage % 1_000 != 0,
        wage % 100_000 != 0,
        len(match.parts),
        match.since,
        wage,
    )


def _is_scholarship(part: Ingredient) -> bool:
    return part.label_en.startswith(SCHOLARSHIP[0])


def _slips(amount: int, patterns: list[tuple[Version, Pattern]]) -> Iterator[Slip]:
    """Sums of the event's own law, without scholarships, that the amount is with digits lost."""
    for times in _SLIPS:
        for version, pattern in patterns:
            if not pattern.factor and not any(map(_is_scholarship, pattern.fixed)):
                for match in _solve(amount * times, version, pattern, None):
                    if match.governs:
                        yield Slip(times, match)
