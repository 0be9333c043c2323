"""The listed defaults: what a bill took for granted because the fact was not given."""

from __future__ import annotations

from typing import NamedTuple

from ._kinds import EmployerKind, Lang, Programme
from ._people import SelfEmployed, WageEarner
from ._results import Bill


class Assumption(NamedTuple):
    """A default that was taken, and the fact that would change it."""

    fact: str
    text_en: str
    text_id: str

    def text(self, lang: Lang = "en") -> str:
        """The assumption in the language asked for."""
        return self.text_id if lang == "id" else self.text_en


SCALE = Assumption(
    "employer.scale", "the employer is a medium or large company", "pemberi kerja adalah usaha menengah atau besar"
)
CITIZEN = Assumption("person.citizen", "an Indonesian citizen", "warga negara Indonesia")
AGE = Assumption("person.born", "below the pension age", "belum mencapai usia pensiun")
OWN_ACCOUNT = Assumption(
    "kind", "an own-account worker, who employs nobody", "pekerja mandiri, tidak mempekerjakan orang"
)
PAYS_HIMSELF = Assumption("paid_by", "paid by the participant", "dibayar oleh peserta sendiri")


def assumptions(bill: Bill) -> tuple[Assumption, ...]:
    """The defaults a bill rests on, in the order of the facts."""
    participant, person = bill.participant, bill.participant.person
    found: list[Assumption] = []
    if isinstance(participant, WageEarner):
        employer = participant.employer
        company = employer.kind in (None, EmployerKind.COMPANY)
        if company and employer.scale is None and participant.programmes is None:
            found.append(SCALE)
    if isinstance(participant, SelfEmployed):
        if participant.kind is None:
            found.append(OWN_ACCOUNT)
        if participant.paid_by is None:
            found.append(PAYS_HIMSELF)
    if person is None or person.citizen is None:
        found.append(CITIZEN)
    if Programme.JP in bill.by_programme and (person is None or person.born is None):
        found.append(AGE)
    return tuple(found)
