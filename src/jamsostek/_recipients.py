"""To whom the benefits of a death go: the heirs in their order, whoever arranged the funeral, or the fund."""

from __future__ import annotations

from typing import NamedTuple

from . import heirs
from ._benefits import ELIGIBLE, Paper, Recipient, Term
from ._cases import FAMILY, Case
from ._citations import Citation, Grade
from ._dated import Clock, Moment, Row
from ._kinds import Labelled, Programme
from ._readings import Reading
from ._verdict import Fact, State, Verdict
from .instruments import PP_44_2015

_RANKS = {
    heirs.Rank.SPOUSE_OR_CHILD: Recipient.SPOUSE_OR_CHILDREN,
    heirs.Rank.BLOOD_LINE: Recipient.RELATIVES,
    heirs.Rank.SIBLINGS: Recipient.SIBLINGS,
    heirs.Rank.PARENTS_IN_LAW: Recipient.PARENTS_IN_LAW,
    heirs.Rank.WILL: Recipient.NAMED_IN_WILL,
    heirs.Rank.FUND: Recipient.SOCIAL_SECURITY_FUND,
    heirs.Rank.ESTATE_OFFICE: Recipient.ESTATE_OFFICE,
}
_PAPERS = {heirs.Rank.SPOUSE_OR_CHILD: (Paper.MARRIAGE_BOOK,), heirs.Rank.WILL: (Paper.WILL,)}


class Receivers(NamedTuple):
    """Who receives the sums of a death, and who the funeral cost; None while that is not known.

    ``verdict`` says whether the sums go to people: it is not determined while it is not known whether anybody is
    there. ``names`` are those known by name, ``missing`` what would tell more.
    """

    sums: Recipient | None
    funeral: Recipient | None
    verdict: Verdict
    names: str | None = None
    missing: tuple[Fact, ...] = ()
    cites: tuple[Citation, ...] = ()
    terms: tuple[Term, ...] = ()
    papers: tuple[Paper, ...] = ()
    readings: tuple[Reading, ...] = ()


def receivers(case: Case, programme: Programme, order: Row[tuple[Labelled, ...]] | None = None) -> Receivers:
    """Who receives what JKK, JKM or JHT pays for the death of a case; ``order`` is an order of heirs of another law."""
    death, family = case.death, case.family
    assert death is not None  # programmes ask here for a death alone
    if family is None:
        return Receivers(None, None, Verdict(State.UNDETERMINED, missing=(FAMILY,)), missing=(FAMILY,))
    found = heirs.among(family, programme, death.on, case.law, order)
    at_home = order is None and programme is not Programme.JHT
    names = ", ".join(each.name for each in found.people if each.name) or None
    if found.rank is None:
        groups = (family.children, family.parents, family.grandchildren, family.grandparents, family.siblings)
        somebody = any(groups) or any((family.parents_in_law, family.will))
        verdict = ELIGIBLE if somebody else Verdict(State.UNDETERMINED, missing=found.missing)
        return Receivers(None, None, verdict, names, found.missing, found.cites)
    sums = _RANKS[found.rank]
    nobody = sums is Recipient.SOCIAL_SECURITY_FUND
    terms: list[Term] = []
    if found.rank is heirs.Rank.WILL and at_home:
        deed = case.law.find(heirs.WILL_AS_DEED, Moment(Clock.DEATH, death.on))
        if deed is not None:
            terms.append(Term(heirs.WILL_AS_DEED.label_en, heirs.WILL_AS_DEED.label_id, deed.cites[0]))
    if found.rank is heirs.Rank.SPOUSE_OR_CHILD and family.spouse == () and at_home:
        terms.append(_GUARDIAN)
    return Receivers(
        sums,
        Recipient.FUNERAL if nobody else sums,
        ELIGIBLE,
        names,
        (),
        found.cites,
        tuple(terms),
        _PAPERS.get(found.rank, ()),
        found.readings,
    )


_GUARDIAN = Term(
    "a minor's part is paid to the guardian",
    "bagian anak yang belum dewasa dibayarkan kepada wali",
    PP_44_2015.at("40(2)a", Grade.C, "press, a case at Siak"),
)
# Terms that bind heirs alone, and not the child who draws a scholarship.
TERMS_OF_HEIRS = (_GUARDIAN.text_en, heirs.WILL_AS_DEED.label_en)
