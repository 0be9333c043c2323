"""What migrant workers can be paid, and how an amount is told: a sum, a ceiling, a share, or not known."""

from __future__ import annotations

from typing import NamedTuple

from .._kinds import Labelled, Lang
from .._money import months_text, number, rupiah
from ..units import Unit


class Benefit(Labelled):
    """What a migrant worker or his family is paid (manfaat)."""

    DEATH = "death", "death sum", "santunan kematian"
    PERIODIC = "periodic", "periodic sum, paid at once", "santunan berkala yang dibayar sekaligus"
    FUNERAL = "funeral", "funeral cost", "biaya pemakaman"
    TOTAL_DISABILITY = "total_disability", "total disability", "santunan cacat total tetap"
    PARTIAL_DISABILITY = "partial_disability", "partial disability", "santunan cacat sebagian"
    CARE_ABROAD = "care_abroad", "treatment abroad", "perawatan dan pengobatan di negara penempatan"
    HOME_CARE = "home_care", "care at home", "perawatan di rumah"
    TRANSPORT = (
        "transport",
        "transport of the injured, first aid, referral",
        "transportasi korban, pertolongan pertama, dan rujukan",
    )
    RETURN = "return", "way home after an accident", "pemulangan akibat kecelakaan kerja"
    AIDS = "aids", "orthosis or prosthesis", "alat bantu (orthese) atau alat ganti (prothese)"
    DENTURES = "dentures", "dentures", "gigi tiruan"
    HEARING_AID = "hearing_aid", "hearing aid", "alat bantu dengar"
    GLASSES = "glasses", "glasses", "kacamata"
    FAILED_DEPARTURE = "failed_departure", "failed departure", "gagal berangkat"
    FAILED_PLACEMENT = "failed_placement", "failed placement", "gagal ditempatkan"
    FAILED_PLACEMENT_RETURN = (
        "failed_placement_return",
        "way home after a failed placement",
        "pemulangan akibat gagal ditempatkan",
    )
    WRONG_PLACEMENT = "wrong_placement", "placed contrary to the contract", "ditempatkan tidak sesuai perjanjian kerja"
    WRONG_PLACEMENT_RETURN = (
        "wrong_placement_return",
        "way home after being placed contrary to the contract",
        "pemulangan akibat ditempatkan tidak sesuai perjanjian kerja",
    )
    DISMISSAL = "dismissal", "dismissal, not after an accident", "PHK bukan akibat kecelakaan kerja"
    DISMISSAL_AFTER_ACCIDENT = (
        "dismissal_after_accident",
        "dismissal after a work accident",
        "PHK akibat kecelakaan kerja",
    )
    RAPE = "rape", "rape", "pemerkosaan"
    RETURN_OF_TROUBLED = "return_of_troubled", "way home of a worker in trouble", "pemulangan pekerja migran bermasalah"
    LOSS_ON_THE_WAY = "loss_on_the_way", "loss on the way home", "kerugian selama perjalanan pulang"
    SCHOLARSHIP = "scholarship", "scholarship or training of children", "beasiswa pendidikan atau pelatihan anak"
    TRAINING = "training", "assistance and vocational training", "pendampingan dan pelatihan vokasional"
    INCAPACITY = "incapacity", "pay while unable to work", "santunan sementara tidak mampu bekerja"
    OPEN = "open", "what the accident comes to", "manfaat akibat kecelakaan"
    SAVINGS = "savings", "old-age savings", "saldo JHT"


class Manner(Labelled):
    """How an amount is set (cara penetapan)."""

    FIXED = "fixed", "fixed sum", "jumlah tetap"
    UP_TO = "up_to", "actual cost, up to a ceiling", "biaya nyata, paling banyak"
    AT_MOST = "at_most", "at most", "paling banyak"
    SHARE = "share", "share by a table", "persentase menurut tabel"
    IN_KIND = "in_kind", "in kind", "dalam bentuk pelayanan"


class Grant(NamedTuple):
    """What a benefit comes to: a manner, and the sum or ceiling in rupiah; None: not known."""

    manner: Manner
    amount: int | None = None

    def text(self, lang: Lang = "en") -> str:
        """It in one line."""
        if self.manner is Manner.IN_KIND:
            return self.manner.label(lang)
        known = _WORDS[lang] if self.amount is None else rupiah(self.amount, lang)
        return known if self.manner is Manner.FIXED else f"{self.manner.label(lang)}: {known}"


_WORDS: dict[Lang, str] = {"en": "not known", "id": "belum diketahui"}


class Service(NamedTuple):
    """What a dismissal after an accident comes to from so many months of service on, rupiah; None: not known."""

    months: int
    amount: int | None


def _is_grant(value: object) -> bool:
    return isinstance(value, Grant) and (value.amount is None or (type(value.amount) is int and value.amount > 0))


def _is_scale(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(each, Service) for each in value)


def _scale_text(scale: tuple[Service, ...], lang: Lang) -> str:
    return "; ".join(
        f"≥ {months_text(each.months, lang)}: {_WORDS[lang] if each.amount is None else number(each.amount, lang)}"
        for each in scale
    )


GRANT: Unit[Grant] = Unit("rupiah, as far as it is known", "rupiah, sejauh diketahui", _is_grant, Grant.text)
SCALE: Unit[tuple[Service, ...]] = Unit(
    "rupiah by months of service", "rupiah menurut masa kerja", _is_scale, _scale_text
)
