"""Open questions of law on work accidents: which version, which percentage, which wage, when a claim lapses."""

from __future__ import annotations

from ._citations import Grade
from ._readings import Option, Reading
from .instruments import (
    PERMENAKER_1_2025,
    PERMENAKER_5_2021,
    PERPRES_7_2019,
    PP_44_2015,
    PP_53_2012,
    PP_82_2019,
)

VERSION_OF_BENEFITS = Reading(
    "version_of_benefits",
    "Which day chooses the version of JKK benefits?",
    "Tanggal mana yang menentukan versi manfaat JKK?",
    (
        Option(
            "accident",
            "That of the accident, or of the diagnosis.",
            "Tanggal kecelakaan, atau tanggal diagnosis.",
            Grade.C,
            "Arts 26 and 32(1) count from the accident; the agency applies the five years of PP 82/2019 to accidents "
            "since 2 December 2019 (press of 2021-11-24).",
        ),
        Option(
            "finding",
            "That of the death, or of the doctor's finding of a disability.",
            "Tanggal meninggal dunia, atau tanggal penetapan cacat oleh dokter.",
            Grade.M,
            "By reading: PP 82/2019 has no transitional clause.",
        ),
    ),
    (PP_82_2019.at("whole"),),
)

INCAPACITY_ACROSS_VERSIONS = Reading(
    "incapacity_across_versions",
    "Which version governs a temporary incapacity that goes on past 2 December 2019?",
    "Versi mana yang berlaku bagi keadaan tidak mampu bekerja yang melewati 2 Desember 2019?",
    (
        Option(
            "accident",
            "That of the accident, to its end.",
            "Versi pada saat kecelakaan, sampai selesai.",
            Grade.M,
            "By reading: as every other benefit of the accident.",
        ),
        Option(
            "each_month",
            "For each month of incapacity that of its first day.",
            "Untuk setiap bulan versi pada hari pertamanya.",
            Grade.M,
            "By reading: PP 82/2019 has no transitional clause.",
        ),
    ),
    (PP_82_2019.at("whole"),),
)

PART_MONTH_OF_INCAPACITY = Reading(
    "part_month_of_incapacity",
    "What is paid for a part of a month of temporary incapacity?",
    "Berapa santunan sementara tidak mampu bekerja untuk sebagian bulan?",
    (
        Option(
            "days_of_30",
            "Calendar days, each a thirtieth of the month.",
            "Hari kalender, masing-masing sepertiga puluh bulan.",
            Grade.M,
            "No text of 1993 to 2019 has a divisor; the library's convention.",
        ),
        Option(
            "days_of_25",
            "Days, each a twenty-fifth of the month, at most the whole.",
            "Hari, masing-masing seperdua puluh lima bulan, paling banyak satu bulan.",
            Grade.M,
            "By reading: art. 19(3) makes 25 daily wages a month.",
        ),
        Option("whole_months", "Nothing.", "Tidak ada.", Grade.M, "By reading: the steps are of months."),
    ),
    (PP_44_2015.at("25(2)b"), PP_44_2015.at("19(3)")),
)

SEVERAL_LOSSES = Reading(
    "several_losses",
    "How do the percentages of several losses of one accident go together?",
    "Bagaimana persentase beberapa cacat akibat satu kecelakaan digabungkan?",
    (
        Option(
            "added_up_to_total",
            "They are added, up to the percentage of total disability.",
            "Dijumlahkan, paling banyak sebesar cacat total tetap.",
            Grade.M,
            "Remembered; no article and no annex of 2005 to 2012 has a rule.",
        ),
        Option("added", "They are added.", "Dijumlahkan.", Grade.M, "By reading: each row stands for itself."),
        Option("highest", "The highest alone.", "Hanya yang tertinggi.", Grade.M, "No source."),
    ),
    (PP_44_2015.at("25(5)"), PP_53_2012.at("annex II")),
)

LEFT_HANDED = Reading(
    "left_handed",
    "Are the percentages of right and left swapped for left-handed people?",
    "Apakah persentase kanan dan kiri ditukar bagi orang kidal?",
    (
        Option("swapped", "Yes.", "Ya.", Grade.C, "One secondary source of 2026 built from the annexes."),
        Option(
            "as_printed",
            "No.",
            "Tidak.",
            Grade.A_PRE,
            "The annexes of 2005 to 2012 have no such note.",
        ),
    ),
    (PP_44_2015.at("annex III"), PP_53_2012.at("annex II")),
)

PART_OF_A_STEP = Reading(
    "part_of_a_step",
    "What is a loss worth that is not a full step of 10 decibels or 10 percent?",
    "Berapa nilai kehilangan yang kurang dari satu langkah 10 desibel atau 10 persen?",
    (
        Option(
            "whole_steps",
            "Only full steps count.",
            "Hanya langkah penuh yang dihitung.",
            Grade.M,
            "By reading: for every 10 (setiap 10).",
        ),
        Option("in_proportion", "Its part of the step.", "Sebanding.", Grade.M, "By reading: so much for each 10."),
    ),
    (PP_44_2015.at("annex III"), PP_53_2012.at("annex II")),
)

REDUCED_HEARING = Reading(
    "reduced_hearing",
    "Can reduced hearing be worth more than its loss?",
    "Dapatkah penurunan daya dengar bernilai lebih dari kehilangan pendengaran?",
    (
        Option(
            "up_to_loss",
            "No: up to the row for the loss of hearing.",
            "Tidak: paling banyak sebesar kehilangan pendengaran.",
            Grade.M,
            "By reading: the part is not more than the whole.",
        ),
        Option("without_limit", "Yes: the row knows no limit.", "Ya: tidak ada batas.", Grade.A_PRE, "As printed."),
    ),
    (PP_44_2015.at("annex III"), PP_53_2012.at("annex II")),
)

CAPACITY_BETWEEN_CLASSES = Reading(
    "capacity_between_classes",
    "Which class takes a loss of physical work capacity between two classes, such as 50.5 percent?",
    "Kelas mana berlaku bagi kehilangan kemampuan kerja fisik di antara dua kelas, misalnya 50,5 persen?",
    (
        Option("lower_class", "The lower one.", "Yang lebih rendah.", Grade.M, "The library's convention."),
        Option("upper_class", "The upper one.", "Yang lebih tinggi.", Grade.M, "No source."),
    ),
    (PP_44_2015.at("annex III"), PP_53_2012.at("annex II")),
)

CAP_OF_AIDS = Reading(
    "cap_of_aids",
    "Does the cap on dentures, hearing aids and glasses hold for the accident or for each piece?",
    "Apakah batas gigi tiruan, alat bantu dengar, dan kacamata berlaku per kasus atau per alat?",
    (
        Option("per_case", "For the accident.", "Per kasus.", Grade.M, "As aids to walk and grasp, once per case."),
        Option("per_piece", "For each piece.", "Per alat.", Grade.M, "No source."),
    ),
    (PP_44_2015.at("25(2)b"), PP_82_2019.at("25(2)b")),
)

EXPIRY_ACROSS_VERSIONS = Reading(
    "expiry_across_versions",
    "Did a claim that had not lapsed on 2 December 2019 get the five years of PP 82/2019?",
    "Apakah hak yang belum gugur pada 2 Desember 2019 mendapat jangka waktu lima tahun?",
    (
        Option(
            "accident",
            "No: two years for accidents before that day.",
            "Tidak: dua tahun bagi kecelakaan sebelum tanggal itu.",
            Grade.C,
            "The agency applies the five years to accidents since 2 December 2019 (press of 2021-11-24).",
        ),
        Option(
            "running",
            "Yes.",
            "Ya.",
            Grade.M,
            "By reading: no transitional clause, and the right still stood.",
        ),
    ),
    (PP_44_2015.at("26"), PP_82_2019.at("26")),
)

EXPIRY_OF_DISEASES_BEFORE_2019 = Reading(
    "expiry_of_diseases_before_2019",
    "From when did the claim for an occupational disease lapse before 2 December 2019?",
    "Sejak kapan hak atas manfaat penyakit akibat kerja gugur sebelum 2 Desember 2019?",
    (
        Option(
            "diagnosis",
            "From the diagnosis.",
            "Sejak didiagnosis.",
            Grade.A,
            "By reading: art. 1 counts the disease among work accidents; art. 43(2) counts from the diagnosis.",
        ),
        Option(
            "not_named",
            "It did not lapse: art. 26 of 2015 names the accident alone.",
            "Tidak gugur: Pasal 26 tahun 2015 hanya menyebut kecelakaan.",
            Grade.A,
            "By reading: art. 26 of 2015.",
        ),
    ),
    (PP_44_2015.at("26"), PP_44_2015.at("1")),
)

EXPIRY_DAY = Reading(
    "expiry_day",
    "Which is the last day to claim?",
    "Hari apa yang terakhir untuk menuntut manfaat?",
    (
        Option(
            "anniversary",
            "The same day of the last year: after it the years have passed.",
            "Tanggal yang sama pada tahun terakhir: sesudahnya jangka waktu telah lewat.",
            Grade.A,
            "By reading: lapses when the years have passed (telah lewat waktu).",
        ),
        Option(
            "day_before",
            "The day before it.",
            "Sehari sebelumnya.",
            Grade.M,
            "By reading: the day of the accident counts as the first.",
        ),
    ),
    (PP_44_2015.at("26"), PP_82_2019.at("26")),
)

DISEASE_AFTER_EMPLOYMENT = Reading(
    "disease_after_employment",
    "What must happen within three years after the employment: that the disease arises, or that it is diagnosed?",
    "Apa yang harus terjadi dalam tiga tahun sesudah hubungan kerja berakhir: penyakit timbul atau didiagnosis?",
    (
        Option("arises", "It arises.", "Timbul.", Grade.A, "PP 44/2015 art. 48(2)."),
        Option(
            "diagnosed",
            "It is diagnosed.",
            "Didiagnosis.",
            Grade.C,
            "Perpres 7/2019 art. 2 as told by the press of 2019-02-26.",
        ),
    ),
    (PP_44_2015.at("48(2)"), PERPRES_7_2019.at("2", Grade.C)),
)

VIOLENCE_BEFORE_2025 = Reading(
    "violence_before_2025",
    "Was violence at work a work accident before Permenaker 1/2025 named it?",
    "Apakah kekerasan di tempat kerja termasuk kecelakaan kerja sebelum disebut dalam Permenaker 1/2025?",
    (
        Option(
            "as_accident",
            "Yes: an external force at work.",
            "Ya: ruda paksa di tempat kerja.",
            Grade.M,
            "By reading: PP 44/2015 art. 1 names no intent; robbed workers were paid for, as remembered.",
        ),
        Option(
            "not_covered",
            "No: it was added in 2025.",
            "Tidak: baru ditambahkan tahun 2025.",
            Grade.M,
            "By reading: what is added was not there.",
        ),
    ),
    (PP_44_2015.at("1"), PERMENAKER_5_2021.at("whole", Grade.C), PERMENAKER_1_2025.at("whole", Grade.B)),
)

WAGE_OF_SEVERAL_EMPLOYERS = Reading(
    "wage_of_several_employers",
    "Which wage counts for an accident of somebody with several jobs?",
    "Upah mana yang dihitung bagi pekerja yang bekerja pada beberapa pemberi kerja?",
    (
        Option(
            "that_job",
            "That of the job in which the accident happened.",
            "Upah pada pekerjaan tempat kecelakaan terjadi.",
            Grade.M,
            "By reading: each employer enrols for his own wage (art. 15(3)); the law does not say.",
        ),
        Option("all_jobs", "That of all jobs together.", "Jumlah semua upah.", Grade.M, "No source."),
    ),
    (PP_44_2015.at("15(3)"), PP_44_2015.at("32(1)")),
)

PERIODIC_WITHOUT_HEIRS = Reading(
    "periodic_without_heirs",
    "What becomes of the periodic benefit of JKK where a member leaves no heirs and no will?",
    "Ke mana santunan berkala JKK bila tidak ada ahli waris dan wasiat?",
    (
        Option(
            "fund",
            "It goes to the social security fund, as the death sum.",
            "Ke Dana Jaminan Sosial, seperti santunan kematian.",
            Grade.A,
            "By analogy: art. 40(2)b.5 says so of JKM; art. 37(5)b.5 names the death sum alone.",
        ),
        Option("not_paid", "It is not paid.", "Tidak dibayar.", Grade.M, "By reading: art. 37(5)b.5 does not name it."),
    ),
    (PP_44_2015.at("37(5)b"), PP_44_2015.at("40(2)b")),
)

BENEFIT_ROUNDING = Reading(
    "benefit_rounding",
    "How does a benefit become whole rupiah?",
    "Bagaimana manfaat dibulatkan ke rupiah penuh?",
    (
        Option(
            "half_up",
            "To the nearest rupiah, halves up, for each benefit.",
            "Ke rupiah terdekat, setengah ke atas, per manfaat.",
            Grade.M,
            "No rule was found; as contributions.",
        ),
        Option("down", "Down to the full rupiah.", "Ke bawah ke rupiah penuh.", Grade.M, "No source."),
        Option("up", "Up to the full rupiah.", "Ke atas ke rupiah penuh.", Grade.M, "No source."),
    ),
    (PP_44_2015.at("25(2)b"),),
)

ALL = (
    VERSION_OF_BENEFITS,
    INCAPACITY_ACROSS_VERSIONS,
    PART_MONTH_OF_INCAPACITY,
    SEVERAL_LOSSES,
    LEFT_HANDED,
    PART_OF_A_STEP,
    REDUCED_HEARING,
    CAPACITY_BETWEEN_CLASSES,
    CAP_OF_AIDS,
    EXPIRY_ACROSS_VERSIONS,
    EXPIRY_OF_DISEASES_BEFORE_2019,
    EXPIRY_DAY,
    DISEASE_AFTER_EMPLOYMENT,
    VIOLENCE_BEFORE_2025,
    WAGE_OF_SEVERAL_EMPLOYERS,
    PERIODIC_WITHOUT_HEIRS,
    BENEFIT_ROUNDING,
)
