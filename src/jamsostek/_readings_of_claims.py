"""Open questions of law on who is covered when something happens, and on JKM."""

from __future__ import annotations

from ._citations import Grade
from ._readings import Option, Reading
from .instruments import (
    MANUAL_2022,
    PERMENAKER_1_2025,
    PERMENAKER_5_2021,
    PP_44_2015,
    PP_49_2023,
    PP_82_2019,
    UU_40_2004,
)

ARREARS_IN_A_ROW = Reading(
    "arrears_in_a_row",
    "Which months in arrears count when a member dies or has an accident?",
    "Bulan tunggakan mana yang dihitung ketika peserta meninggal atau mengalami kecelakaan?",
    (
        Option(
            "current",
            "Those in a row up to the last month that was due.",
            "Yang berturut-turut sampai bulan terakhir yang jatuh tempo.",
            Grade.M,
            "By reading: money fills the oldest month first, so that older gaps are not arrears of contributions owed.",
        ),
        Option(
            "longest",
            "The longest run of months still unpaid on that day, whenever it was.",
            "Rangkaian terpanjang yang belum lunas pada hari itu, kapan pun terjadinya.",
            Grade.M,
            "By reading: the text asks for months in a row (berturut-turut), not for the last ones.",
        ),
    ),
    (PP_44_2015.at("38"), PP_44_2015.at("39"), PP_44_2015.at("41"), PP_44_2015.at("42")),
)

ARREARS_OF_TRAINEES = Reading(
    "arrears_of_trainees",
    "Whose rule governs arrears for interns and others without a wage, whose host pays?",
    "Ketentuan tunggakan siapa yang berlaku bagi peserta magang dan lainnya, yang iurannya dibayar penyelenggara?",
    (
        Option(
            "self_employed",
            "That of the self-employed, among whom the law counts them.",
            "Ketentuan peserta bukan penerima upah, karena termasuk di dalamnya.",
            Grade.A,
            "Elucidation of PP 44/2015 art. 5(3)c as of PP 49/2023; by reading before 2023-10-06.",
        ),
        Option(
            "employer",
            "That of employers: it is the host who pays.",
            "Ketentuan pemberi kerja: penyelenggara yang membayar.",
            Grade.M,
            "By reading: arts 38 and 41 punish who owes the money.",
        ),
    ),
    (PP_49_2023.at("elucidation 5(3)c"), PP_44_2015.at("39"), PP_44_2015.at("42")),
)

STATE_AS_EMPLOYER = Reading(
    "state_as_employer",
    "Does a state body that enrolled its staff late or not at all owe benefits as other employers do?",
    "Apakah penyelenggara negara yang tidak mendaftarkan pegawainya menanggung manfaat seperti pemberi kerja lain?",
    (
        Option(
            "like_others",
            "Yes, as other employers.",
            "Ya, seperti pemberi kerja lain.",
            Grade.M,
            "By analogy: since PP 49/2023 art. 2(3) its staff belong to the scheme, and no other rule was made.",
        ),
        Option(
            "not_liable",
            "No: the articles speak of employers other than the state.",
            "Tidak: pasal-pasalnya menyebut pemberi kerja selain penyelenggara negara.",
            Grade.A,
            "PP 44/2015 arts 27, 35, 38 and 41 by their words; the fund then pays arrears or not.",
        ),
    ),
    (PP_44_2015.at("27(1)"), PP_44_2015.at("35(1)"), PP_44_2015.at("41"), PP_49_2023.at("2(3)")),
)

WAITING_SCOPE = Reading(
    "waiting_scope",
    "Whose death in the first three months of membership pays the funeral cost alone?",
    "Kematian peserta siapa dalam tiga bulan pertama kepesertaan hanya menerima biaya pemakaman?",
    (
        Option(
            "self_employed",
            "That of the self-employed, trainees among them.",
            "Peserta bukan penerima upah, termasuk peserta magang dan sejenisnya.",
            Grade.C,
            "The branch at Meulaboh (2025-08-05) and the manpower office of Sumenep (2025-11-14) name them alone.",
        ),
        Option(
            "everybody",
            "That of any participant.",
            "Semua peserta.",
            Grade.C,
            "The branch heads of Palu (2025-07-23) and Pati (2025-09-22) speak of participants.",
        ),
    ),
    (PERMENAKER_1_2025.at("whole", Grade.B, "branch heads and a manpower office, 2025"),),
)

WAITING_MONTHS_COUNT = Reading(
    "waiting_months_count",
    "When are the first three months of membership over?",
    "Kapan tiga bulan pertama kepesertaan terlampaui?",
    (
        Option(
            "from_the_day",
            "Three months after the day of registration.",
            "Tiga bulan sejak tanggal pendaftaran.",
            Grade.C,
            "Meulaboh: less than three months.",
        ),
        Option(
            "calendar_months",
            "With the third calendar month, that of registration counting as the first.",
            "Pada akhir bulan kalender ketiga, bulan pendaftaran dihitung sebagai bulan pertama.",
            Grade.C,
            "Palu: first to third month.",
        ),
        Option(
            "paid_months",
            "Once three months are paid.",
            "Setelah tiga bulan iuran dibayar.",
            Grade.M,
            "No source: the text of Permenaker 1/2025 was not read.",
        ),
    ),
    (PERMENAKER_1_2025.at("whole", Grade.B, "branch heads and a manpower office, 2025"),),
)

WAITING_AFTER_RETURN = Reading(
    "waiting_after_return",
    "Does a membership that begins again after it had ended begin the three months again?",
    "Apakah kepesertaan yang dimulai kembali memulai lagi masa tiga bulan?",
    (
        Option(
            "anew",
            "Yes: they run from the new registration.",
            "Ya: dihitung dari pendaftaran baru.",
            Grade.M,
            "By inference: a membership ended by arrears is a new one when it begins again.",
        ),
        Option(
            "once",
            "No: they ran once, from the first registration.",
            "Tidak: cukup sekali, sejak pendaftaran pertama.",
            Grade.M,
            "No source.",
        ),
    ),
    (PERMENAKER_1_2025.at("whole", Grade.B, "branch heads and a manpower office, 2025"),),
)

SEVERAL_MEMBERSHIPS = Reading(
    "several_memberships",
    "How often does JKM pay for a member with several memberships who dies from 24 February 2025 on?",
    "Berapa kali JKM dibayar bagi peserta dengan beberapa kepesertaan yang meninggal sejak 24 Februari 2025?",
    (
        Option(
            "not_known",
            "Once for certain; whether for each membership is not known.",
            "Pasti satu kali; untuk setiap kepesertaan belum diketahui.",
            Grade.C,
            "Permenaker 1/2025 has a new provision on workers with several employers (the minister, 2025-03-09); its "
            "content could not be read.",
        ),
        Option(
            "each",
            "For each membership, as before.",
            "Untuk setiap kepesertaan, seperti sebelumnya.",
            Grade.C,
            "Every employer must enrol (art. 15(3)); paid so at Desa Kurau (2023-07-14) and Klaten (2024-02-15).",
        ),
        Option(
            "once",
            "Once.",
            "Satu kali.",
            Grade.M,
            "By reading: art. 34 gives the sums for a participant.",
        ),
    ),
    (PP_44_2015.at("15(3)"), PP_82_2019.at("34(1)"), PERMENAKER_1_2025.at("whole", Grade.C, "press, 2025-03-09")),
)

AGE_AT_REGISTRATION = Reading(
    "age_at_registration",
    "Is somebody covered who had reached 65 when registered as self-employed?",
    "Apakah peserta bukan penerima upah yang berusia 65 tahun atau lebih saat mendaftar dilindungi JKM?",
    (
        Option(
            "not_covered",
            "No: who registers must be younger; who did so in time stays covered for life.",
            "Tidak: pendaftar harus lebih muda; yang mendaftar tepat waktu tetap dilindungi.",
            Grade.M,
            "The agency's manual of 2022, p. 59, has a limit; the figure of Permenaker 5/2021 is remembered.",
        ),
        Option(
            "covered",
            "Yes: art. 34 knows no age.",
            "Ya: Pasal 34 tidak mengenal batas usia.",
            Grade.A,
            "PP 44/2015 art. 34 by silence.",
        ),
    ),
    (PERMENAKER_5_2021.at("whole", Grade.M), MANUAL_2022.at("whole", Grade.A_MANUAL, "p. 59"), PP_44_2015.at("34(1)")),
)

START_OF_PAYMENT_DAYS = Reading(
    "start_of_payment_days",
    "From when do the three working days run in which JKM must be paid?",
    "Sejak kapan tiga hari kerja pembayaran JKM dihitung?",
    (
        Option(
            "received",
            "From receipt of the application with its papers.",
            "Sejak permohonan dengan lampirannya diterima.",
            Grade.A,
            "PP 44/2015 art. 40(3).",
        ),
        Option(
            "approved",
            "From receipt and approval of the claim.",
            "Sejak klaim diterima dan disetujui.",
            Grade.A,
            "UU 40/2004 art. 45(1).",
        ),
    ),
    (PP_44_2015.at("40(3)"), UU_40_2004.at("45(1)")),
)

ALL = (
    ARREARS_IN_A_ROW,
    ARREARS_OF_TRAINEES,
    STATE_AS_EMPLOYER,
    WAITING_SCOPE,
    WAITING_MONTHS_COUNT,
    WAITING_AFTER_RETURN,
    SEVERAL_MEMBERSHIPS,
    AGE_AT_REGISTRATION,
    START_OF_PAYMENT_DAYS,
)
