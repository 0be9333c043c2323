"""What becomes of a benefit while contributions stand unpaid; PP 44/2015 arts 38-39 and 41-42, PP 37/2021 art. 39.

Claims ask here too (``_cover.py``).
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .. import errors
from .._citations import Citation
from .._dated import Dated, Moment, Row
from .._history import Count
from .._kinds import EmployerKind, Lang, Programme, lenient
from .._law import LAW, Law
from .._money import count_error, months_text
from .._months import date_error
from .._people import Participant, SelfEmployed, Trainee, WageEarner
from .._readings import Reading
from .._readings_of_claims import ARREARS_OF_TRAINEES, STATE_AS_EMPLOYER
from ..participation import DUTY_OF_STATE
from ..units import Duty
from . import law_of_arrears as tables
from .law_of_arrears import ArrearsRule, CoverKind


class ArrearsCover(NamedTuple):
    """Who answers for a benefit of a programme after so many months of arrears in a row, and where it stands."""

    programme: Programme
    months: int
    kind: CoverKind
    row: Row[ArrearsRule]
    readings: tuple[Reading, ...] = ()

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Where it stands: the place on shorter arrears, or that on longer ones."""
        return (self.row.cites[0 if self.months <= self.row.value.limit else -1],)

    def text(self, lang: Lang = "en") -> str:
        """It in one line."""
        behind = f"{months_text(self.months, lang)} {'menunggak' if lang == 'id' else 'in arrears'}"
        return f"{self.programme}, {behind}: {self.kind.label(lang)} ({'; '.join(c.text(lang) for c in self.cites)})"


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
    asks since February 2025. Whether there is a right to the benefit otherwise is not looked at: ``claim`` does that
    for JKK and JKM, by the same rule.
    Raises ``UnknownProgramme``, ``WrongType``, ``OutOfRange``, ``Contradiction`` (no such rule for the participant),
    ``Undetermined`` (months not known), ``BeforeLaw``, ``NotADate``, ``EvidenceTooWeak``.

    >>> import jamsostek as js
    >>> rider = js.SelfEmployed(income=1_000_000)
    >>> in_arrears("JKM", rider, 2, on=date(2024, 8, 2)).kind.label_en
    'the funeral cost at once, the rest once the heirs have paid the arrears'
    >>> in_arrears("JKM", rider, 5, on=date(2024, 8, 2)).text()
    'JKM, 5 months in arrears: no right to benefits (PP 44/2015 art. 42(2))'
    """
    which = lenient(Programme, programme)
    if which not in _OF_EMPLOYERS:
        raise errors.not_in(errors.UnknownProgramme, "programme", programme, list(_OF_EMPLOYERS))
    count = int(months) if isinstance(months, Count) else months
    errors.raise_together("in_arrears", (count_error("months", count), date_error("on", on, needed=True)))
    if not isinstance(participant, WageEarner | SelfEmployed | Trainee):
        raise errors.WrongType("participant", f"{participant!r} takes no part", "give a participant")
    if which is Programme.JKP:
        if not isinstance(participant, WageEarner):
            raise errors.Contradiction("programme", "JKP is for wage earners alone", "name JKK or JKM")
        if participant.employer.kind is EmployerKind.STATE:
            what = "the rule of JKP on arrears names employers other than state bodies"
            raise errors.Contradiction("participant", what, "give a wage earner of another employer")
    kinds, row, readings = by_arrears(which, participant, Count(count, count), on, law, firm_closed=firm_closed)
    found = ArrearsCover(which, count, kinds[0], row, readings)
    weighed = ((reading.question_en, reading[law.option(reading)].grade) for reading in readings)
    law.check_evidence("in_arrears", (*((str(cite), cite.grade) for cite in found.cites), *weighed))
    return found


class Followed(NamedTuple):
    """What can follow from arrears: one kind of cover where the months are known; its row and readings."""

    kinds: tuple[CoverKind, ...]
    row: Row[ArrearsRule]
    readings: tuple[Reading, ...]


def by_arrears(
    programme: Programme, participant: Participant, months: Count, on: date, law: Law, *, firm_closed: bool = False
) -> Followed:
    """What follows for a participant from arrears of at least and at most so many months in a row on a day."""
    readings: list[Reading] = []
    own = isinstance(participant, SelfEmployed)
    if isinstance(participant, Trainee) and months.most:
        readings.append(ARREARS_OF_TRAINEES)
        own = law.option(ARREARS_OF_TRAINEES) == "self_employed"
    table = (_OF_SELF_EMPLOYED if own else _OF_EMPLOYERS)[programme]
    moment = Moment(table.clock, on)
    row = law.row(table, moment)
    if firm_closed and programme is Programme.JKP and months.most > row.value.limit:
        row = law.find(tables.ARREARS_JKP_CLOSED_FIRM, moment) or row
    rule = row.value
    state = not isinstance(participant, SelfEmployed) and participant.employer.kind is EmployerKind.STATE
    if state and not own and months.most > rule.limit:
        asked = programme in duty_of_state(on, law).value.compulsory
        if asked:
            readings.append(STATE_AS_EMPLOYER)
        if not asked or law.option(STATE_AS_EMPLOYER) == "not_liable":
            rule = rule._replace(beyond=CoverKind.FUND)
    # Whatever can follow does so from none, from the first month or from the first beyond the limit.
    counts = sorted({min(max(count, months.least), months.most) for count in (0, 1, rule.limit + 1)})
    return Followed(tuple(dict.fromkeys(map(rule.follows, counts))), row, tuple(readings))


def duty_of_state(on: date, law: Law) -> Row[Duty]:
    """What state bodies owed their staff on a day: until October 2023 nothing, so no article of duties reaches them."""
    return law.row(DUTY_OF_STATE, Moment(DUTY_OF_STATE.clock, on))


_OF_EMPLOYERS: dict[Programme, Dated[ArrearsRule]] = {
    Programme.JKK: tables.ARREARS_JKK,
    Programme.JKM: tables.ARREARS_JKM,
    Programme.JKP: tables.ARREARS_JKP,
}
_OF_SELF_EMPLOYED = {
    Programme.JKK: tables.ARREARS_JKK_OF_SELF_EMPLOYED,
    Programme.JKM: tables.ARREARS_JKM_OF_SELF_EMPLOYED,
}
