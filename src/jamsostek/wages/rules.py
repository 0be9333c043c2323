"""The rules of the contribution wage: from components of pay, daily pay, output, or the wages of others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any, Literal, NamedTuple

from attrs import field, frozen

from .. import errors
from .._citations import Citation, Grade, weakest
from .._dated import Moment, Row
from .._kinds import Lang, check_lang, choice_error, lenient
from .._law import LAW, Law, Mark
from .._money import MOST_WAGE, Rounding, amount_error, lenient_int, number, rupiah, whole
from .._months import Month, as_month
from .._readings import Reading
from .._render import cited
from ..readings import CONTRIBUTION_ROUNDING
from . import law as tables
from .law import PayKind

WAGE_SCHEMA = "jamsostek.contribution_wage/1"
PayKindWord = Literal["base", "fixed_allowance", "variable_allowance", "overtime", "holiday_bonus", "bonus"]


def _kind(value: PayKind | PayKindWord) -> PayKind:
    return lenient(PayKind, value) or value  # type: ignore[return-value]  # None is named when the object checks itself


@frozen
class Component:
    """One component of a month's pay (komponen upah): its name, rupiah per month, and what kind of pay it is.

    Raises ``NegativeAmount``, ``FloatAmount``, ``NotAnAmount``, ``AbsurdAmount``, ``UnknownKind``, ``WrongType``.

    >>> Component("position allowance", 500_000, "fixed_allowance").kind.label_id
    'tunjangan tetap'
    """

    name: str
    amount: int = field(converter=lenient_int)
    kind: PayKind = field(converter=_kind)

    def __attrs_post_init__(self) -> None:
        named = isinstance(self.name, str) and bool(self.name.strip())
        unnamed = errors.WrongType("name", f"{self.name!r} is no name", "give a text")
        kind: object = self.kind
        errors.raise_together(
            "Component",
            (
                None if named else unnamed,
                _pay_error(f"{self.name}", self.amount),
                errors.UnknownKind("kind", "None is no kind of pay", f"choose one of {', '.join(PayKind)}")
                if kind is None
                else choice_error(errors.UnknownKind, "kind", PayKind, kind),
            ),
        )


class WageLine(NamedTuple):
    """One line of a contribution wage: what was given, what counts of it (rupiah), the reason, where it stands."""

    label_en: str
    label_id: str
    given: int
    counted: int
    reason_en: str
    reason_id: str
    cites: tuple[Citation, ...]

    def label(self, lang: Lang = "en") -> str:
        """The label in the language asked for."""
        return self.label_id if lang == "id" else self.label_en

    def reason(self, lang: Lang = "en") -> str:
        """Why it counts so, in the language asked for."""
        return self.reason_id if lang == "id" else self.reason_en


@frozen(repr=False)
class ContributionWage:
    """A monthly wage to base contributions on, line by line; takes the place of an int wherever a wage is asked for.

    ``amount`` is whole rupiah per month, the sum of what each line counts.
    """

    month: Month
    lines: tuple[WageLine, ...]
    law: Law = field(repr=False)
    readings: tuple[Reading, ...]
    rows: tuple[Row[Any], ...] = field(repr=False, eq=False)

    @property
    def amount(self) -> int:
        """Whole rupiah per month."""
        return sum(line.counted for line in self.lines)

    def __index__(self) -> int:
        return self.amount

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The citations behind the wage, in order, each once."""
        return tuple(dict.fromkeys(cite for line in self.lines for cite in line.cites))

    @property
    def evidence(self) -> Grade:
        """The weakest grade that the wage rests on; GIVEN where a value is the caller's own."""
        return weakest(self.basis)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What else is to be known: a what-if, a month past the last check of the law."""
        return self.law.marks(self.rows, self.law.moment(self.month))

    def explain(self, lang: Lang = "en") -> str:
        """Every line with its reason and article."""
        title = {"en": "contribution wage", "id": "upah dasar iuran"}[check_lang(lang)]
        out = [", ".join((f"{self.month}: {title} {rupiah(self.amount, lang)}", *(m.text(lang) for m in self.marks)))]
        for line in self.lines:
            out.append(f"{line.label(lang):<56}{number(line.given, lang):>16}{number(line.counted, lang):>16}")
            out.append(f"    {line.reason(lang)}; {cited(line.cites, lang)}")
        out += [reading.text(self.law.option(reading), lang) for reading in self.readings]
        return "\n".join(out)

    def to_dict(self) -> dict[str, Any]:
        """The wage as JSON-safe values, with the schema's name and version under ``schema``."""
        return {
            "schema": WAGE_SCHEMA,
            "month": str(self.month),
            "amount": self.amount,
            "lines": [
                {
                    "label": line.label_en,
                    "given": line.given,
                    "counted": line.counted,
                    "reason": line.reason_en,
                    "basis": [cite.text() for cite in line.cites],
                }
                for line in self.lines
            ],
            "readings": {reading.name: self.law.option(reading) for reading in self.readings},
            "marks": [mark.text_en for mark in self.marks],
            "evidence": str(self.evidence),
        }

    def __repr__(self) -> str:
        return f"<ContributionWage {self.month}: {number(self.amount)}>"

    def _repr_html_(self) -> str:
        from .._html import rows_html

        rows: list[tuple[str, ...]] = [
            (each.label_en, f"{each.reason_en}; {cited(each.cites, 'en')}", number(each.given), number(each.counted))
            for each in self.lines
        ]
        return rows_html(("pay", "reason", "given", "counts"), [*rows, ("", "total", "", number(self.amount))], [])


def from_components(
    components: Mapping[PayKind | PayKindWord, int] | Sequence[Component],
    *,
    month: Month | str,
    minimum_wage: int | None = None,
    law: Law = LAW,
) -> ContributionWage:
    """The wage out of components of pay, rupiah by kind or each a ``Component``: base wage and fixed allowances count.

    Kinds are ``"base"``, ``"fixed_allowance"``, ``"variable_allowance"``, ``"overtime"``, ``"holiday_bonus"`` (THR) and
    ``"bonus"``. ``minimum_wage`` is the one that binds the employer, rupiah per month, and lifts a lower wage; None: no
    floor is applied. Raises ``NamedTwice``, ``MissingFact`` without a base wage, ``EvidenceTooWeak``, what
    ``Component`` raises. PP 44/2015 art. 19(2), PP 46/2015 art. 17(2), PP 45/2015 art. 29(1).

    >>> wage = from_components({"base": 3_500_000, "holiday_bonus": 3_500_000}, month="2026-03", minimum_wage=3_600_000)
    >>> [(line.label_en, line.counted) for line in wage.lines]
    [('base wage', 3500000), ('religious holiday bonus', 0), ('minimum wage', 100000)]
    """
    month = as_month(month)
    moment = law.moment(month)
    found = _components(components)
    row = law.row(tables.COUNTED, moment)
    if not any(each.kind is PayKind.BASE and each.amount for each in found):
        raise errors.MissingFact("components", "no base wage among them", 'give it, such as {"base": 4_000_000}')
    lines = tuple(_component_line(each, row) for each in found)
    return _wage(month, lines, (row,), minimum_wage, law, moment)


def _components(given: Mapping[PayKind | PayKindWord, int] | Sequence[Component]) -> list[Component]:
    if not isinstance(given, Iterable) or isinstance(given, str):
        raise errors.WrongType("components", f"{given!r} is no pay", "give rupiah by kind, or a list of Components")
    if isinstance(given, Mapping):
        return errors.make_each("components", (partial(Component, kind, pay, kind) for kind, pay in given.items()))
    found = list(given)
    for each in found:
        if not isinstance(each, Component):
            raise errors.WrongType("components", f"{each!r} is no component", "give jamsostek.wages.Component")
    twice = Counter(each.name for each in found) - Counter({each.name for each in found})
    errors.raise_together(
        "components", (errors.NamedTwice("components", f"{name!r} is there twice", "name it once") for name in twice)
    )
    return found


def _component_line(given: Component, row: Row[Any]) -> WageLine:
    counts = given.kind in row.value
    kinds = given.kind.label_en, given.kind.label_id
    labels = kinds if given.name == given.kind else (f"{given.name} ({kinds[0]})", f"{given.name} ({kinds[1]})")
    reasons = ("counts", "diperhitungkan")
    if not counts:
        reasons = (
            "does not count: neither base wage nor fixed allowance",
            "tidak diperhitungkan: bukan upah pokok dan bukan tunjangan tetap",
        )
    return WageLine(*labels, given.amount, given.amount if counts else 0, *reasons, row.cites)


def from_daily(daily: int, *, month: Month | str, minimum_wage: int | None = None, law: Law = LAW) -> ContributionWage:
    """The wage of somebody paid by the day (upah harian), rupiah per day: times 25, however many days are worked.

    PP 44/2015 art. 19(3), PP 46/2015 art. 17(3); PP 45/2015 does not repeat it for JP. Raises an ``…Amount`` error.

    >>> from_daily(120_000, month="2026-03").amount
    3000000
    """
    month = as_month(month)
    moment = law.moment(month)
    errors.raise_together("from_daily", (_pay_error("daily", daily),))
    row = law.row(tables.DAYS_OF_A_MONTH, moment)
    pay = lenient_int(daily)
    line = WageLine(
        "daily wage",
        "upah harian",
        pay,
        pay * row.value,
        f"{number(pay)} × {row.value} days",
        f"{number(pay, 'id')} × {row.value} hari",
        row.cites,
    )
    return _wage(month, (line,), (row,), minimum_wage, law, moment)


def from_output(
    paid: Sequence[int],
    *,
    month: Month | str,
    weather_dependent: bool = False,
    minimum_wage: int | None = None,
    law: Law = LAW,
) -> ContributionWage:
    """The wage of piece work (borongan, satuan hasil): the average of the last 3 months, rupiah per month.

    ``paid`` is whole rupiah for each of these months, in any order; ``weather_dependent`` work takes the last 12.
    Raises ``MissingFact`` for another number of months, an ``…Amount`` error. PP 44/2015 art. 19(4)-(5), PP 46/2015
    art. 17(4)-(5); PP 45/2015 does not repeat it for JP.

    >>> from_output([2_700_000, 3_300_000, 3_000_000], month="2026-03").amount
    3000000
    """
    month = as_month(month)
    moment = law.moment(month)
    row = law.row(tables.MONTHS_OF_WEATHER if weather_dependent else tables.MONTHS_OF_OUTPUT, moment)
    given = _amounts("paid", paid)
    if len(given) != row.value:
        raise errors.MissingFact(
            "paid", f"{len(given)} months given", f"give what was paid in each of the last {row.value} months"
        )
    average = Fraction(sum(given), row.value)
    rounding = Rounding(law.option(CONTRIBUTION_ROUNDING))
    line = WageLine(
        "piece work",
        "upah borongan atau satuan hasil",
        sum(given),
        rounding.apply(average.numerator, average.denominator),
        f"average of the last {row.value} months",
        f"rata-rata {row.value} bulan terakhir",
        row.cites,
    )
    readings = () if average.denominator == 1 else (CONTRIBUTION_ROUNDING,)
    return _wage(month, (line,), (row,), minimum_wage, law, moment, readings)


def deemed(wages_of_same_job: Iterable[int], *, month: Month | str, law: Law = LAW) -> ContributionWage:
    """The deemed wage of an intern, pupil or prisoner at work: the lowest of the host's workers in the same job.

    ``wages_of_same_job`` is rupiah per month each. Raises ``MissingFact``, an ``…Amount`` error. PP 44/2015 art. 28(2),
    made for benefits; since February 2025 Permenaker 1/2025 art. 35 for contributions too.

    >>> deemed([3_400_000, 2_900_000], month="2026-03").amount
    2900000
    """
    month = as_month(month)
    moment = law.moment(month)
    given = _amounts("wages_of_same_job", wages_of_same_job)
    if not given:
        raise errors.MissingFact("wages_of_same_job", "none is given", "give the wages of the workers in the same job")
    row = law.row(tables.DEEMED_WAGE, moment)
    line = WageLine(
        "deemed wage",
        "upah yang dianggap diterima",
        min(given),
        min(given),
        f"the lowest of {len(given)} workers in the same job" if given[1:] else "the one worker in the same job",
        f"terendah dari {len(given)} pekerja pada pekerjaan yang sama"
        if given[1:]
        else "satu-satunya pekerja pada pekerjaan yang sama",
        row.cites,
    )
    return _wage(month, (line,), (row,), None, law, moment)


def _amounts(where: str, given: Iterable[int]) -> list[int]:
    if not isinstance(given, Iterable) or isinstance(given, str):
        raise errors.WrongType(where, f"{given!r} is no list of amounts", "give whole rupiah per month")
    found = list(given)
    errors.raise_together(where, (_pay_error(f"{where}[{at}]", pay) for at, pay in enumerate(found)))
    return [lenient_int(pay) for pay in found]


def _pay_error(where: str, value: object) -> errors.JamsostekError | None:
    """What is wrong with a part of a month's pay, which unlike a wage may be small."""
    amount = whole(value)
    if amount is None or amount < 0 or amount > MOST_WAGE:
        return amount_error(where, value)
    return None


def _wage(
    month: Month,
    lines: tuple[WageLine, ...],
    rows: tuple[Row[Any], ...],
    minimum: int | None,
    law: Law,
    moment: Moment,
    readings: tuple[Reading, ...] = (),
) -> ContributionWage:
    """The wage of these lines, lifted to the minimum wage where one is given."""
    if minimum is not None:
        errors.raise_together("minimum_wage", (amount_error("minimum_wage", minimum),))
        floor, row = lenient_int(minimum), law.row(tables.MINIMUM_WAGE, moment)
        missing = max(floor - sum(line.counted for line in lines), 0)
        reasons = ("the wage is not below it", "upah tidak di bawahnya")
        if missing:
            reasons = ("a lower wage is lifted to it", "upah di bawahnya dinaikkan")
        lines = (*lines, WageLine("minimum wage", "upah minimum", floor, missing, *reasons, row.cites))
        rows = (*rows, row)
    wage = ContributionWage(month, lines, law, readings, rows)
    errors.raise_together("wage", (amount_error("wage", wage.amount),))
    law.check_evidence("wage", ((str(cite), cite.grade) for cite in wage.basis))
    return wage
