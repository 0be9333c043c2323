"""What the library encodes: each rule with its programmes, the time it is encoded for and its evidence.

All of it is read off the line plans, the duties, the reliefs and the tables they go by.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, cast

from attrs import fields, frozen, has

from . import tables
from ._citations import Grade, weakest
from ._dated import Clock, Dated, Horizon
from ._kinds import Lang, Programme
from ._months import Month
from ._plans import SELF_EMPLOYED, TRAINEE_BY_BRACKET, TRAINEE_BY_WAGE, WAGE_EARNER, LinePlan
from ._programmes import BILLED
from ._reliefs import Relief
from ._render import WORDS
from .jkp import law as jkp
from .jkp.rules import PARTICIPANT
from .jp.law import PENSION_AGE
from .participation import DUTY_OF_PROJECT_WORKER, JKP_IN_FORCE
from .reliefs import ALL as RELIEFS
from .units import DUTY, Duty

HEADS = ("programmes", "rule", "encoded", "by", "evidence", "computed", "tables")


@frozen
class Covered:
    """A rule that is encoded: for which programmes, from and to when (None: until changed), on what evidence.

    ``clock`` is the date that chooses the version, ``grade`` the weakest among the versions of the ``tables`` that the
    rule reads. ``columnar`` tells whether ``frames`` computes it over the columns of a frame too.
    """

    programmes: tuple[Programme, ...]
    rule_en: str
    rule_id: str
    clock: Clock
    since: date
    until: date | None
    grade: Grade
    tables: tuple[str, ...]
    columnar: bool

    def months(self) -> str:
        """The time it is encoded for, by months."""
        if self.until is None:
            return f"{Month.of(self.since)} – …"
        # A contribution month goes by what holds on its last day.
        part = self.clock is Clock.CONTRIBUTION_MONTH and self.until != Month.of(self.until).last_day
        return f"{Month.of(self.since)} – {Month.of(self.until) - int(part)}"

    def shown(self, lang: Lang = "en") -> tuple[str, ...]:
        """The rule as a row of text, in the order of ``HEADS``."""
        programmes, rule = ", ".join(self.programmes), self.rule_id if lang == "id" else self.rule_en
        how = _HOW[lang][self.columnar]
        return programmes, rule, self.months(), str(self.clock), str(self.grade), how, ", ".join(self.tables)


_HOW = {"en": ("one by one", "one by one, in columns"), "id": ("satu per satu", "satu per satu, per kolom")}


def coverage() -> tuple[Covered, ...]:
    """Every rule that the library encodes, with its programmes, time and evidence.

    >>> ceiling = next(each for each in coverage() if "jp.WAGE_CEILING" in each.tables)
    >>> ceiling.rule_en, ceiling.months(), ceiling.grade
    ('contribution, wage earner: employer', '2015-07 – 2027-02', <Grade.B: 'B'>)
    """
    found = [*_duties(), *_contributions(), *map(_relief, RELIEFS), *_jkp()]
    read = {name for each in found for name in each.tables}
    return (*found, *(_alone(table) for table in tables.ALL if table.name not in read))


def _covered(
    programmes: tuple[Programme, ...],
    rule: tuple[str, str],
    read: tuple[Dated[Any], ...],
    windows: tuple[Dated[Any], ...] = (),
    *,
    columnar: bool = True,
) -> Covered:
    """A rule encoded while all of its tables, and one of its windows where it has any, have a version."""
    starts = [each.rows[0].since for each in read]
    ends = [last for each in read if (last := _last(each)) is not None]
    if windows:
        starts.append(min(each.rows[0].since for each in windows))
        ends.append(max(_last(each) or date.max for each in windows))
    read = tuple(dict.fromkeys((*read, *windows)))
    grade = weakest(tuple(cite for table in read for row in table.rows for cite in row.cites))
    names = tuple(table.name for table in read)
    return Covered(programmes, *rule, read[0].clock, max(starts), min(ends, default=None), grade, names, columnar)


def _last(table: Dated[Any]) -> date | None:
    return None if table.horizon is Horizon.OPEN else table.rows[-1].until


def _duties() -> Iterator[Covered]:
    for table in tables.ALL:
        if table.unit is DUTY:
            duties: list[Duty] = [row.value for row in table.rows]
            named = {programme for duty in duties for programme in (*duty.compulsory, *duty.optional)}
            programmes = tuple(each for each in Programme if each in named)
            monthly = table.clock is Clock.CONTRIBUTION_MONTH and table is not DUTY_OF_PROJECT_WORKER
            yield _covered(programmes, _labels(table), (table,), columnar=monthly)


def _contributions() -> Iterator[Covered]:
    trainee = tuple(dict.fromkeys((*TRAINEE_BY_WAGE, *TRAINEE_BY_BRACKET)))
    for kind, plans in (("wage_earner", WAGE_EARNER), ("self_employed", SELF_EMPLOYED), ("trainee", trainee)):
        for plan in plans:
            yield _covered((plan.programme,), _named(kind, plan), plan.tables)


def _named(kind: str, plan: LinePlan) -> tuple[str, str]:
    rules = f"contribution, {WORDS['en'][kind]}", f"iuran, {WORDS['id'][kind]}"
    if plan.payer is not None:
        rules = f"{rules[0]}: {plan.payer.label_en}", f"{rules[1]}: {plan.payer.label_id}"
    return rules


def _relief(relief: Relief) -> Covered:
    factors = tuple(table for _, table in relief.factors)
    inside = tuple(table for _, condition in relief.conditions for table in _tables_in(condition))
    other = tuple(table for table in inside if table not in relief.windows)
    programmes = tuple(programme for programme, _ in relief.factors)
    return _covered(programmes, (relief.label_en, relief.label_id), (*factors, *other), relief.windows)


def _tables_in(part: object) -> Iterator[Dated[Any]]:
    """The tables that a condition compares with."""
    if isinstance(part, Dated):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _tables_in(each)
    elif has(type(part)):
        for attribute in fields(cast("Any", type(part))):
            yield from _tables_in(getattr(part, attribute.name))


def _jkp() -> Iterator[Covered]:
    asked = tuple(dict.fromkeys(_tables_in(PARTICIPANT)))
    yield _covered((Programme.JKP,), ("who takes part in JKP", "peserta JKP"), (JKP_IN_FORCE, *asked))
    split = tuple(table for table in jkp.TABLES if table not in asked and table is not jkp.FROM_JKK_RELIEVED)
    yield _covered((Programme.JKP,), ("funding of JKP", "pendanaan JKP"), split)


_IN_COLUMNS = (PENSION_AGE, jkp.FROM_JKK_RELIEVED)
# What the rules of ``frames`` that go row by row look up, by module.
_ROW_BY_ROW = {
    f"{module}.{name}"
    for module, names in {
        "construction": "JKK_TIERS JKM_TIERS VAT",
        "jkk": "DEATH_SHARE FUNERAL INCAPACITY MULTIPLE PERIODIC_AMOUNT PERIODIC_MONTHS TOTAL_SHARE",
        "jkm": "AGE_LIMIT FUNERAL LUMP_SUM PERIODIC WAITING_MONTHS",
        "jkp": "BENEFIT_CEILING CASH CLAIM_MONTHS MONTHS_IN_A_ROW MONTHS_LOOKED_AT MONTHS_PAID",
        "payment": "ARREARS_JKK ARREARS_JKK_OF_SELF_EMPLOYED ARREARS_JKM ARREARS_JKM_OF_SELF_EMPLOYED ARREARS_JKP "
        "ARREARS_JKP_CLOSED_FIRM DUE_OF_EMPLOYERS DUE_OF_SELF_EMPLOYED DUE_OF_STATE DUE_OF_TRAINEES",
        "tax": "NON_RESIDENT NO_TAX_NUMBER PROGRESSIVE SAVINGS SEVERANCE YEARS_AT_ONCE",
    }.items()
    for name in names.split()
}


def _alone(table: Dated[Any]) -> Covered:
    """A table that is looked up by itself."""
    columnar = table in _IN_COLUMNS or table.name in _ROW_BY_ROW
    return _covered(_programmes(table), _labels(table), (table,), columnar=columnar)


_COVER = (Programme.JKK, Programme.JKM)
_BY_NAME = {
    **dict.fromkeys(("DUE_OF_EMPLOYERS", "DUE_OF_SELF_EMPLOYED", "DUE_OF_TRAINEES", "FINE", "DEEMED_WAGE"), _COVER),
    **dict.fromkeys(("ARREARS_ENDING_MEMBERSHIP", "MONTHS_AHEAD"), _COVER),
    **dict.fromkeys(("DAYS_OF_A_MONTH", "MONTHS_OF_OUTPUT", "MONTHS_OF_WEATHER"), (*_COVER, Programme.JHT)),
    **dict.fromkeys(("DUE_OF_STATE", "CREDIT_OF_SELF_EMPLOYED"), (*_COVER, Programme.JHT)),
    "LABOUR_INTENSIVE_LAST_DAY": (Programme.JKK,),
    "CONTRIBUTION_YEARS": (Programme.JKM,),
    **dict.fromkeys(("SAVINGS", "GROUNDS", "AGE"), (Programme.JHT,)),
}
_BY_MODULE = dict.fromkeys(("scholarship", "heirs", "construction", "migrants", "planning"), _COVER)


def _programmes(table: Dated[Any]) -> tuple[Programme, ...]:
    """The programmes that a table is about: those of its module or of its name, else all that are billed."""
    module, _, name = table.name.partition(".")
    for words in ([module.upper()], name.split("_")):
        own = tuple(each for each in Programme if each in words)
        if own:
            return own
    return _BY_NAME.get(name, _BY_MODULE.get(module, BILLED))


def _labels(table: Dated[Any]) -> tuple[str, str]:
    return table.label_en, table.label_id
