"""Open questions of law that a person's own facts bring up: nationality, age, registration, kind."""

from __future__ import annotations

from ._citations import Grade
from ._readings import Option, Reading
from .instruments import PERMENAKER_1_2025, PP_37_2021, PP_44_2015, PP_45_2015

FOREIGNERS_IN_JP = Reading(
    "foreigners_in_jp",
    "Are foreigners covered by the pension programme?",
    "Apakah orang asing tercakup Jaminan Pensiun?",
    (
        Option(
            "not_covered",
            "No, by practice.",
            "Tidak, menurut praktik.",
            Grade.B,
            "Jamsos Indonesia note of 2016 and payroll test sets of 2026 leave them out.",
        ),
        Option(
            "covered",
            "Yes, by the text, which has no test of nationality.",
            "Ya, menurut teks, yang tidak mensyaratkan kewarganegaraan.",
            Grade.A,
            "PP 45/2015 arts 1 and 2 carry no nationality test; UU 24/2011 art. 14 makes them participants.",
        ),
    ),
    (PP_45_2015.at("1"), PP_45_2015.at("2")),
)

LAST_MONTH_OF_JP = Reading(
    "last_month_of_jp",
    "Which is the last month of JP contributions of a worker who goes on past the pension age?",
    "Bulan iuran JP terakhir yang mana bagi pekerja yang tetap bekerja melewati usia pensiun?",
    (
        Option(
            "month_reached",
            "The month in which the pension age is reached; the pension runs from the first of the next.",
            "Bulan tercapainya usia pensiun; pensiun dihitung sejak tanggal 1 bulan berikutnya.",
            Grade.B,
            "The text is silent; that contributions stop is practice [B], the month is inferred from art. 19(3).",
        ),
        Option(
            "month_before",
            "The month before the pension age is reached.",
            "Bulan sebelum usia pensiun tercapai.",
            Grade.C,
            "A staff quiz and a branch: joining is possible until one month below the pension age.",
        ),
        Option(
            "no_end",
            "None: contributions go on while the worker does.",
            "Tidak ada: iuran berlanjut selama bekerja.",
            Grade.A,
            "By silence: art. 3(4) ends membership at that age only with the lump sum; art. 15(4) names no end.",
        ),
    ),
    (PP_45_2015.at("3(4)"), PP_45_2015.at("15(4)")),
)

JKP_AGE_OF_EARLY_MEMBERS = Reading(
    "jkp_age_of_early_members",
    "Whose registration does JKP's age limit look at for members from before February 2021?",
    "Pendaftaran mana yang dilihat batas usia JKP bagi peserta sebelum Februari 2021?",
    (
        Option(
            "first_registration",
            "The registration of the membership, however early.",
            "Pendaftaran kepesertaan, sekalipun jauh sebelumnya.",
            Grade.M,
            "By reading: PP 37/2021 art. 4(2)b says when registering; art. 5(1) takes members over on 2 February 2021.",
        ),
        Option(
            "start_of_jkp",
            "2 February 2021, when they became members of JKP.",
            "2 Februari 2021, saat menjadi peserta JKP.",
            Grade.M,
            "By reading: PP 37/2021 art. 5(1).",
        ),
    ),
    (PP_37_2021.at("4(2)b"), PP_37_2021.at("5(1)")),
)

BORN_ON_29_FEBRUARY = Reading(
    "born_on_29_february",
    "On which day does a person born on 29 February reach an age in a common year?",
    "Pada hari apa orang yang lahir 29 Februari mencapai usianya di tahun biasa?",
    (
        Option("28_february", "On 28 February.", "Pada 28 Februari.", Grade.M, "Library convention, not law."),
        Option("1_march", "On 1 March.", "Pada 1 Maret.", Grade.M, "No source."),
    ),
    (PP_45_2015.at("15"),),
)

TRAINEE_BASE = Reading(
    "trainee_base",
    "What do interns and others without a wage pay contributions on?",
    "Apa dasar iuran peserta magang dan lainnya yang tidak menerima upah?",
    (
        Option(
            "wage_since_2025",
            "Since 24 February 2025 the wage earners' shares of the lowest wage of that job; before, the lowest row.",
            "Sejak 24 Februari 2025 persentase penerima upah dari upah terendah pekerjaan yang sama; sebelumnya baris "
            "terendah.",
            Grade.C,
            "Permenaker 1/2025 arts 31(1)(c), 35, 45-46, told by one secondary source; the years before remembered.",
        ),
        Option(
            "wage",
            "In every month the wage earners' shares of the lowest wage of the same job with the host.",
            "Setiap bulan persentase penerima upah dari upah terendah pekerjaan yang sama.",
            Grade.M,
            "No rule for the years before 2025 was read.",
        ),
        Option(
            "lowest_bracket",
            "In every month the lowest row of the income table.",
            "Setiap bulan baris terendah tabel penghasilan.",
            Grade.M,
            "Remembered practice (Rp16,800); PP 44/2015 art. 28(3) leaves it to the minister.",
        ),
    ),
    (PP_44_2015.at("28(3)"), PERMENAKER_1_2025.at("35", Grade.C)),
)

TRAINEE_JKM = Reading(
    "trainee_jkm",
    "Must interns and others without a wage join JKM?",
    "Wajibkah peserta magang dan lainnya yang tidak menerima upah ikut JKM?",
    (
        Option(
            "compulsory",
            "Yes: the self-employed of every class must register.",
            "Ya: peserta bukan penerima upah wajib mendaftar.",
            Grade.A,
            "By reading: PP 44/2015 art. 11(1) with art. 5(3)c; following the phasing of membership.",
        ),
        Option(
            "optional",
            "No, since 24 February 2025 JKK alone is compulsory.",
            "Tidak, sejak 24 Februari 2025 hanya JKK yang wajib.",
            Grade.C,
            "Permenaker 1/2025 as told by one secondary source.",
        ),
    ),
    (PP_44_2015.at("11(1)"), PERMENAKER_1_2025.at("31(1)c", Grade.C)),
)

JHT_OF_STATE_STAFF = Reading(
    "jht_of_state_staff",
    "Must a state body enrol its staff who are no civil servants in JHT?",
    "Wajibkah penyelenggara negara mengikutsertakan pegawai non-ASN dalam JHT?",
    (
        Option(
            "optional",
            "No, JKK and JKM alone are compulsory.",
            "Tidak, hanya JKK dan JKM yang wajib.",
            Grade.C,
            "Two press digests of Permenaker 1/2025 art. 3A name JKK and JKM only; none calls JHT optional.",
        ),
        Option(
            "compulsory",
            "Yes, since 24 February 2025.",
            "Ya, sejak 24 Februari 2025.",
            Grade.C,
            "One digest of Permenaker 1/2025 art. 3A.",
        ),
    ),
    (PERMENAKER_1_2025.at("3A(1)", Grade.B),),
)
