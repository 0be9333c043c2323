"""What becomes of a benefit while contributions stand unpaid; PP 44/2015 arts 38-39 and 41-42, PP 37/2021 art. 39."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .. import errors
from .._citations import Citation
from .._dated import Dated, Moment, Row
from .._history import Count
from .._kinds import EmployerKind, Lang, Programme, lenient
from .._law import LAW, Law
from .._money import months_text
from .._months import date_error
from .._people import Participant, SelfEmployed, Trainee, WageEarner
from . import law_of_arrears as tables
from .law_of_arrears import ArrearsRule, Cover
from .rules import count_error


class ArrearsCover(NamedTuple):
    """Who answers for a benefit of a programme after so many months of arrears in a row, and where it stands."""

    programme: Programme
    months: int
    cover: Cover
    row: Row[ArrearsRule]

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Where it stands: the place on shorter arrears, or that on longer ones."""
        first, *rest = self.row.cites
        return (first,) if self.months <= self.row.value.limit else tuple(rest)

    def text(self, lang: Lang = "en") -> str:
        """It in one line."""
        behind = f"{months_text(self.months, lang)} {'menunggak' if lang == 'id' else 'in arrears'}"
        return f"{self.programme}, {behind}: {self.cover.label(lang)} ({'; '.join(c.text(lang) for c in self.cites)})"


def in_arrears(
    programme: Programme | str,
    participant: Participant,
    months: int | Count,
    *,
    on: date,
    firm_closed: bool = False,
    law: Law = LAW,
) -> ArrearsCover:
    """Who answers for a benefit when contributions are behind by so many months in a row on the day of the event.

    ``on`` is the day of the accident (JKK), of death (JKM) or of dismissal (JKP); ``months`` as ``Settlement.arrears``
    or ``History.current("unpaid")`` give them; ``firm_closed`` whether the employer is bankrupt or closed, which JKP
    asks since February 2025. Whether there is a right to the benefit otherwise is not looked at. Raises
    ``UnknownProgramme``, ``Contradiction`` (no such rule for the participant), ``Undetermined`` (months not known),
    ``BeforeLaw``, ``NotADate``, ``EvidenceTooWeak``.

    >>> import jamsostek as js
    >>> rider = js.SelfEmployed(income=1_000_000)
    >>> in_arrears("JKM", rider, 2, on=date(2024, 8, 2)).cover.label_en
    'the funeral cost at once, the rest once the heirs have paid the arrears'
    >>> in_arrears("JKM", rider, 5, on=date(2024, 8, 2)).text()
    'JKM, 5 months in arrears: no right to benefits (PP 44/2015 art. 42(2))'
    """
    which = lenient(Programme, programme)
    if which not in (Programme.JKK, Programme.JKM, Programme.JKP):
        raise errors.not_in(errors.UnknownProgramme, "programme", programme, ("JKK", "JKM", "JKP"))
    count = int(months) if isinstance(months, Count) else months
    errors.raise_together("in_arrears", (count_error("months", count), date_error("on", on, needed=True)))
    row = _rule(which, participant, count, on, firm_closed, law)
    cover = Cover.FUND if not count else row.value.within if count <= row.value.limit else row.value.beyond
    found = ArrearsCover(which, count, cover, row)
    law.check_evidence("in_arrears", ((str(cite), cite.grade) for cite in found.cites))
    return found


def _rule(
    programme: Programme, participant: Participant, months: int, on: date, firm_closed: bool, law: Law
) -> Row[ArrearsRule]:
    table = _table(programme, participant)
    if firm_closed and programme is Programme.JKP:
        closed = law.find(tables.ARREARS_JKP_CLOSED_FIRM, Moment(table.clock, on))
        if closed is not None and months > law.row(table, Moment(table.clock, on)).value.limit:
            return closed
    return law.row(table, Moment(table.clock, on))


def _table(programme: Programme, participant: Participant) -> Dated[ArrearsRule]:
    if isinstance(participant, SelfEmployed | Trainee):
        own = {
            Programme.JKK: tables.ARREARS_JKK_OF_SELF_EMPLOYED,
            Programme.JKM: tables.ARREARS_JKM_OF_SELF_EMPLOYED,
        }
        if programme in own:
            return own[programme]
        raise errors.Contradiction("programme", "JKP is for wage earners alone", "name JKK or JKM")
    if not isinstance(participant, WageEarner):
        raise errors.WrongType("participant", f"{participant!r} takes no part", "give a participant")
    if participant.employer.kind is EmployerKind.STATE:
        what = "the rule on arrears names employers other than state bodies"
        raise errors.Contradiction("participant", what, "give a wage earner of another employer")
    hired = {Programme.JKK: tables.ARREARS_JKK, Programme.JKM: tables.ARREARS_JKM, Programme.JKP: tables.ARREARS_JKP}
    return hired[programme]
