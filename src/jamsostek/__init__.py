"""Indonesia's employment social security (BPJS Ketenagakerjaan): exact, dated, cited."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        conditions,
        construction,
        errors,
        frames,
        heirs,
        identifiers,
        instruments,
        jht,
        jkk,
        jkm,
        jkp,
        jp,
        migrants,
        participation,
        payment,
        planning,
        plots,
        published,
        readings,
        reliefs,
        roles,
        scales,
        scholarship,
        tables,
        tax,
        testing,
        ucj,
        units,
        wages,
    )
    from ._accident import Circumstance, Expenses, Incapacity, PartialDisability, WorkAccident
    from ._benefits import BenefitPayer, Item, Paper, Recipient, Term, When
    from ._bills import bills
    from ._body import BodyPart, Loss
    from ._careers import Career, CareerYear, career
    from ._check import check
    from ._citations import Citation, Flag, Grade, Instrument
    from ._claims import Claim, claim
    from ._compare import Comparison, compare
    from ._contributions import contributions
    from ._coverage import Covered, coverage
    from ._dated import Clock, Dated, Horizon, Moment, Row, row
    from ._diagnoses import Diagnosis
    from ._endings import (
        ActivityEnd,
        ContractEnd,
        Dismissal,
        DismissalProof,
        FirmState,
        LeavingIndonesia,
        Resignation,
        Retirement,
    )
    from ._events import Death, TotalDisability
    from ._family import Child, Draws, Family, Parent, Relative, School, Spouse, Stage, Work, WorkKind
    from ._findings import Check, Finding, FindingKind
    from ._history import Count, History, MonthRecord, MonthState, Run
    from ._kinds import (
        EmployerKind,
        HealthCover,
        Industry,
        PaidBy,
        Payer,
        Programme,
        Scale,
        Sector,
        SelfEmployedKind,
    )
    from ._law import LAW, Law
    from ._member import Balance, Member, Membership, Withdrawal
    from ._money import Rounding
    from ._months import Month, months
    from ._people import Employer, Participant, Person, SelfEmployed, Trainee, WageEarner
    from ._programmes import Status
    from ._read_back import ReadBack, read_back
    from ._readings import Reading
    from ._reliefs import Relief
    from ._results import Bill, Line
    from ._serial import from_dict
    from ._settlement import MonthStatement, Payment, Settlement, StatementLine
    from ._settling import settle
    from ._totals import Total, total
    from ._verdict import State, Verdict
    from .migrants.worker import MigrantWorker

__version__ = "0.1.0"

__all__ = [
    "LAW",
    "ActivityEnd",
    "Balance",
    "BenefitPayer",
    "Bill",
    "BodyPart",
    "Career",
    "CareerYear",
    "Check",
    "Child",
    "Circumstance",
    "Citation",
    "Claim",
    "Clock",
    "Comparison",
    "ContractEnd",
    "Count",
    "Covered",
    "Dated",
    "Death",
    "Diagnosis",
    "Dismissal",
    "DismissalProof",
    "Draws",
    "Employer",
    "EmployerKind",
    "Expenses",
    "Family",
    "Finding",
    "FindingKind",
    "FirmState",
    "Flag",
    "Grade",
    "HealthCover",
    "History",
    "Horizon",
    "Incapacity",
    "Industry",
    "Instrument",
    "Item",
    "Law",
    "LeavingIndonesia",
    "Line",
    "Loss",
    "Member",
    "Membership",
    "MigrantWorker",
    "Moment",
    "Month",
    "MonthRecord",
    "MonthState",
    "MonthStatement",
    "PaidBy",
    "Paper",
    "Parent",
    "PartialDisability",
    "Participant",
    "Payer",
    "Payment",
    "Person",
    "Programme",
    "ReadBack",
    "Reading",
    "Recipient",
    "Relative",
    "Relief",
    "Resignation",
    "Retirement",
    "Rounding",
    "Row",
    "Run",
    "Scale",
    "School",
    "Sector",
    "SelfEmployed",
    "SelfEmployedKind",
    "Settlement",
    "Spouse",
    "Stage",
    "State",
    "StatementLine",
    "Status",
    "Term",
    "Total",
    "TotalDisability",
    "Trainee",
    "Verdict",
    "WageEarner",
    "When",
    "Withdrawal",
    "Work",
    "WorkAccident",
    "WorkKind",
    "__version__",
    "bills",
    "career",
    "check",
    "claim",
    "compare",
    "conditions",
    "construction",
    "contributions",
    "coverage",
    "errors",
    "frames",
    "from_dict",
    "heirs",
    "identifiers",
    "instruments",
    "jht",
    "jkk",
    "jkm",
    "jkp",
    "jp",
    "migrants",
    "months",
    "participation",
    "payment",
    "planning",
    "plots",
    "published",
    "read_back",
    "readings",
    "reliefs",
    "roles",
    "row",
    "scales",
    "scholarship",
    "settle",
    "tables",
    "tax",
    "testing",
    "total",
    "ucj",
    "units",
    "wages",
]

_HOMES = {
    "_accident": ("Circumstance", "Expenses", "Incapacity", "PartialDisability", "WorkAccident"),
    "_benefits": ("BenefitPayer", "Item", "Paper", "Recipient", "Term", "When"),
    "_bills": ("bills",),
    "_body": ("BodyPart", "Loss"),
    "_careers": ("Career", "CareerYear", "career"),
    "_citations": ("Citation", "Flag", "Grade", "Instrument"),
    "_check": ("check",),
    "_claims": ("Claim", "claim"),
    "_compare": ("Comparison", "compare"),
    "_contributions": ("contributions",),
    "_coverage": ("Covered", "coverage"),
    "_dated": ("Clock", "Dated", "Horizon", "Moment", "Row", "row"),
    "_diagnoses": ("Diagnosis",),
    "_findings": ("Check", "Finding", "FindingKind"),
    "_endings": (
        "ActivityEnd",
        "ContractEnd",
        "Dismissal",
        "DismissalProof",
        "FirmState",
        "LeavingIndonesia",
        "Resignation",
        "Retirement",
    ),
    "_events": ("Death", "TotalDisability"),
    "_family": ("Child", "Draws", "Family", "Parent", "Relative", "School", "Spouse", "Stage", "Work", "WorkKind"),
    "_history": ("Count", "History", "MonthRecord", "MonthState", "Run"),
    "_kinds": (
        "EmployerKind",
        "HealthCover",
        "Industry",
        "PaidBy",
        "Payer",
        "Programme",
        "Scale",
        "Sector",
        "SelfEmployedKind",
    ),
    "_law": ("LAW", "Law"),
    "_member": ("Balance", "Member", "Membership", "Withdrawal"),
    "_money": ("Rounding",),
    "_months": ("Month", "months"),
    "_people": ("Employer", "Participant", "Person", "SelfEmployed", "Trainee", "WageEarner"),
    "_programmes": ("Status",),
    "_read_back": ("ReadBack", "read_back"),
    "_readings": ("Reading",),
    "_reliefs": ("Relief",),
    "_results": ("Bill", "Line"),
    "_serial": ("from_dict",),
    "_settlement": ("MonthStatement", "Payment", "Settlement", "StatementLine"),
    "_settling": ("settle",),
    "_totals": ("Total", "total"),
    "_verdict": ("State", "Verdict"),
    "migrants.worker": ("MigrantWorker",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load a public name from its module on first access (PEP 562)."""
    if name in _HOME_OF:
        value = getattr(import_module(f".{_HOME_OF[name]}", __name__), name)
    elif name in __all__:
        value = import_module(f".{name}", __name__)
    else:
        raise AttributeError(f"module 'jamsostek' has no attribute {name!r}; it has {', '.join(__all__)}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
