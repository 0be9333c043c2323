"""Which lines of a bill are income of the worker, which are deducted, and the tax of a year on wages or a pension."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from attrs import field, frozen

from .. import errors
from .._citations import Citation
from .._dated import Clock, Dated, Moment, Row
from .._kinds import Lang, Payer, Programme, check_lang
from .._law import LAW, Law
from .._money import Rounding, number, percent, whole
from .._people import WageEarner, _flag_error
from .._readings import Reading
from .._readings_of_tax import TAX_ROUNDING
from .._results import Bill, Line
from .._steps import Step
from .._tiers import marginal, parts
from . import law as tables
from .law import Treatment

_WIDTH = 96


class Treated(NamedTuple):
    """A line of a bill as the tax of the worker sees it."""

    line: Line
    treatment: Treatment
    row: Row[Treatment]

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Where the treatment stands."""
        return self.row.cites


@frozen(repr=False)
class PayrollTax:
    """What the lines of a bill are for the worker's income tax; all sums are whole rupiah of the month.

    ``income`` is added to gross pay, ``deductible`` is deducted in the year's computation, ``cost`` is what the
    employer books as a cost beside the wage.
    """

    bill: Bill
    lines: tuple[Treated, ...] = field(repr=False)

    def __iter__(self) -> Iterator[Treated]:
        return iter(self.lines)

    def _sum(self, treatment: Treatment) -> int:
        return sum(each.line.amount for each in self.lines if each.treatment is treatment)

    @property
    def income(self) -> int:
        """What is added to gross pay, rupiah."""
        return self._sum(Treatment.INCOME)

    @property
    def taxed_later(self) -> int:
        """What the employer pays and the worker is taxed on only when it is paid out, rupiah."""
        return self._sum(Treatment.TAXED_LATER)

    @property
    def deductible(self) -> int:
        """What is deducted from gross pay in the year's computation, rupiah."""
        return self._sum(Treatment.DEDUCTIBLE)

    @property
    def cost(self) -> int:
        """What is a cost of the employer beside the wage, rupiah."""
        return self.income + self.taxed_later

    def explain(self, lang: Lang = "en") -> str:
        """Every line with its treatment and where it stands."""
        from .._render import cited

        out = []
        for each in self.lines:
            name = f"{each.line.programme} {each.line.payer.label(check_lang(lang))}"
            out.append(f"{name:<{_WIDTH - 16}}{number(each.line.amount, lang):>16}")
            out.append(f"    {each.treatment.label(lang)}")
            out.append(f"        {cited(each.cites, lang)}")
        return "\n".join(out)

    def to_dict(self) -> dict[str, Any]:
        """The treatment as JSON-safe values, with the schema's name and version under ``schema``."""
        return {
            "schema": "jamsostek.tax.payroll/1",
            "month": str(self.bill.month),
            "lines": [
                {
                    "programme": str(each.line.programme),
                    "payer": str(each.line.payer),
                    "amount": each.line.amount,
                    "treatment": str(each.treatment),
                    "basis": [{"text": cite.text(), "grade": cite.mark} for cite in each.cites],
                }
                for each in self.lines
            ],
            "income": self.income,
            "taxed_later": self.taxed_later,
            "deductible": self.deductible,
            "cost": self.cost,
        }

    def __repr__(self) -> str:
        sums = f"income {number(self.income)}, deductible {number(self.deductible)}, cost {number(self.cost)}"
        return f"<PayrollTax {self.bill.month}: {sums}>"


def payroll(bill: Bill, *, borne_by_employer: bool = False) -> PayrollTax:
    """What each line of a wage earner's bill is for the worker's income tax, from January 2024 on.

    ``borne_by_employer`` is whether the employer pays the worker's shares for him: then they are income. Raises
    ``WrongType``, ``BeforeLaw``. PMK 168/2023 arts 5 and 10.

    >>> import jamsostek as js
    >>> payroll(js.contributions(js.WageEarner(wage=10_000_000, risk_group=2), month="2026-03"))
    <PayrollTax 2026-03: income 84,000, deductible 300,000, cost 654,000>
    """
    faults = [
        None
        if isinstance(bill, Bill) and isinstance(bill.participant, WageEarner)
        else errors.WrongType("payroll", f"{bill!r} is no bill of a wage earner", "give what contributions() returns"),
        errors.WrongType("borne_by_employer", "None is no answer", "say True or False")
        if borne_by_employer is None
        else _flag_error("borne_by_employer", borne_by_employer),
    ]
    errors.raise_together("payroll", faults)
    moment = bill.law.moment(bill.month)
    found = []
    for line in bill:
        row = bill.law.row(_table(line, borne_by_employer), moment)
        found.append(Treated(line, row.value, row))
    return PayrollTax(bill, tuple(found))


def _table(line: Line, borne_by_employer: bool) -> Dated[Treatment]:
    if line.payer is Payer.WORKER:
        return tables.BORNE_BY_EMPLOYER if borne_by_employer else tables.SAVINGS_OF_WORKER
    return tables.PREMIUMS if line.programme in (Programme.JKK, Programme.JKM) else tables.SAVINGS_OF_EMPLOYER


@frozen(repr=False)
class YearTax:
    """The income tax of a year on wages or a pension: gross less costs, contributions and the personal allowance."""

    year: int
    gross: int
    cost: int
    contributions: int
    allowance: int
    taxable: int
    tax: int
    rows: tuple[Row[Any], ...] = field(repr=False)
    readings: tuple[Reading, ...] = ()

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The citations behind the tax, in order, each once."""
        return tuple(dict.fromkeys(cite for row in self.rows for cite in row.cites))

    def steps(self, lang: Lang = "en") -> tuple[Step, ...]:
        """How the tax came about: formula, numbers put in, result, articles."""
        words = _WORDS[check_lang(lang)]
        share, most, thousands, scale = self.rows
        left = self.gross - self.cost - self.contributions - self.allowance
        lesser = f"min({percent(share.value, lang)} × {number(self.gross, lang)}; {number(most.value, lang)})"
        parted = " − ".join(number(each, lang) for each in (self.gross, self.cost, self.contributions, self.allowance))
        found = [
            Step(words[0], f"{lesser} = {number(self.cost, lang)}", share.cites),
            Step(words[1], f"{parted} = {number(left, lang)} → {number(self.taxable, lang)}", thousands.cites),
        ]
        for each, part in parts(scale.value, 0, self.taxable):
            result = f"{percent(each, lang)} × {number(part, lang)} = {number(each * part, lang)}"
            found.append(Step(words[2], result, scale.cites))
        return tuple(found)

    def explain(self, lang: Lang = "en") -> str:
        """The whole computation with numbers and articles, as a person can check it."""
        from .._render import cited

        words = _WORDS[check_lang(lang)]
        lines = []
        for step in self.steps(lang):
            lines += [f"{step.formula}:  {step.numbers}", f"    {cited(step.cites, lang)}"]
        lines.append(f"{words[3]} {self.year}: {number(self.tax, lang)}")
        return "\n".join(lines)

    def __repr__(self) -> str:
        return f"<YearTax {self.year}: {number(self.tax)} on {number(self.taxable)}>"


_WORDS: dict[Lang, tuple[str, str, str, str]] = {
    "en": ("cost deducted", "taxable income, down to full thousands", "share × slice", "tax of"),
    "id": ("biaya pengurang", "penghasilan kena pajak, ke bawah dalam ribuan", "tarif × lapisan", "pajak tahun"),
}


def of_year(
    gross: int,
    *,
    year: int,
    allowance: int,
    contributions: int = 0,
    kind: Literal["wage", "pension"] = "wage",
    law: Law = LAW,
) -> YearTax:
    """The income tax of a year on wages or on a monthly pension, as it is settled with the last pay of the year.

    ``gross`` is the year's gross, what ``payroll`` calls income included; ``contributions`` what it calls deductible;
    ``allowance`` the personal one (PTKP); all whole rupiah. What was withheld month by month is taken off by the
    caller. Raises ``BeforeLaw`` before 2024, an ``…Amount`` error, ``WrongType``, ``UnknownKind``.
    PMK 168/2023 arts 10-11, UU 7/1983 art. 17.

    >>> of_year(120_000_000, year=2024, allowance=58_500_000, contributions=1_200_000)
    <YearTax 2024: 2,715,000 on 54,300,000>
    """
    sums = {"gross": gross, "allowance": allowance, "contributions": contributions}
    valid_year = whole(year) in range(1, 9999)
    errors.raise_together(
        "of_year",
        (
            *(_sum_error(name, amount) for name, amount in sums.items()),
            None if valid_year else errors.WrongType("year", f"{year!r} is no year", "give an int, such as 2026"),
            None if kind in _COSTS else errors.not_in(errors.UnknownKind, "kind", kind, list(_COSTS)),
        ),
    )
    moment = Moment(Clock.PAYMENT, date(year, 12, 31))
    share, most = (law.row(table, moment) for table in _COSTS[kind])
    thousands, scale = law.row(tables.FULL_THOUSANDS, moment), law.row(tables.PROGRESSIVE, moment)
    rounding = Rounding(law.option(TAX_ROUNDING))
    exact_cost = min(gross * share.value, Fraction(most.value))
    cost = rounding.apply(exact_cost.numerator, exact_cost.denominator)
    left = max(gross - cost - contributions - allowance, 0)
    taxable = left // thousands.value * thousands.value
    exact = marginal(scale.value, taxable)
    tax = rounding.apply(exact.numerator, exact.denominator)
    touched = (TAX_ROUNDING,) if exact_cost.denominator != 1 or exact.denominator != 1 else ()
    rows: tuple[Row[Any], ...] = (share, most, thousands, scale)
    return YearTax(year, gross, cost, contributions, allowance, taxable, tax, rows, touched)


_COSTS = {
    "wage": (tables.OCCUPATIONAL_COST, tables.OCCUPATIONAL_COST_OF_A_YEAR),
    "pension": (tables.PENSION_COST, tables.PENSION_COST_OF_A_YEAR),
}


def _sum_error(where: str, amount: object) -> errors.JamsostekError | None:
    count = whole(amount)
    if count is None:
        cls = errors.FloatAmount if isinstance(amount, float) else errors.NotAnAmount
        return cls(where, f"{amount!r} is no whole number of rupiah", "give whole rupiah as an int")
    return errors.NegativeAmount(where, f"{count} is negative", "give whole rupiah of the year") if count < 0 else None
