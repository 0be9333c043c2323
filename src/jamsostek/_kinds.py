"""The closed lists of the field as string enums, each with its English and Indonesian label."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal, Self, TypeVar, cast

from . import errors

Lang = Literal["en", "id"]
LANGS: tuple[Lang, Lang] = ("en", "id")


class Labelled(StrEnum):
    """A string enum whose members carry ``label_en`` and ``label_id``."""

    label_en: str
    label_id: str

    def __new__(cls, value: str, label_en: str = "", label_id: str = "") -> Self:
        """Keep the labels beside the value."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label_en = label_en
        member.label_id = label_id
        return member

    def label(self, lang: Lang) -> str:
        """The label in the language asked for."""
        return self.label_id if lang == "id" else self.label_en


class Programme(Labelled):
    """A programme of BPJS Ketenagakerjaan (program)."""

    JKK = "JKK", "work accident", "kecelakaan kerja"
    JKM = "JKM", "death", "kematian"
    JHT = "JHT", "old-age savings", "hari tua"
    JP = "JP", "pension", "pensiun"
    JKP = "JKP", "job loss", "kehilangan pekerjaan"


class Payer(Labelled):
    """Who owes a line of a bill (penanggung iuran)."""

    EMPLOYER = "employer", "employer", "pemberi kerja"
    WORKER = "worker", "worker", "pekerja"
    SELF = "self", "the participant", "peserta sendiri"
    GROUP = "group", "group of participants", "wadah atau kelompok"
    DONOR = "donor", "donor", "donatur"
    VILLAGE_BUDGET = "village_budget", "village budget", "APB Desa"
    REGIONAL_BUDGET = "regional_budget", "regional budget", "APBD"
    STATE_BUDGET = "state_budget", "state budget", "APBN"


class PaidBy(Labelled):
    """Who pays for a self-employed person (pembayar iuran BPU); tobacco-excise money is regional budget."""

    SELF = "self", "the participant", "peserta sendiri"
    GROUP = "group", "group of participants", "wadah atau kelompok"
    DONOR = "donor", "donor", "donatur"
    VILLAGE_BUDGET = "village_budget", "village budget", "APB Desa"
    REGIONAL_BUDGET = "regional_budget", "regional budget", "APBD"
    STATE_BUDGET = "state_budget", "state budget", "APBN"


class Sector(Labelled):
    """The sector a self-employed person works in (sektor), as far as a relief asks for it."""

    TRANSPORT = (
        "transport",
        "transport, such as drivers, with a platform or not, and couriers",
        "transportasi, antara lain pengemudi dan kurir",
    )
    OTHER = "other", "any sector but transport", "sektor selain transportasi"


class Scale(Labelled):
    """An employer's scale (skala usaha), PP 7/2021."""

    MICRO = "micro", "micro", "mikro"
    SMALL = "small", "small", "kecil"
    MEDIUM = "medium", "medium", "menengah"
    LARGE = "large", "large", "besar"


class Industry(Labelled):
    """An employer's industry, as far as the labour-intensive relief names it (PP 7/2025 art. 3(4))."""

    FOOD = "food", "food, beverages and tobacco", "makanan, minuman, dan tembakau"
    TEXTILES = "textiles", "textiles and garments", "tekstil dan pakaian jadi"
    LEATHER = "leather", "leather and leather goods", "kulit dan barang kulit"
    FOOTWEAR = "footwear", "footwear", "alas kaki"
    TOYS = "toys", "children's toys", "mainan anak"
    FURNITURE = "furniture", "furniture", "furnitur"
    OTHER = "other", "any other industry", "industri lain"


class EmployerKind(Labelled):
    """What an employer is (jenis pemberi kerja)."""

    COMPANY = "company", "company", "perusahaan"
    PRIVATE_PERSON = "private_person", "private person", "orang perseorangan"
    STATE = "state", "state body, for staff who are no civil servants", "penyelenggara negara (pegawai non-ASN)"


class SelfEmployedKind(Labelled):
    """Which class of self-employed (jenis BPU), PP 44/2015 art. 5(3)a-b."""

    OWN_ACCOUNT = "own_account", "own-account worker", "pekerja di luar hubungan kerja atau mandiri"
    EMPLOYER = "employer", "employs others", "pemberi kerja"


class HealthCover(Labelled):
    """How a worker is insured with the health scheme JKN (segmen JKN); JKP asks for it."""

    EMPLOYER = "employer", "as wage earner of a firm", "pekerja penerima upah pada badan usaha"
    OTHER = "other", "in another segment", "segmen lain"
    NONE = "none", "not insured", "tidak terdaftar"


E = TypeVar("E", bound=Labelled)


def lenient(cls: type[E], value: str | E | None) -> E | None:
    """Make a known word a member; leave an unknown one for ``choice_error`` to name."""
    if value is None or type(value) is cls:
        return value
    try:
        return cls(value)
    except ValueError:
        return cast("E", value)


def choice_error(
    error: type[errors.UnknownChoice], where: str, cls: type[Labelled], value: object
) -> errors.JamsostekError | None:
    """What is wrong with a word that should be a member of a closed list, None if nothing is."""
    if value is None or type(value) is cls:
        return None
    labels = {label: str(word) for word in cls for label in (word.label_en, word.label_id)}
    labels |= {
        label.partition("(")[2].partition(")")[0]: word for label, word in labels.items() if "(" in label
    }  # "… (THR)"
    return errors.not_in(error, where, value, list(cls), also=labels)


def as_programmes(values: Iterable[str] | None) -> frozenset[Programme] | None:
    """Programmes from what the caller named; unknown words stay for ``choice_error`` to name."""
    if values is None or not isinstance(values, Iterable):
        return values  # what is no list is named when the participant checks itself
    if isinstance(values, str):
        values = (values,)
    return frozenset(cast("Programme", lenient(Programme, value)) for value in values)


def check_lang(lang: str) -> Lang:
    """The language, or an error for one the library does not speak."""
    if lang in ("en", "id"):
        return cast("Lang", lang)
    raise errors.not_in(errors.UnknownLanguage, "lang", lang, ("en", "id"))
