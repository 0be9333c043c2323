"""What cover may pay out: expected benefits of a group from rates of incidence that the caller gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from attrs import evolve, field, frozen

from .. import errors
from .._citations import Citation
from .._claims import Claim, claim
from .._events import Death, TotalDisability
from .._family import Family, School
from .._history import History
from .._kinds import Labelled, Lang, Programme, check_lang
from .._law import LAW, Law
from .._member import Member
from .._money import equals, number, percent, rounded
from .._months import Month, months
from .._people import _type_error
from .._rates import Rate, as_rate, rate_error
from .._readings import Reading
from .._render import WORDS as _SHARED
from .._render import cited
from ..scholarship.paths import named, school_year
from .costs import Cost, cost
from .groups import Group, as_groups
from .text import grid


class Happening(Labelled):
    """What may happen to somebody who is covered (peristiwa)."""

    DEATH = "death", "death that work did not cause", "meninggal bukan akibat kerja"
    WORK_DEATH = "work_death", "death by work", "meninggal akibat kerja"
    WORK_DISABILITY = "work_disability", "total disability by work", "cacat total tetap akibat kerja"

    def on(self, month: Month) -> Death | TotalDisability:
        """The event on the last day of a month."""
        if self is Happening.WORK_DISABILITY:
            return TotalDisability(on=month.last_day, work_related=True)
        return Death(on=month.last_day, work_related=self is Happening.WORK_DEATH)


class Expected(NamedTuple):
    """What one happening comes to in one group, exact: events, rupiah paid at once, rupiah of whole scholarships.

    ``rate`` is the caller's, a fraction of people a year.
    """

    group: str
    happening: Happening
    rate: Fraction
    events: Fraction
    at_once: Fraction
    scholarships: Fraction


@frozen(repr=False)
class Expectation:
    """Expected benefits beside the contributions of a plan. The rates are the caller's own: no answer of law.

    ``rows`` hold one line for each group and happening; sums are exact fractions of rupiah. ``family`` is as it was
    given; a school without a year is one of the school year in which the plan begins.
    """

    cost: Cost
    family: Family
    rows: tuple[Expected, ...] = field(repr=False)
    readings: tuple[Reading, ...] = field(repr=False)
    basis: tuple[Citation, ...] = field(repr=False)

    @property
    def at_once(self) -> Fraction:
        """Expected rupiah paid at once."""
        return sum((each.at_once for each in self.rows), Fraction(0))

    @property
    def scholarships(self) -> Fraction:
        """Expected rupiah of scholarships, if every child goes on to the end of its path."""
        return sum((each.scholarships for each in self.rows), Fraction(0))

    @property
    def total(self) -> Fraction:
        """Expected rupiah altogether."""
        return self.at_once + self.scholarships

    @property
    def ratio(self) -> Fraction:
        """Expected benefits for each rupiah of contributions; raises ``Undetermined`` where nothing is paid."""
        if not self.cost.total:
            raise errors.Undetermined("ratio", "the plan costs nothing", "plan for people")
        return self.total / self.cost.total

    def table(self, lang: Lang = "en") -> str:
        """The rows as a table of text, numbers to two decimal places."""
        return grid([_HEADS[check_lang(lang)], *self._cells(lang)], 2)

    def _cells(self, lang: Lang) -> list[tuple[str, ...]]:
        cells = [
            (
                each.group,
                each.happening.label(lang),
                percent(each.rate, lang),
                *(rounded(it, lang) for it in (each.events, each.at_once, each.scholarships)),
            )
            for each in self.rows
        ]
        events = sum((each.events for each in self.rows), Fraction(0))
        sums = (rounded(it, lang) for it in (events, self.at_once, self.scholarships))
        return [*cells, ("total" if lang == "en" else "jumlah", "", "", *sums)]

    def explain(self, lang: Lang = "en") -> str:
        """The table, the contributions, how it is reckoned, the open questions it hangs on."""
        words = _WORDS[check_lang(lang)]
        out = [self.table(lang), "", f"{words['contributions']}: {number(self.cost.total, lang)}"]
        if self.cost.total:
            division = f"{rounded(self.total, lang)} ÷ {number(self.cost.total, lang)} {equals(self.ratio, lang)}"
            out.append(f"{words['ratio']}: {division}")
        out += [*self._how(lang), cited(self.basis, lang)]
        out += [mark.text(lang) for mark in self.cost.added.told.marks]
        law, label = self.cost.law, _SHARED[lang]["readings"]
        return "\n".join([*out, *(f"{label}: {each.text(law.option(each), lang)}" for each in self.readings)])

    def _how(self, lang: Lang) -> list[str]:
        """How it is reckoned, and from which school year on children whose school has none move up."""
        words = _WORDS[lang]
        dated = _dated(self.family, self.cost.first) != self.family
        return [words["how"], *([words["schools"].format(named(_begins(self.cost.first)))] if dated else ())]

    def to_dict(self) -> dict[str, Any]:
        """The expectation as JSON-safe values (fractions as texts), with the schema's name and version."""
        return {
            "schema": "jamsostek.expectation/1",
            "plan": self.cost.to_dict(),
            "rows": [
                {
                    "group": each.group,
                    "happening": str(each.happening),
                    **{name: str(getattr(each, name)) for name in ("rate", "events", "at_once", "scholarships")},
                }
                for each in self.rows
            ],
            "total": str(self.total),
            "basis": [cite.text() for cite in self.basis],
            "notes": self._how("en"),
        }

    def _repr_html_(self) -> str:
        from .._html import rows_html

        return rows_html(_HEADS["en"], self._cells("en"), self._how("en"))

    def __repr__(self) -> str:
        return f"<Expectation: {rounded(self.total)} of benefits, {number(self.cost.total)} of contributions>"


def expect(
    groups: Group | Iterable[Group],
    first: Month | str,
    last: Month | str,
    rates: Mapping[str, Rate],
    *,
    family: Family | None = None,
    law: Law = LAW,
) -> Expectation:
    """Expected benefits of JKK and JKM for groups covered from one month to another, in rupiah.

    ``rates`` are yearly ones by ``Happening``: ``{"death": "0.4 %"}``. A month counts a twelfth; an event is on its
    last day, of a member registered on the participant's day, else on the first, and paid for without a gap since;
    nobody leaves or joins. ``family`` is what each leaves behind, None: a widow or widower and no child; a school
    without a year is one of the plan's first school year, and children move up from there. Care and other costs that
    are paid as they come are not in it. Raises ``UnknownChoice``, what a rate raises, ``OutOfRange`` (a rate below 0),
    ``MissingFact`` where a sum is not known, and what ``cost`` and ``claim`` raise.

    >>> from jamsostek import SelfEmployed
    >>> batch = Group(25_808, SelfEmployed(income=1_000_000, paid_by="regional_budget"))
    >>> found = expect(batch, "2025-12", "2026-11", {"death": "0.4 %"})
    >>> rounded(found.rows[0].events), rounded(found.at_once)
    ('103.23', '3,509,888,000')
    """
    listed = as_groups(groups, "expect")
    left = Family(spouse=True, children=False) if family is None else family
    errors.raise_together("expect", (*_rate_errors(rates), _type_error("family", left, Family)))
    exact = {Happening(name): as_rate(rate) for name, rate in rates.items()}
    plan = cost(listed, first, last, law=law)
    dated = _dated(left, plan.first)
    readings: dict[Reading, None] = {}
    cites: dict[Citation, None] = {}
    rows = [
        _expected(group, happening, rate, plan, dated, readings, cites)
        for group in listed
        for happening, rate in exact.items()
    ]
    return Expectation(plan, left, tuple(rows), tuple(readings), tuple(cites))


def _begins(first: Month) -> int:
    """The school year in which a plan begins."""
    return school_year(first.first_day)


def _dated(family: Family, first: Month) -> Family:
    """The family with a year for each school that has none: else no child would ever move up while it grows older."""

    def told(school: School) -> School:
        return school if school.in_year is not None else evolve(school, in_year=_begins(first))

    children = family.children and tuple(
        each if each.school is None else evolve(each, school=tuple(map(told, each.school))) for each in family.children
    )
    return evolve(family, children=children)


def _rate_errors(rates: object) -> list[errors.JamsostekError | None]:
    if not isinstance(rates, Mapping) or not rates:
        return [errors.WrongType("rates", f"{rates!r} names no rate", 'give rates by what happens: {"death": "0.4 %"}')]
    found: list[errors.JamsostekError | None] = []
    for name, rate in rates.items():
        if name not in set(Happening):
            found.append(errors.not_in(errors.UnknownChoice, "rates", name, list(Happening)))
        fault = rate_error(f"rates {name}", rate)
        if fault is None and as_rate(rate) < 0:
            fault = errors.OutOfRange(f"rates {name}", f"{rate} is negative", "give a rate from 0")
        found.append(fault)
    return found


def _expected(
    group: Group,
    happening: Happening,
    rate: Fraction,
    plan: Cost,
    family: Family,
    readings: dict[Reading, None],
    cites: dict[Citation, None],
) -> Expected:
    """One happening in one group: the sums of each month, weighed with a twelfth of the rate."""
    monthly = group.people * rate / 12
    at_once = scholarships = Fraction(0)
    for month in months(plan.first, plan.last):
        found = _claim(group, happening, month, plan, family)
        readings.update(dict.fromkeys(found.readings))
        cites.update(dict.fromkeys(found.basis))
        paid, school = found.lump_sum, found.schedule.total
        if paid is None or school is None:
            facts = ", ".join(fact.key for fact in found.missing)
            raise errors.MissingFact(f"{group.name}, {happening.label_en}", f"not known: {facts}", "give these facts")
        at_once += monthly * paid
        scholarships += monthly * school
    return Expected(group.name, happening, rate, monthly * plan.months, at_once, scholarships)


def _claim(group: Group, happening: Happening, month: Month, plan: Cost, family: Family) -> Claim:
    who = group.participant
    since = who.registered or plan.first.first_day
    history = History.unbroken(Month.of(since), month)
    return claim(
        happening.on(month),
        Member(who, registered=since, history=history),
        family,
        programmes=(Programme.JKK, Programme.JKM),
        law=plan.law,
    )


_HEADS: dict[Lang, tuple[str, ...]] = {
    "en": ("group", "what happens", "a year", "times", "paid at once", "scholarships"),
    "id": ("kelompok", "peristiwa", "per tahun", "kejadian", "dibayar sekaligus", "beasiswa"),
}
_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "contributions": "contributions",
        "ratio": "benefits for each rupiah",
        "how": "rates are the caller's own; a month counts a twelfth of them; nobody leaves or joins",
        "schools": "schools without a year are those of {}; from there children move up a grade a year",
    },
    "id": {
        "contributions": "iuran",
        "ratio": "manfaat per rupiah iuran",
        "how": "tingkat kejadian dari pemanggil; sebulan dihitung seperduabelas; tidak ada yang keluar atau masuk",
        "schools": "sekolah tanpa tahun dianggap tahun ajaran {}; sesudahnya anak naik satu kelas per tahun",
    },
}
