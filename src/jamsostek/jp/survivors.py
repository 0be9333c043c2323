"""Who receives a pension after a death: the spouse, else children, else one parent (PP 45/2015 arts 14, 21-23)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from .._benefits import ELIGIBLE, Because, Recipient, Term
from .._cases import FAMILY
from .._dated import Clock, Moment
from .._family import CHILDREN, PARENTS, SPOUSE, Child, Family, Relative, Spouse
from .._law import Law
from .._months import Month
from .._readings import Reading
from .._readings_of_pension_rights import CHILDREN_OF_ONE_PENSION, GROWN_CHILDREN
from .._verdict import Fact, State, Verdict
from ..instruments import PP_45_2015
from . import benefit_law as tables
from .benefit_law import Benefit

SPOUSE_ENDED = Fact(
    "family.spouse.remarried",
    "the day on which the widow or widower remarried or died",
    "tanggal janda atau duda menikah lagi atau meninggal dunia",
)
WHICH = Fact("family.registered", "who was registered as beneficiary", "siapa yang terdaftar sebagai penerima manfaat")
CHILD_BORN = Fact("child.born", "the child's date of birth", "tanggal lahir anak")
CHILD_MARRIED = Fact("child.married", "whether the child is married", "apakah anak telah menikah")
CHILD_WORKS = Fact("child.works", "whether the child works", "apakah anak bekerja")
REGISTERED_AS_HEIR = Term(
    "registered as heir with BPJS Ketenagakerjaan",
    "terdaftar sebagai ahli waris di BPJS Ketenagakerjaan",
    PP_45_2015.at("1"),
)


class Survivor(NamedTuple):
    """Somebody who receives, or may receive, a pension: whether, since which month, to which, what is to be known.

    ``person`` None: not one person alone, or not known. ``ends`` is the day on which the right ends, None: no day is
    known. ``part`` is the place among ``parts`` that share one pension. ``after`` is the widow or widower whose pension
    it follows, None: the member's.
    """

    benefit: Benefit
    recipient: Recipient
    verdict: Verdict
    person: Relative | None
    first: Month | None
    ends: date | None = None
    part: int = 0
    parts: int = 1
    after: bool = False
    open_facts: tuple[Fact, ...] = ()


class Survivors(NamedTuple):
    """Those who receive pensions after a death, and why others do not."""

    people: tuple[Survivor, ...]
    because: tuple[Because, ...] = ()
    readings: tuple[Reading, ...] = ()


class _Standing(NamedTuple):
    """How a child stands on a day: ``state``, the reason or the facts missing, the day on which its right ends."""

    child: Child
    state: State
    because: tuple[Because, ...] = ()
    missing: tuple[Fact, ...] = ()
    ends: date | None = None


def survivors(family: Family | None, death: date, law: Law) -> Survivors:
    """Those who receive pensions after a death, in the order of the law, as far as the family is known."""
    given = Family() if family is None else family
    first = Month.of(death) + 1
    unknown = (FAMILY,) if family is None else None
    people: list[Survivor] = []
    because: list[Because] = []
    readings: list[Reading] = []
    spouses = None if given.spouse is None else [each for each in given.spouse if not _gone(each, death)]
    if spouses is None or spouses:
        spouse = spouses[0] if spouses and len(spouses) == 1 else None
        verdict = ELIGIBLE if spouses else Verdict(State.UNDETERMINED, missing=unknown or (SPOUSE,))
        which = (WHICH,) if spouses and len(spouses) > 1 else ()
        ends = None if spouse is None else _spouse_ends(spouse)
        if ends is not None and ends < first.first_day:
            words = "remarried or died before the right began", "menikah lagi atau meninggal sebelum hak timbul"
            because.append(Because(*words, PP_45_2015.at("21(5)")))
            verdict = Verdict(State.NOT_ELIGIBLE, (because[0],))
        people.append(Survivor(Benefit.SPOUSE, Recipient.SPOUSE, verdict, spouse, first, ends, open_facts=which))
        if spouses:
            start = None if ends is None else Month.of(ends) + 1
            _children(people, because, readings, given, death, start, law, after=True, doubt=unknown)
            return Survivors(tuple(people), tuple(because), tuple(readings))
    doubt = (unknown or (SPOUSE,)) if spouses is None else None
    _children(people, because, readings, given, death, first, law, after=False, doubt=doubt)
    _parents(people, because, readings, given, law, first, doubt)
    return Survivors(tuple(people), tuple(because), tuple(readings))


def _gone(spouse: Spouse, death: date) -> bool:
    """Whether somebody was no spouse any more when the member died."""
    ends = _spouse_ends(spouse)
    return ends is not None and ends <= death


def _spouse_ends(spouse: Spouse) -> date | None:
    return min((day for day in (spouse.remarried, spouse.died) if day is not None), default=None)


def _children(
    people: list[Survivor],
    because: list[Because],
    readings: list[Reading],
    family: Family,
    death: date,
    first: Month | None,
    law: Law,
    *,
    after: bool,
    doubt: tuple[Fact, ...] | None,
) -> None:
    """The children, from the member's death or after the widow's or widower's pension."""
    doubts = doubt or ()
    if after and first is None:
        doubts = (*doubts, SPOUSE_ENDED)
    if family.children is None:
        missing = tuple(dict.fromkeys((*doubts, *(() if doubt else (CHILDREN,)))))
        verdict = Verdict(State.UNDETERMINED, missing=missing)
        people.append(Survivor(Benefit.CHILD, Recipient.CHILD, verdict, None, first, after=after))
        return
    day = death if first is None else first.first_day
    standings = [_standing(each, death, day, law) for each in family.children]
    because += [reason for each in standings for reason in each.because]
    found = [each for each in standings if each.state is not State.NOT_ELIGIBLE]
    most = law.row(tables.MOST_CHILDREN, Moment(Clock.PENSION, death)).value
    named = [each for each in found if each.child.registered]
    if len(found) > most:
        found = named if 0 < len(named) <= most else found
    if len(found) > most:
        readings.append(CHILDREN_OF_ONE_PENSION)
        missing = (*doubts, *dict.fromkeys(fact for each in found for fact in each.missing))
        verdict = Verdict(State.UNDETERMINED, missing=missing) if missing else ELIGIBLE
        people.append(Survivor(Benefit.CHILD, Recipient.CHILD, verdict, None, first, after=after, open_facts=(WHICH,)))
        return
    if len(found) > 1:
        readings.append(CHILDREN_OF_ONE_PENSION)
    sure = all(each.state is State.ELIGIBLE for each in found)
    shared = law.option(CHILDREN_OF_ONE_PENSION) != "each"
    for at, each in enumerate(found):
        missing = (*doubts, *each.missing)
        verdict = Verdict(State.UNDETERMINED, missing=missing) if missing else ELIGIBLE
        others = () if sure or len(found) == 1 else tuple(fact for one in found for fact in one.missing)
        people.append(
            Survivor(
                Benefit.CHILD,
                Recipient.CHILD,
                verdict,
                each.child,
                first,
                each.ends,
                at if shared else 0,
                len(found) if shared else 1,
                after,
                tuple(dict.fromkeys(others)),
            )
        )


def _standing(child: Child, death: date, day: date, law: Law) -> _Standing:
    """Whether a child can receive a pension from a day on, and until when."""
    moment = Moment(Clock.PENSION, death)
    age, late = law.row(tables.CHILD_AGE, moment).value, law.row(tables.LATE_BORN_DAYS, moment).value
    born, married, died = child.born, child.married, child.died
    grown = None if born is None else born + relativedelta(years=age)
    works = [each for each in child.works or () if each.until is None or each.until >= death]
    bars = (
        (died is not None and died <= day, "died before", "telah meninggal dunia", "22(5)"),
        (
            child.registered is False and not (born is not None and born > death),
            "not registered as heir",
            "tidak terdaftar sebagai ahli waris",
            "1",
        ),
        (
            born is not None and born > death + timedelta(days=late),
            f"born more than {late} days after the death",
            f"lahir lebih dari {late} hari setelah peserta meninggal dunia",
            "14(2)",
        ),
        (grown is not None and grown <= day, f"{age} years or older", f"berusia {age} tahun atau lebih", "22(5)"),
        (married is True or (isinstance(married, date) and married <= day), "married", "menikah", "22(5)"),
        (any(each.since is None or each.since <= day for each in works), "works", "bekerja", "22(5)"),
    )
    for barred, en, indonesian, place in bars:
        if barred:
            because = Because(f"{child.called()}: {en}", f"{child.called()}: {indonesian}", PP_45_2015.at(place))
            return _Standing(child, State.NOT_ELIGIBLE, (because,))
    facts = ((CHILD_BORN, born), (CHILD_MARRIED, married), (CHILD_WORKS, child.works))
    missing = tuple(fact for fact, known in facts if known is None)
    days = [grown, died, married if isinstance(married, date) else None, *(each.since for each in works)]
    ends = min((each for each in days if each is not None), default=None)
    return _Standing(child, State.UNDETERMINED if missing else State.ELIGIBLE, (), missing, ends)


def _parents(
    people: list[Survivor],
    because: list[Because],
    readings: list[Reading],
    family: Family,
    law: Law,
    first: Month,
    doubt: tuple[Fact, ...] | None,
) -> None:
    """One parent, where the member left neither spouse nor child."""
    missing: list[Fact] = [*(doubt or ())]
    if family.children:
        readings.append(GROWN_CHILDREN)
        left = [each for each in people if each.benefit is Benefit.CHILD]
        if law.option(GROWN_CHILDREN) == "exclude" or any(each.verdict.state is State.ELIGIBLE for each in left):
            if family.parents != ():
                words = "the member left a child", "peserta mempunyai anak"
                because.append(Because(*words, PP_45_2015.at("23(1)")))
            return
        missing += [fact for each in left for fact in each.verdict.missing]
    elif family.children is None and FAMILY not in missing:
        missing.append(CHILDREN)
    if family.parents == ():
        return
    if family.parents is None and FAMILY not in missing:
        missing.append(PARENTS)
    verdict = Verdict(State.UNDETERMINED, missing=tuple(dict.fromkeys(missing))) if missing else ELIGIBLE
    one = family.parents[0] if family.parents and len(family.parents) == 1 else None
    which = (WHICH,) if family.parents and len(family.parents) > 1 else ()
    people.append(Survivor(Benefit.PARENT, Recipient.PARENT, verdict, one, first, open_facts=which))
