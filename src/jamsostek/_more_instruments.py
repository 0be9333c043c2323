"""The instruments that no bill cites: on migrant workers, roles, construction projects, plans and their money."""

from __future__ import annotations

from datetime import date

from ._citations import Instrument

UU_18_2017 = Instrument(
    "UU 18/2017",
    "Pelindungan Pekerja Migran Indonesia",
    "Protection of Indonesian Migrant Workers",
    date(2017, 11, 22),
    date(2017, 11, 22),
    "LN 2017/242, TLN 6141",
)
UU_11_2022 = Instrument("UU 11/2022", "Keolahragaan", "Sports")
INPRES_2_2021 = Instrument(
    "Inpres 2/2021",
    "Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan",
    "Making the Most of the Employment Social Security Programmes",
)
PERMENDAGRI_20_2018 = Instrument(
    "Permendagri 20/2018", "Pengelolaan Keuangan Desa", "Management of the Finances of Villages"
)
PERMENAKER_7_2017 = Instrument(
    "Permenaker 7/2017",
    "Program Jaminan Sosial Tenaga Kerja Indonesia",
    "Social Security of Indonesian Workers Abroad",
    None,
    date(2017, 8, 1),
    "BN 2017/1045",
)
PERMENAKER_18_2018 = Instrument(
    "Permenaker 18/2018",
    "Jaminan Sosial Pekerja Migran Indonesia",
    "Social Security of Indonesian Migrant Workers",
    date(2018, 12, 10),
    date(2018, 12, 10),
    "BN 2018/1624",
)
PERMENAKER_4_2023 = Instrument(
    "Permenaker 4/2023",
    "Jaminan Sosial Pekerja Migran Indonesia",
    "Social Security of Indonesian Migrant Workers",
    date(2023, 2, 22),
    date(2023, 2, 22),
)
PERMEN_P2MI_9_2026 = Instrument(
    "Permen P2MI 9/2026",
    "Jaminan Sosial Pekerja Migran Indonesia",
    "Social Security of Indonesian Migrant Workers",
    None,
    date(2026, 8, 28),
)

UU_8_1983 = Instrument(
    "UU 8/1983",
    "Pajak Pertambahan Nilai Barang dan Jasa dan Pajak Penjualan atas Barang Mewah",
    "Value-Added Tax",
    gazette="LN 1983/51, TLN 3264",
)
PMK_131_2024 = Instrument(
    "PMK 131/2024",
    "Perlakuan Pajak Pertambahan Nilai atas Impor Barang Kena Pajak, Penyerahan Barang Kena Pajak, Penyerahan Jasa "
    "Kena Pajak, dan Pemanfaatan dari Luar Daerah Pabean",
    "Value-Added Tax from 2025",
    None,
    date(2025, 1, 1),
)
PMK_215_2021 = Instrument(
    "PMK 215/PMK.07/2021",
    "Penggunaan, Pemantauan, dan Evaluasi Dana Bagi Hasil Cukai Hasil Tembakau",
    "Use of the Regions' Share of the Tobacco Excise (until 2024)",
)
PMK_72_2024 = Instrument(
    "PMK 72/2024",
    "Penggunaan, Pemantauan, dan Evaluasi Dana Bagi Hasil Cukai Hasil Tembakau",
    "Use of the Regions' Share of the Tobacco Excise",
)
RPJMN_2025 = Instrument(
    "RPJMN 2025-2029",
    "Rencana Pembangunan Jangka Menengah Nasional Tahun 2025-2029",
    "National Medium-Term Development Plan 2025-2029",
)
RKP_2026 = Instrument("RKP 2026", "Rencana Kerja Pemerintah Tahun 2026", "Government Work Plan 2026")
UU_59_2024 = Instrument(
    "UU 59/2024",
    "Rencana Pembangunan Jangka Panjang Nasional Tahun 2025-2045",
    "National Long-Term Development Plan 2025-2045",
    date(2024, 9, 13),
)

ALL = (
    UU_18_2017,
    UU_11_2022,
    INPRES_2_2021,
    PERMENDAGRI_20_2018,
    PERMENAKER_7_2017,
    PERMENAKER_18_2018,
    PERMENAKER_4_2023,
    PERMEN_P2MI_9_2026,
    UU_8_1983,
    PMK_131_2024,
    PMK_215_2021,
    PMK_72_2024,
    RPJMN_2025,
    RKP_2026,
    UU_59_2024,
)
