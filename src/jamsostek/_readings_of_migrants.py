"""Open questions of law on migrant workers."""

from __future__ import annotations

from ._citations import Grade
from ._more_instruments import PERMENAKER_4_2023, PERMENAKER_18_2018
from ._readings import Option, Reading

MIGRANT_NEXT_STEP = Reading(
    "migrant_next_step",
    "May a contract between two steps buy the next longer step where that costs less?",
    "Bolehkah perjanjian kerja di antara dua jangka waktu membayar jangka waktu berikutnya bila lebih murah?",
    (
        Option(
            "as_contracted",
            "No: the step that the contract reaches, and each month beyond it.",
            "Tidak: jangka waktu yang tercapai, ditambah setiap bulan kelebihannya.",
            Grade.A,
            "Permenaker 4/2023 art. 18(3) as it reads; so 23 months cost more than 24.",
        ),
        Option(
            "cheaper_step",
            "Yes: nobody pays more than for a longer contract.",
            "Ya: tidak ada yang membayar lebih dari perjanjian yang lebih lama.",
            Grade.M,
            "No source; the price of 24 months is that of 2018, below 13,500 a month.",
        ),
    ),
    (PERMENAKER_4_2023.at("18(3)"),),
)

MIGRANT_SHORT_CONTRACT = Reading(
    "migrant_short_contract",
    "What does a contract shorter than the shortest step cost?",
    "Berapa iuran perjanjian kerja yang lebih singkat dari jangka waktu terpendek?",
    (
        Option(
            "shortest_step",
            "The shortest step.",
            "Sebesar jangka waktu terpendek.",
            Grade.M,
            "By reading: art. 18 names no contract below 6 months.",
        ),
        Option(
            "by_the_month",
            "The price of a month for each month of cover, those beyond the contract included.",
            "Tarif per bulan untuk setiap bulan pelindungan, termasuk di luar perjanjian kerja.",
            Grade.M,
            "By the pattern of the shorter steps: 108,000 = 8 × 13,500 and 189,000 = 14 × 13,500.",
        ),
    ),
    (PERMENAKER_4_2023.at("18(1)b"), PERMENAKER_4_2023.at("18(2)")),
)

MIGRANT_SAVINGS = Reading(
    "migrant_savings",
    "From which sum on can migrant workers save in JHT since 2023?",
    "Mulai dari berapa pekerja migran dapat menabung JHT sejak 2023?",
    (
        Option(
            "from_50_000",
            "From Rp50,000 a month, in the steps listed.",
            "Mulai Rp50.000 per bulan, menurut pilihan.",
            Grade.C,
            "detikFinance, 2023-03-17, with the list; Radar Lampung, March 2023, with the range.",
        ),
        Option(
            "from_105_000",
            "From Rp105,000 a month, as before.",
            "Mulai Rp105.000 per bulan, seperti sebelumnya.",
            Grade.M,
            "The press of 2023 says that the range stays, and the earlier one is remembered so.",
        ),
    ),
    (PERMENAKER_4_2023.at("whole", Grade.C),),
)

MIGRANT_DISMISSAL = Reading(
    "migrant_dismissal",
    "Is the sum after a dismissal that followed no accident paid once or every month?",
    "Apakah bantuan PHK bukan akibat kecelakaan kerja dibayar sekali atau setiap bulan?",
    (
        Option("once", "Once.", "Sekali.", Grade.B, "Radar Kaur, 2023-08-30, and others: one sum of Rp1,500,000."),
        Option(
            "monthly",
            "Every month.",
            "Setiap bulan.",
            Grade.B,
            "Two other sources: per month, from the start of work to one month before the contract ends.",
        ),
    ),
    (PERMENAKER_4_2023.at("34(1)m"),),
)

MIGRANT_VERSION = Reading(
    "migrant_version",
    "Which regulation governs the benefits of a migrant worker who registered under an earlier one?",
    "Peraturan mana yang berlaku bagi manfaat pekerja migran yang terdaftar menurut peraturan sebelumnya?",
    (
        Option(
            "event",
            "That of the day of the event.",
            "Yang berlaku pada hari kejadian.",
            Grade.M,
            "Library convention, as for everybody else; the transitional articles were not read.",
        ),
        Option(
            "registration",
            "That of the day of registration.",
            "Yang berlaku pada hari pendaftaran.",
            Grade.M,
            "No source; contributions are paid for the whole contract under that one.",
        ),
    ),
    (PERMENAKER_18_2018.at("whole", Grade.C), PERMENAKER_4_2023.at("whole", Grade.C)),
)

MIGRANT_EARLY_RETURN = Reading(
    "migrant_early_return",
    "When does cover end for a migrant worker who comes back before the contract ends?",
    "Kapan pelindungan berakhir bagi pekerja migran yang pulang sebelum perjanjian kerja berakhir?",
    (
        Option(
            "after_return",
            "With the phase after the return.",
            "Dengan berakhirnya pelindungan setelah kembali.",
            Grade.M,
            "By reading: the phase after work begins with the return.",
        ),
        Option(
            "as_paid",
            "When it would have ended without: it was paid for.",
            "Saat seharusnya berakhir: iurannya telah dibayar.",
            Grade.M,
            "No source.",
        ),
    ),
    (PERMENAKER_4_2023.at("whole", Grade.M),),
)

ALL = (
    MIGRANT_NEXT_STEP,
    MIGRANT_SHORT_CONTRACT,
    MIGRANT_SAVINGS,
    MIGRANT_DISMISSAL,
    MIGRANT_VERSION,
    MIGRANT_EARLY_RETURN,
)
