"""The instruments of law, each named once: number, titles, dates, gazette, what it amends.

Dates and gazette numbers that are not known are None; the English titles are ours.

>>> PP_82_2019.amends[0].number
'PP 44/2015'
"""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._citations import Instrument

if TYPE_CHECKING:
    ALL: tuple[Instrument, ...]

UU_40_2004 = Instrument(
    "UU 40/2004",
    "Sistem Jaminan Sosial Nasional",
    "National Social Security System",
    date(2004, 10, 19),
    date(2004, 10, 19),
    "LN 2004/150, TLN 4456",
)
UU_20_2008 = Instrument("UU 20/2008", "Usaha Mikro, Kecil, dan Menengah", "Micro, Small and Medium Enterprises")
UU_24_2011 = Instrument(
    "UU 24/2011",
    "Badan Penyelenggara Jaminan Sosial",
    "Social Security Administering Bodies",
    date(2011, 11, 25),
    date(2011, 11, 25),
    "LN 2011/116, TLN 5256",
)
UU_7_1983 = Instrument("UU 7/1983", "Pajak Penghasilan", "Income Tax", gazette="LN 1983/50, TLN 3263")
PP_14_1993 = Instrument(
    "PP 14/1993",
    "Penyelenggaraan Program Jaminan Sosial Tenaga Kerja",
    "Workers' Social Security (until June 2015)",
)
PP_149_2000 = Instrument(
    "PP 149/2000",
    "Pemotongan Pajak Penghasilan Pasal 21 atas Penghasilan Berupa Uang Pesangon, Uang Tebusan Pensiun, dan Tunjangan "
    "Hari Tua atau Jaminan Hari Tua",
    "Withholding Tax on Severance, Pension and Old-Age Lump Sums",
    None,
    date(2001, 1, 1),
    "LN 2000/266, TLN 4067",
)
UU_36_2008 = Instrument(
    "UU 36/2008",
    "Perubahan Keempat atas Undang-Undang Nomor 7 Tahun 1983 tentang Pajak Penghasilan",
    "Fourth Amendment of UU 7/1983",
    None,
    date(2009, 1, 1),
    "LN 2008/133, TLN 4893",
    (UU_7_1983,),
)
PP_68_2009 = Instrument(
    "PP 68/2009",
    "Tarif Pajak Penghasilan Pasal 21 atas Penghasilan Berupa Uang Pesangon, Uang Manfaat Pensiun, Tunjangan Hari Tua, "
    "dan Jaminan Hari Tua yang Dibayarkan Sekaligus",
    "Income Tax on Severance, Pension and Old-Age Sums Paid at Once",
    date(2009, 11, 16),
    date(2009, 11, 16),
    "LN 2009/169, TLN 5082",
)
PP_86_2013 = Instrument(
    "PP 86/2013",
    "Tata Cara Pengenaan Sanksi Administratif kepada Pemberi Kerja Selain Penyelenggara Negara dan Setiap Orang, "
    "Selain Pemberi Kerja, Pekerja, dan Penerima Bantuan Iuran dalam Penyelenggaraan Jaminan Sosial",
    "Administrative Sanctions in Social Security",
    date(2013, 12, 24),
    date(2013, 12, 24),
    "LN 2013/238, TLN 5481",
)
PERPRES_109_2013 = Instrument(
    "Perpres 109/2013",
    "Penahapan Kepesertaan Program Jaminan Sosial",
    "Phasing of Membership in the Social Security Programmes",
    gazette="LN 2013/253",
)
PP_44_2015 = Instrument(
    "PP 44/2015",
    "Penyelenggaraan Program Jaminan Kecelakaan Kerja dan Jaminan Kematian",
    "Work Accident and Death Programmes",
    date(2015, 6, 30),
    date(2015, 7, 1),
    "LN 2015/154, TLN 5714",
)
PP_45_2015 = Instrument(
    "PP 45/2015",
    "Penyelenggaraan Program Jaminan Pensiun",
    "Pension Programme",
    date(2015, 6, 30),
    date(2015, 7, 1),
    "LN 2015/155, TLN 5715",
)
PP_46_2015 = Instrument(
    "PP 46/2015",
    "Penyelenggaraan Program Jaminan Hari Tua",
    "Old-Age Savings Programme",
    date(2015, 6, 30),
    date(2015, 7, 1),
    "LN 2015/156, TLN 5716",
)
PP_60_2015 = Instrument(
    "PP 60/2015",
    "Perubahan atas Peraturan Pemerintah Nomor 46 Tahun 2015 tentang Penyelenggaraan Program Jaminan Hari Tua",
    "Amendment of PP 46/2015",
    date(2015, 8, 12),
    date(2015, 8, 12),
    "LN 2015/187, TLN 5730",
    (PP_46_2015,),
)
PERMENAKER_19_2015 = Instrument(
    "Permenaker 19/2015",
    "Tata Cara dan Persyaratan Pembayaran Manfaat Jaminan Hari Tua",
    "Payment of JHT (until April 2022)",
)
PERMENAKER_35_2016 = Instrument(
    "Permenaker 35/2016",
    "Tata Cara Pemberian, Persyaratan, dan Jenis Manfaat Layanan Tambahan dalam Program Jaminan Hari Tua",
    "Housing Support in JHT",
)
PERMENAKER_17_2021 = Instrument(
    "Permenaker 17/2021",
    "Perubahan atas Peraturan Menteri Ketenagakerjaan Nomor 35 Tahun 2016",
    "Amendment of Permenaker 35/2016",
    amends=(PERMENAKER_35_2016,),
)
PERMENAKER_2_2022 = Instrument(
    "Permenaker 2/2022",
    "Tata Cara dan Persyaratan Pembayaran Manfaat Jaminan Hari Tua",
    "Payment of JHT (revoked before it took effect)",
    date(2022, 2, 4),
)
PERMENAKER_4_2022 = Instrument(
    "Permenaker 4/2022",
    "Tata Cara dan Persyaratan Pembayaran Manfaat Jaminan Hari Tua",
    "Payment of JHT",
    date(2022, 4, 26),
    date(2022, 4, 26),
    "BN 2022/451",
)
PERBPJS_4_2015 = Instrument(
    "PerBPJS Ketenagakerjaan 4/2015",
    "Mekanisme Penetapan dan Distribusi Hasil Pengembangan Jaminan Hari Tua",
    "How the Return of JHT is Fixed and Distributed",
    gazette="BN 2015/1329",
)
PP_82_2019 = Instrument(
    "PP 82/2019",
    "Perubahan atas Peraturan Pemerintah Nomor 44 Tahun 2015 tentang Penyelenggaraan Program Jaminan Kecelakaan Kerja "
    "dan Jaminan Kematian",
    "First Amendment of PP 44/2015",
    date(2019, 12, 2),
    date(2019, 12, 2),
    "LN 2019/231, TLN 6427",
    (PP_44_2015,),
)
PP_53_2012 = Instrument(
    "PP 53/2012",
    "Perubahan Kedelapan atas Peraturan Pemerintah Nomor 14 Tahun 1993 tentang Penyelenggaraan Program Jaminan Sosial "
    "Tenaga Kerja",
    "Eighth Amendment of PP 14/1993",
    date(2012, 4, 23),
    date(2012, 4, 23),
    "LN 2012/106, TLN 5312",
)
PP_49_2020 = Instrument(
    "PP 49/2020",
    "Penyesuaian Iuran Program Jaminan Sosial Ketenagakerjaan Selama Bencana Nonalam Penyebaran Corona Virus Disease "
    "2019 (COVID-19)",
    "Adjustment of Contributions during the COVID-19 Disaster",
    date(2020, 9, 1),
    date(2020, 9, 1),
)
PP_37_2021 = Instrument(
    "PP 37/2021",
    "Penyelenggaraan Program Jaminan Kehilangan Pekerjaan",
    "Job Loss Programme",
    date(2021, 2, 2),
    date(2021, 2, 2),
    "LN 2021/47, TLN 6649",
)
PP_7_2021 = Instrument(
    "PP 7/2021",
    "Kemudahan, Pelindungan, dan Pemberdayaan Koperasi dan Usaha Mikro, Kecil, dan Menengah",
    "Ease, Protection and Empowerment of Cooperatives and Micro, Small and Medium Enterprises",
    date(2021, 2, 2),
    date(2021, 2, 2),
    "LN 2021/17, TLN 6619",
)
UU_7_2021 = Instrument(
    "UU 7/2021",
    "Harmonisasi Peraturan Perpajakan",
    "Harmonisation of Tax Rules",
    None,
    date(2022, 1, 1),
    None,
    (UU_7_1983,),
)
PERMENAKER_15_2021 = Instrument(
    "Permenaker 15/2021",
    "Tata Cara Pemberian Manfaat Jaminan Kehilangan Pekerjaan",
    "Procedures of Job Loss Benefits",
)
PMK_168_2023 = Instrument(
    "PMK 168/2023",
    "Petunjuk Pelaksanaan Pemotongan Pajak atas Penghasilan Sehubungan dengan Pekerjaan, Jasa, atau Kegiatan Orang "
    "Pribadi",
    "Withholding of Income Tax on Work, Services and Activities",
    None,
    date(2024, 1, 1),
)
PP_49_2023 = Instrument(
    "PP 49/2023",
    "Perubahan Kedua atas Peraturan Pemerintah Nomor 44 Tahun 2015 tentang Penyelenggaraan Program Jaminan Kecelakaan "
    "Kerja dan Jaminan Kematian",
    "Second Amendment of PP 44/2015",
    date(2023, 10, 6),
    date(2023, 10, 6),
    "LN 2023/128, TLN 6893",
    (PP_44_2015,),
)
PP_6_2025 = Instrument(
    "PP 6/2025",
    "Perubahan atas Peraturan Pemerintah Nomor 37 Tahun 2021 tentang Penyelenggaraan Program Jaminan Kehilangan "
    "Pekerjaan",
    "Amendment of PP 37/2021",
    date(2025, 2, 7),
    date(2025, 2, 7),
    "LN 2025/14, TLN 7093",
    (PP_37_2021,),
)
PP_7_2025 = Instrument(
    "PP 7/2025",
    "Penyesuaian Iuran Jaminan Kecelakaan Kerja bagi Perusahaan Industri Padat Karya Tertentu Tahun 2025",
    "Adjustment of JKK Contributions for Certain Labour-Intensive Industries in 2025",
    date(2025, 2, 7),
    date(2025, 2, 7),
    "LN 2025/15, TLN 7094",
)
PP_36_2025 = Instrument(
    "PP 36/2025",
    "Perubahan atas Peraturan Pemerintah Nomor 7 Tahun 2025 tentang Penyesuaian Iuran Jaminan Kecelakaan Kerja bagi "
    "Perusahaan Industri Padat Karya Tertentu Tahun 2025",
    "Amendment of PP 7/2025",
    date(2025, 9, 4),
    date(2025, 9, 4),
    "LN 2025/138, TLN 7131",
    (PP_7_2025,),
)
PP_50_2025 = Instrument(
    "PP 50/2025",
    "Penyesuaian Iuran Jaminan Kecelakaan Kerja dan Jaminan Kematian bagi Peserta Bukan Penerima Upah",
    "Adjustment of JKK and JKM Contributions of the Self-Employed",
    date(2025, 12, 22),
    date(2025, 12, 22),
    "LN 2025/191, TLN 7150",
)
PERPRES_7_2019 = Instrument(
    "Perpres 7/2019",
    "Penyakit Akibat Kerja",
    "Occupational Diseases",
    None,
    date(2019, 1, 25),
)
PERMENAKER_26_2015 = Instrument(
    "Permenaker 26/2015",
    "Tata Cara Penyelenggaraan Program Jaminan Kecelakaan Kerja, Jaminan Kematian, dan Jaminan Hari Tua bagi Peserta "
    "Penerima Upah",
    "Procedures of the JKK, JKM and JHT Programmes of Wage Earners",
)
PERMENAKER_44_2015 = Instrument(
    "Permenaker 44/2015",
    "Penyelenggaraan Program Jaminan Kecelakaan Kerja dan Jaminan Kematian bagi Pekerja Harian Lepas, Borongan, dan "
    "Perjanjian Kerja Waktu Tertentu pada Sektor Usaha Jasa Konstruksi",
    "JKK and JKM of Workers in Construction",
    None,
    date(2015, 12, 31),
)
PERMENAKER_5_2021 = Instrument(
    "Permenaker 5/2021",
    "Tata Cara Penyelenggaraan Program Jaminan Kecelakaan Kerja, Jaminan Kematian, dan Jaminan Hari Tua",
    "Procedures of the JKK, JKM and JHT Programmes",
    None,
    date(2021, 4, 1),
)
PERMENAKER_29_2015 = Instrument(
    "Permenaker 29/2015",
    "Tata Cara Pendaftaran Kepesertaan, Pembayaran dan Penghentian Manfaat Jaminan Pensiun",
    "Registration, Payment and End of Pensions",
)
PERMENAKER_1_2025 = Instrument(
    "Permenaker 1/2025",
    "Perubahan atas Peraturan Menteri Ketenagakerjaan Nomor 5 Tahun 2021 tentang Tata Cara Penyelenggaraan Program "
    "Jaminan Kecelakaan Kerja, Jaminan Kematian, dan Jaminan Hari Tua",
    "Amendment of Permenaker 5/2021",
    date(2025, 2, 24),
    date(2025, 2, 24),
    None,
    (PERMENAKER_5_2021,),
)
PERMENAKER_2_2025 = Instrument(
    "Permenaker 2/2025",
    "Perubahan atas Peraturan Menteri Ketenagakerjaan Nomor 15 Tahun 2021 tentang Tata Cara Pemberian Manfaat Jaminan "
    "Kehilangan Pekerjaan",
    "Amendment of Permenaker 15/2021",
    None,
    date(2025, 2, 7),
    None,
    (PERMENAKER_15_2021,),
)
MANUAL_2022 = Instrument(
    "Perdir 22/PERDIR.02/072022",
    "Manual proses kepesertaan BPJS Ketenagakerjaan",
    "Manual of membership processes of BPJS Ketenagakerjaan",
)
WHAT_IF = Instrument("what-if", "andaian pemanggil", "the caller's own assumption")

_HERE = (
    UU_40_2004,
    UU_20_2008,
    UU_24_2011,
    UU_7_1983,
    PP_14_1993,
    PP_149_2000,
    UU_36_2008,
    PP_68_2009,
    PP_86_2013,
    PERPRES_109_2013,
    PP_44_2015,
    PP_45_2015,
    PP_46_2015,
    PP_60_2015,
    PERMENAKER_19_2015,
    PERBPJS_4_2015,
    PERMENAKER_35_2016,
    PERMENAKER_17_2021,
    PERMENAKER_2_2022,
    PERMENAKER_4_2022,
    PP_82_2019,
    PP_53_2012,
    PP_49_2020,
    PP_37_2021,
    PP_7_2021,
    UU_7_2021,
    PERMENAKER_15_2021,
    PMK_168_2023,
    PP_49_2023,
    PP_6_2025,
    PP_7_2025,
    PP_36_2025,
    PP_50_2025,
    PERPRES_7_2019,
    PERMENAKER_26_2015,
    PERMENAKER_29_2015,
    PERMENAKER_44_2015,
    PERMENAKER_5_2021,
    PERMENAKER_1_2025,
    PERMENAKER_2_2025,
    MANUAL_2022,
    WHAT_IF,
)


def __getattr__(name: str) -> Any:
    """Load the instruments that no bill cites on first access (PEP 562)."""
    if name.isupper():  # no instrument is asked for by what Python itself looks up, such as __path__
        more = import_module("._more_instruments", __package__)
        if name == "ALL":
            return (*_HERE, *more.ALL)
        if hasattr(more, name):
            return getattr(more, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
