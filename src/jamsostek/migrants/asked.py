"""What an event of a migrant worker asks for: the benefits, with what the event itself says for or against each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from .._accident import Expenses, Incapacity, PartialDisability, WorkAccident
from .._benefits import ELIGIBLE, Because, Term
from .._cases import Case
from .._citations import Citation
from .._endings import Dismissal
from .._events import Death, TotalDisability
from .._kinds import Programme
from .._more_instruments import PERMENAKER_4_2023
from .._verdict import Fact, State, Verdict
from .benefit_law import DISMISSAL_AFTER_ACCIDENT
from .events import Cause, FailedDeparture, FailedPlacement, LossOnTheWay, Rape, TroubledReturn, WrongPlacement
from .grants import Benefit
from .law import EXCLUSIONS, Exclusion
from .versions import of_2023, version
from .worker import MigrantWorker

OUTCOME = Fact("event.outcome", "what came of the accident", "akibat kecelakaan")
AFTER_ACCIDENT = Fact(
    "event.after_accident", "whether a work accident led to the dismissal", "apakah PHK akibat kecelakaan kerja"
)
_CAUSE = Fact("event.cause", "why he did not leave", "sebab gagal berangkat")
_OWN_FAULT = Fact("event.own_fault", "whether it was his own fault", "apakah karena kesalahannya")
_OWN_WISH = Fact("event.own_wish", "whether he wished it", "apakah atas kehendaknya")
_PROVEN = Fact("event.proven", "whether it has been proved", "apakah telah terbukti")
_DURING = PERMENAKER_4_2023.at("34(1)")
_DEATHS = PERMENAKER_4_2023.at("1(15)")
_NOT_READ = Fact(
    "law.migrants.EXCLUSIONS",
    "what the regulation before that of 2023 left out, which was not read (override migrants.EXCLUSIONS)",
    "pengecualian menurut peraturan sebelum tahun 2023, yang tidak terbaca",
)
_RAPE = Term(
    "other sums may be part of it: the paragraph was read in part",
    "dapat sudah termasuk manfaat lain: ayatnya terbaca sebagian",
    PERMENAKER_4_2023.at("27(4)"),
)
_DIFFERENCE = Term(
    "what a foreign insurance does not pay, against proof",
    "selisih yang tidak dibayar asuransi setempat, dengan bukti",
    PERMENAKER_4_2023.at("50(2)"),
)


class Want(NamedTuple):
    """A benefit that an event asks for.

    ``verdict`` is what the event says on it, ``cost`` what was spent, rupiah, None where that does not matter or is not
    known; ``certain`` is whether its absence from a phase is told as a refusal.
    """

    benefit: Benefit
    verdict: Verdict = ELIGIBLE
    cost: int | None = None
    certain: bool = True
    terms: tuple[Term, ...] = ()


def asked(case: Case, programme: Programme) -> tuple[Want, ...] | Because:
    """What a case asks of JKK or JKM, or why nothing."""
    if programme is Programme.JKM:
        return _of_death(case)
    own = tuple(_of_event(case))
    if own or not case.work_related:
        return own or Because("work did not cause it", "bukan akibat kerja", of_2023(case, _DURING))
    event = case.event
    outcomes = event.outcome if isinstance(event, WorkAccident) else (event,)
    if outcomes is None:
        return (Want(Benefit.OPEN),)
    return tuple(want for outcome in outcomes for want in _of_outcome(case, outcome))


def _of_death(case: Case) -> tuple[Want, ...] | Because:
    """What a death asks of JKM."""
    if case.death is None:
        return Because("nobody died", "peserta tidak meninggal dunia", of_2023(case, _DEATHS))
    if case.work_related:
        words = "work caused the death: it is for JKK", "akibat kecelakaan kerja: termasuk JKK"
        return Because(*words, of_2023(case, _DEATHS))
    extras = (Benefit.PERIODIC, Benefit.FUNERAL, Benefit.SCHOLARSHIP)
    return (Want(Benefit.DEATH), *(Want(each, certain=False) for each in extras))


def _of_outcome(case: Case, outcome: Any) -> Iterator[Want]:
    if isinstance(outcome, Death):
        yield from (Want(Benefit.DEATH), Want(Benefit.SCHOLARSHIP))
    elif isinstance(outcome, TotalDisability):
        yield from (Want(Benefit.TOTAL_DISABILITY), Want(Benefit.PERIODIC), Want(Benefit.SCHOLARSHIP))
    elif isinstance(outcome, PartialDisability):
        yield Want(Benefit.PARTIAL_DISABILITY)
    elif isinstance(outcome, Incapacity):
        words = "the list of what is paid does not name it", "tidak disebut dalam daftar santunan"
        yield Want(Benefit.INCAPACITY, _excluded(case, Exclusion.INCAPACITY, words))
    else:
        yield from _of_expenses(outcome)


def _of_expenses(spent: Expenses) -> Iterator[Want]:
    trips = [each for each in (spent.land, spent.sea, spent.air) if each is not None]
    if trips:
        yield Want(Benefit.TRANSPORT, cost=sum(trips))
    for benefit, cost, terms in (
        (Benefit.CARE_ABROAD, spent.care_abroad, (_DIFFERENCE,)),
        (Benefit.RETURN, spent.way_home, ()),
        (Benefit.HOME_CARE, spent.home_care, ()),
        (Benefit.AIDS, spent.aids, ()),
    ):
        if cost is not None:
            yield Want(benefit, cost=cost, terms=terms)
    for benefit, pieces in (
        (Benefit.DENTURES, spent.dentures),
        (Benefit.HEARING_AID, spent.hearing_aid),
        (Benefit.GLASSES, spent.glasses),
    ):
        if pieces:
            yield Want(benefit, cost=sum(pieces))


def _of_event(case: Case) -> Iterator[Want]:
    """What an event asks for that is neither a death nor an accident."""
    event = case.event
    if isinstance(event, FailedDeparture):
        yield Want(Benefit.FAILED_DEPARTURE, _of_cause(case, event.cause))
    elif isinstance(event, FailedPlacement):
        words = "it was his own fault", "karena kesalahannya sendiri"
        verdict = _unless(event.own_fault, _OWN_FAULT, _excluded(case, Exclusion.NOT_PLACED_BY_HIMSELF, words))
        yield Want(Benefit.FAILED_PLACEMENT, verdict)
        yield Want(Benefit.FAILED_PLACEMENT_RETURN, verdict, event.transport)
    elif isinstance(event, WrongPlacement):
        words = "he wished it so himself", "atas kehendaknya sendiri"
        verdict = _unless(event.own_wish, _OWN_WISH, _excluded(case, Exclusion.WISHED, words))
        yield Want(Benefit.WRONG_PLACEMENT, verdict)
        yield Want(Benefit.WRONG_PLACEMENT_RETURN, verdict, event.transport)
    elif isinstance(event, Rape):
        disproved = None if event.proven is None else not event.proven
        words = "it has not been proved", "belum terbukti"
        verdict = _unless(disproved, _PROVEN, _excluded(case, Exclusion.NOT_PROVED, words))
        yield Want(Benefit.RAPE, verdict, terms=(_RAPE,))
    elif isinstance(event, TroubledReturn):
        yield Want(Benefit.RETURN_OF_TROUBLED, cost=event.transport)
    elif isinstance(event, LossOnTheWay):
        yield Want(Benefit.LOSS_ON_THE_WAY, cost=event.loss)
    elif isinstance(event, Dismissal):
        after = event.after_accident
        bar = no("a work accident led to it", "akibat kecelakaan kerja", PERMENAKER_4_2023.at("34(1)m"))
        yield Want(Benefit.DISMISSAL, _unless(after, AFTER_ACCIDENT, bar))
        row, _ = version(case, _worker(case), DISMISSAL_AFTER_ACCIDENT)
        assert row is not None  # older than the regulation of 2023
        bar = no("no work accident led to it", "bukan akibat kecelakaan kerja", row.cites[0])
        not_after = None if after is None else not after
        yield Want(Benefit.DISMISSAL_AFTER_ACCIDENT, _unless(not_after, AFTER_ACCIDENT, bar))


def _of_cause(case: Case, cause: Cause | None) -> Verdict:
    if cause is None:
        return Verdict(State.UNDETERMINED, missing=(_CAUSE,))
    if cause is Cause.OTHER:
        return ELIGIBLE
    return _excluded(case, _OF_CAUSE[cause], (cause.label_en, cause.label_id))


_OF_CAUSE = {
    Cause.WORKER: Exclusion.LEFT_NOT_BY_HIMSELF,
    Cause.PLACEMENT_BODY: Exclusion.LEFT_NOT_BY_BODY,
    Cause.GOVERNMENT: Exclusion.LEFT_NOT_BY_POLICY,
}


def _excluded(case: Case, what: Exclusion, words: tuple[str, str]) -> Verdict:
    """No where the law of the case leaves something out, open where its exclusions were not read."""
    row, _ = version(case, _worker(case), EXCLUSIONS)
    if row is None:
        return Verdict(State.UNDETERMINED, missing=(_NOT_READ,))
    if what not in row.value:
        return ELIGIBLE
    return no(*words, row.cites[min(list(Exclusion).index(what), len(row.cites) - 1)])


def _worker(case: Case) -> MigrantWorker:
    assert case.member.abroad is not None  # asked of a migrant worker alone
    return case.member.abroad


def _unless(known: bool | None, fact: Fact, bar: Verdict) -> Verdict:
    """What a bar comes to where it is there, open where that is not known."""
    if known is None:
        return Verdict(State.UNDETERMINED, missing=(fact,))
    return bar if known else ELIGIBLE


def no(text_en: str, text_id: str, cite: Citation) -> Verdict:
    """A no with its reason."""
    return Verdict(State.NOT_ELIGIBLE, (Because(text_en, text_id, cite),))
