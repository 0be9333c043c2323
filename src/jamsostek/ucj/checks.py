"""Whether published statements on coverage can be true together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations
from typing import Any

from attrs import frozen

from .. import errors
from .._kinds import Labelled, Lang, check_lang
from .._money import count_error, number, one_digit_apart, rounded
from ..planning.text import grid
from .percents import Printed
from .statements import Statement

# What a percentage may be off by, beside its own rounding: 0.05 points.
TOLERANCE = Fraction(5, 10_000)


class FindingKind(Labelled):
    """What is found in statements on coverage (jenis temuan)."""

    DIFFERS = "differs", "percentage and numbers contradict each other", "persentase dan jumlah tidak cocok"
    POPULATIONS = "populations", "the populations cannot be the same", "penyebut tidak mungkin sama"
    NOT_A_RISE = "not_a_rise", "more people and a lower percentage", "jumlah lebih besar, persentase lebih kecil"
    TARGETS = "targets", "two targets for the same year", "dua sasaran untuk tahun yang sama"
    SAME_DAY = "same_day", "two coverages on the same day", "dua capaian pada hari yang sama"
    NOBODY = "nobody", "one says nobody, the other somebody", "satu menyatakan nihil, yang lain tidak"
    ROUNDED_AWAY = "rounded_away", "people covered and 0 %", "ada peserta, tetapi 0 %"
    BATCH = "batch", "a number is an earlier one and a batch", "jumlah sama dengan jumlah sebelumnya ditambah kelompok"

    @property
    def contradicts(self) -> bool:
        """Whether it cannot be so; else it is only to be known."""
        return self not in (FindingKind.BATCH, FindingKind.ROUNDED_AWAY)


@frozen
class Finding:
    """Something found in one statement or between several; ``hints`` tell what may have gone wrong, none proven."""

    kind: FindingKind
    statements: tuple[Statement, ...]
    text_en: str
    text_id: str
    hints_en: tuple[str, ...] = ()
    hints_id: tuple[str, ...] = ()

    def text(self, lang: Lang = "en") -> str:
        """The finding with its numbers put in."""
        return self.text_id if lang == "id" else self.text_en

    def hints(self, lang: Lang = "en") -> tuple[str, ...]:
        """What may have gone wrong."""
        return self.hints_id if lang == "id" else self.hints_en


@frozen(repr=False)
class CoverageCheck:
    """Statements on coverage with what is found in them; True while none contradicts."""

    statements: tuple[Statement, ...]
    findings: tuple[Finding, ...]

    @property
    def agrees(self) -> bool:
        """Whether nothing contradicts."""
        return not any(each.kind.contradicts for each in self.findings)

    def __bool__(self) -> bool:
        return self.agrees

    def of(self, kind: FindingKind | str) -> tuple[Finding, ...]:
        """The findings of one kind."""
        return tuple(each for each in self.findings if each.kind == kind)

    def table(self, lang: Lang = "en") -> str:
        """The statements with what they imply, as a table of text."""
        return grid([_HEADS[check_lang(lang)], *self._cells(lang)])

    def _cells(self, lang: Lang) -> list[tuple[str, ...]]:
        def shown(people: int | None) -> str:
            return "" if people is None else number(people, lang)

        cells: list[tuple[str, ...]] = []
        for each in self.statements:
            told = each.covered is not None and each.population is not None
            own = each.coverage().percent(lang) if told else ""
            sums = shown(each.covered), shown(each.population), own, shown(each.implied_population)
            cells.append((f"{each.on} {each.source}", each.shown(lang), *sums))
        return cells

    def explain(self, lang: Lang = "en") -> str:
        """The table, then each finding with its numbers and what may have gone wrong."""
        out = [self.table(lang), ""]
        for each in self.findings:
            out.append(f"{each.kind.label(lang)}: {each.text(lang)}")
            out += [f"    {hint}" for hint in each.hints(lang)]
        return "\n".join(out if self.findings else [*out, _NOTHING[lang]])

    def to_dict(self) -> dict[str, Any]:
        """The findings as JSON-safe values, with the schema's name and version under ``schema``."""
        return {
            "schema": "jamsostek.ucj/1",
            "agrees": self.agrees,
            "statements": [each.text() for each in self.statements],
            "findings": [
                {
                    "kind": str(each.kind),
                    "statements": [self.statements.index(one) for one in each.statements],
                    "text": each.text_en,
                    "hints": list(each.hints_en),
                }
                for each in self.findings
            ],
        }

    def _repr_html_(self) -> str:
        from .._html import rows_html

        notes = [f"{each.kind.label_en}: {each.text_en}" for each in self.findings]
        return rows_html(_HEADS["en"], self._cells("en"), notes)

    def __repr__(self) -> str:
        return f"<CoverageCheck of {len(self.statements)} statements: {len(self.findings)} findings>"


def check(statements: Statement | Iterable[Statement], *, batches: Mapping[str, int] | None = None) -> CoverageCheck:
    """Whether statements on coverage can be true together; ``batches`` are people registered at once, by name.

    A percentage contradicts its numbers when it is off by more than 0.05 points and is not their rounding either.
    Raises ``WrongType``, ``OutOfRange``, ``MissingFact`` where there is nothing to check.

    >>> from datetime import date
    >>> last_year = Statement("32 %", 178_611, 420_000, on=date(2024, 12, 31), source="press", about=True)
    >>> print(check(last_year).findings[0].text())
    178,611 ÷ 420,000 = 42.53 %, printed as 32 %: 10.53 points off; 32 % would need 558,159
    """
    listed = (statements,) if isinstance(statements, Statement) else statements
    if not isinstance(listed, Iterable):
        raise errors.WrongType("check", f"{statements!r} is no statement", "give ucj.Statement objects")
    told = tuple(listed)
    wrong = [each for each in told if not isinstance(each, Statement)]
    known = {} if batches is None else batches
    if not isinstance(known, Mapping):
        raise errors.WrongType("batches", f"{batches!r} is no mapping", "give people by name")
    errors.raise_together(
        "check",
        (
            *(errors.WrongType("check", f"{each!r} is no statement", "give ucj.Statement objects") for each in wrong),
            *(count_error(f"batches {name}", people) for name, people in known.items()),
            None if told else errors.MissingFact("check", "no statement is given", "give at least one"),
        ),
    )
    findings: list[Finding] = []
    for key in dict.fromkeys((each.area, each.indicator) for each in told):
        alike = tuple(each for each in told if (each.area, each.indicator) == key)
        findings += _differing(alike)
        findings += _of_nobody(alike)
        findings += _populations(alike)
        findings += _falling(alike)
        findings += _twice(alike)
        findings += _batches(alike, known)
    return CoverageCheck(told, tuple(findings))


def _differing(alike: tuple[Statement, ...]) -> Iterator[Finding]:
    """Percentages that are not what the statement's own numbers give."""
    for each in alike:
        printed, bounds, covered = each.printed, each.told_bounds, each.covered
        if printed is None or bounds is None or covered is None:
            continue
        own = each.coverage().share
        off = abs(own - printed.share)
        if off <= TOLERANCE or _fits(covered, each, printed):
            continue
        hints = [
            (f"the percentage fits {number(people)} ({other.on})", f"persentase cocok dengan {number(people, 'id')}")
            for other in alike
            for people in [other.covered]
            if people not in (None, covered) and _fits(people, each, printed)
        ]
        facts = (covered, each.population, own, each.shown(), off, each.implied_population)
        yield Finding(FindingKind.DIFFERS, (each,), _differs(facts, "en"), _differs(facts, "id"), *_both(hints))


def _of_nobody(alike: tuple[Statement, ...]) -> Iterator[Finding]:
    """Percentages of nobody, and 0 % of somebody, where no population is told that would show it."""
    for each in alike:
        printed, covered = each.printed, each.covered
        if printed is None or covered is None or each.population is not None:
            continue
        if (printed.least > 0 and not covered) or (covered and not printed.most):
            texts = f"{number(covered)}, {each.shown()}", f"{number(covered, 'id')}, {each.shown('id')}"
            yield Finding(FindingKind.NOBODY, (each,), *texts)
        elif covered and not printed.share:
            least = int(covered / printed.most) + 1
            yield Finding(FindingKind.ROUNDED_AWAY, (each,), _away(each, least, "en"), _away(each, least, "id"))


def _away(told: Statement, least: int, lang: Lang) -> str:
    return _AWAY[lang].format(number(told.covered or 0, lang), told.shown(lang), number(least, lang))


def _fits(covered: int | None, told: Statement, printed: Printed) -> bool:
    """Whether a percentage is the rounding of so many people in the population told."""
    bounds = told.told_bounds
    assert covered is not None  # asked of statements that tell both
    assert bounds is not None
    least, most = Fraction(covered, bounds.most), Fraction(covered, bounds.least)
    return printed.prints(least) or printed.prints(most) or least <= printed.share <= most


def _differs(facts: tuple[Any, ...], lang: Lang) -> str:
    covered, population, own, shown, off, implied = facts
    division = f"{number(covered, lang)} ÷ {number(population, lang)} = {rounded(own * 100, lang)} %"
    words = _DIFFERS[lang]
    end = "" if implied is None else words[1].format(shown, number(implied, lang))
    return f"{division}, {words[0].format(shown, rounded(off * 100, lang))}{end}"


_DIFFERS: dict[Lang, tuple[str, str]] = {
    "en": ("printed as {}: {} points off", "; {} would need {}"),
    "id": ("tercetak {}: selisih {} poin", "; {} memerlukan penyebut {}"),
}


def _populations(alike: tuple[Statement, ...]) -> Iterator[Finding]:
    """Statements whose populations have no number in common."""
    bounded = [(each, bounds) for each in alike for bounds in [each.population_bounds] if bounds is not None]
    if not bounded or max(bounds.least for _, bounds in bounded) <= min(bounds.most for _, bounds in bounded):
        return
    people = sorted({each.implied_population or each.population or 0 for each, _ in bounded})
    texts = " / ".join(map(number, people)), " / ".join(number(each, "id") for each in people)
    yield Finding(FindingKind.POPULATIONS, tuple(each for each, _ in bounded), *texts)


def _falling(alike: tuple[Statement, ...]) -> Iterator[Finding]:
    """Pairs of one day of which the one with more people has the lower percentage, such as a rise to less."""
    for few in alike:
        for many in alike:
            low, high = many.printed, few.printed
            if few.on != many.on or few.covered is None or many.covered is None or low is None or high is None:
                continue
            if many.covered > few.covered and low.share < high.share and not low.meets(high):
                texts = _falls(few, many, "en"), _falls(few, many, "id")
                yield Finding(FindingKind.NOT_A_RISE, (few, many), *texts, *_both(_slips(many, alike)))


def _falls(few: Statement, many: Statement, lang: Lang) -> str:
    sums = [number(each.covered or 0, lang) for each in (many, few)]
    return f"{sums[0]} > {sums[1]}, {many.shown(lang)} < {few.shown(lang)} ({few.on})"


def _twice(alike: tuple[Statement, ...]) -> Iterator[Finding]:
    """Two targets for one year, two coverages on one day, which differ by more than their rounding."""
    for one, other in combinations([each for each in alike if each.printed is not None], 2):
        first, second = one.printed, other.printed
        assert first is not None  # taken for it
        assert second is not None
        aims = one.target_for is not None
        if one.target_for != other.target_for or (_aim(first).meets(_aim(second)) if aims else first.meets(second)):
            continue
        if one.target_for is None and one.on != other.on:
            continue
        kind = FindingKind.SAME_DAY if one.target_for is None else FindingKind.TARGETS
        when = one.on if one.target_for is None else one.target_for
        text = f"{when}: {one.shown()}, {other.shown()}", f"{when}: {one.shown('id')}, {other.shown('id')}"
        yield Finding(kind, (one, other), *text, *_both(_slips(one, (other,))))


def _aim(printed: Printed) -> Printed:
    """A percentage as a target: all of the workers is meant as it is said, and no rounding of less."""
    return printed._replace(half=Fraction(0)) if printed.share == 1 else printed


def _batches(alike: tuple[Statement, ...], batches: Mapping[str, int]) -> Iterator[Finding]:
    """Numbers that are an earlier one and a batch."""
    for one in alike:
        for other in alike:
            if one.covered is None or other.covered is None or one.on > other.on:
                continue
            for name, people in batches.items():
                if people and other.covered - one.covered == people:
                    facts = other.covered, one.covered, people
                    texts = _batch(facts, name, one, "en"), _batch(facts, name, one, "id")
                    yield Finding(FindingKind.BATCH, (one, other), *texts)


def _batch(facts: tuple[int, int, int], name: str, before: Statement, lang: Lang) -> str:
    now, then, people = (number(each, lang) for each in facts)
    return f"{now} - {then} ({before.on}) = {people} ({name})"


def _slips(told: Statement, others: Iterable[Statement]) -> list[tuple[str, str]]:
    """Other percentages that a percentage would be with one digit changed."""
    shown = told.shown()
    return [
        (f"one digit makes it {other} ({each.on})", f"beda satu angka dari {other} ({each.on})")
        for each in others
        for other in [each.shown()]
        if len(shown) > len("42 %") and one_digit_apart(shown, other)
    ]


def _both(hints: list[tuple[str, str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(en for en, _ in hints), tuple(idn for _, idn in hints)


_HEADS: dict[Lang, tuple[str, ...]] = {
    "en": ("told", "printed", "covered", "population", "their coverage", "implied population"),
    "id": ("sumber", "tercetak", "terlindungi", "penyebut", "cakupannya", "penyebut tersirat"),
}
_AWAY: dict[Lang, str] = {
    "en": "{}, printed as {}: rounded so only if the population is at least {}",
    "id": "{}, tercetak {}: pembulatan demikian memerlukan penyebut sekurang-kurangnya {}",
}
_NOTHING: dict[Lang, str] = {"en": "nothing contradicts", "id": "tidak ada yang bertentangan"}
