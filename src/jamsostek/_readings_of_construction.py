"""Open questions of law on construction projects: the value that counts, addenda, instalments, relief, wages, cover."""

from __future__ import annotations

from ._citations import Grade
from ._readings import Option, Reading
from .instruments import MANUAL_2022, PERMENAKER_44_2015, PP_14_1993, PP_44_2015, PP_49_2020

_LEFT_TO_MINISTER = PP_44_2015.at("56(2)")

VAT_IN_CONTRACT_VALUE = Reading(
    "vat_in_contract_value",
    "Does value-added tax count in the contract value that contributions of a project go by?",
    "Apakah PPN termasuk dalam nilai kontrak sebagai dasar iuran jasa konstruksi?",
    (
        Option(
            "taken_out",
            "No: it is taken out.",
            "Tidak: PPN dikeluarkan.",
            Grade.B,
            "Two independent calculators of 2026 divide by 1.11; a branch's figure of 2020-12-17 fits 1.10.",
        ),
        Option(
            "counts",
            "Yes: the contract value counts as it is written.",
            "Ya: nilai kontrak dihitung sebagaimana tertulis.",
            Grade.M,
            "By reading: arts 54(2) and 55(2) name the value of the contract and exclude nothing.",
        ),
    ),
    (PP_44_2015.at("54(2)"), PP_44_2015.at("55(2)"), _LEFT_TO_MINISTER),
)

ADDENDUM = Reading(
    "addendum",
    "What does an addendum that raises the contract value cost?",
    "Berapa iuran atas adendum yang menaikkan nilai kontrak?",
    (
        Option(
            "recompute",
            "The difference: the tiers are read on the new total.",
            "Selisihnya: lapisan dihitung atas nilai baru.",
            Grade.M,
            "By reading: there is one contract, whose data the branch corrects (manual of 2022, p. 100).",
        ),
        Option(
            "by_itself",
            "What a contract of its own value would cost.",
            "Seperti kontrak tersendiri sebesar nilai tambahannya.",
            Grade.M,
            "No source.",
        ),
    ),
    (_LEFT_TO_MINISTER, MANUAL_2022.at("whole", Grade.A_MANUAL, "p. 100")),
)

LOWERED_VALUE = Reading(
    "lowered_value",
    "Is anything given back where an addendum lowers the contract value?",
    "Apakah iuran dikembalikan bila adendum menurunkan nilai kontrak?",
    (
        Option("nothing", "No.", "Tidak.", Grade.M, "By reading: no article gives anything back."),
        Option("difference", "The difference.", "Selisihnya.", Grade.M, "By reading: as more is billed, less is too."),
    ),
    (_LEFT_TO_MINISTER,),
)

REMAINDER_OF_INSTALMENTS = Reading(
    "remainder_of_instalments",
    "Which instalment of a project takes the rupiah that do not divide?",
    "Tahap mana yang menanggung sisa pembagian iuran proyek?",
    (
        Option("last", "The last one.", "Tahap terakhir.", Grade.M, "Library convention, not law."),
        Option("first", "The first one.", "Tahap pertama.", Grade.M, "No source."),
    ),
    (_LEFT_TO_MINISTER,),
)

ROUNDING_OF_WAGE_LIST = Reading(
    "rounding_of_wage_list",
    "What is rounded to whole rupiah where a project goes by its wage list?",
    "Apa yang dibulatkan bila iuran proyek dihitung dari daftar upah?",
    (
        Option(
            "each_worker",
            "Each worker's contribution of a month.",
            "Iuran setiap pekerja per bulan.",
            Grade.M,
            "By reading: the share is one of the worker's wage of a month.",
        ),
        Option("whole_list", "The sum of the list.", "Jumlah seluruh daftar.", Grade.M, "No source."),
    ),
    (PP_44_2015.at("54(1)"), PP_44_2015.at("55(1)")),
)

COVID_RELIEF_OF_NEW_PROJECTS = Reading(
    "covid_relief_of_new_projects",
    "Did projects registered from August 2020 on have the relief of 2020?",
    "Apakah proyek yang didaftarkan sejak Agustus 2020 mendapat keringanan iuran 2020?",
    (
        Option(
            "full",
            "No: they paid in full.",
            "Tidak: dibayar penuh.",
            Grade.C,
            "A branch head on 2020-12-17 told the full tariff for a new project of 50 million.",
        ),
        Option(
            "one_percent",
            "Yes: one per cent of what was paid in the window.",
            "Ya: satu persen dari yang dibayar selama masa keringanan.",
            Grade.M,
            "No source; press clippings break off at this case.",
        ),
    ),
    (PP_49_2020.at("12", Grade.A, "read in part"),),
)

DAYS_OF_PROJECT_WAGE = Reading(
    "days_of_project_wage",
    "How many days make the daily wage of a project's worker a monthly one, where no wage was listed?",
    "Berapa hari pengali upah harian pekerja proyek yang upahnya tidak tercantum?",
    (
        Option(
            "by_law",
            "Those of the law in force.",
            "Menurut ketentuan yang berlaku.",
            Grade.A,
            "PP 44/2015 art. 19(3) has 25, for every wage that is paid by the day.",
        ),
        Option(
            "of_1993",
            "Those of the law until June 2015.",
            "Menurut ketentuan sampai Juni 2015.",
            Grade.C,
            "Directors of the agency reckoned with 30 after fatal accidents of 2016 to 2018 (press, two cases).",
        ),
    ),
    (_LEFT_TO_MINISTER, PP_44_2015.at("19(3)"), PP_14_1993.at("1")),
)

FLOOR_OF_PROJECT_WAGE = Reading(
    "floor_of_project_wage",
    "Is the wage that is found for a project's worker lifted to the minimum wage?",
    "Apakah upah pekerja proyek yang ditetapkan dinaikkan ke upah minimum?",
    (
        Option("none", "No.", "Tidak.", Grade.M, "By reading: left to the minister, whose rule was not read."),
        Option(
            "minimum_wage",
            "Yes.",
            "Ya.",
            Grade.M,
            "By reading: for contributions the manual of 2022 (p. 15) counts no wage below the minimum wage.",
        ),
    ),
    (_LEFT_TO_MINISTER,),
)

MAINTENANCE_COVER = Reading(
    "maintenance_cover",
    "Are workers covered in the maintenance period that the contract names?",
    "Apakah pekerja terlindungi selama masa pemeliharaan yang disebut dalam kontrak?",
    (
        Option("covered", "Yes.", "Ya.", Grade.C, "The head of a branch, press of 2018."),
        Option(
            "ends_with_work",
            "No: cover ends with the execution of the work.",
            "Tidak: perlindungan berakhir dengan masa pelaksanaan.",
            Grade.M,
            "By reading: no regulation read so far names the maintenance period.",
        ),
    ),
    (_LEFT_TO_MINISTER,),
)

OWN_MANAGED_WORKS = Reading(
    "own_managed_works",
    "Do works that a state body or a village carries out itself (swakelola) pay as projects?",
    "Apakah pekerjaan swakelola pemerintah atau desa membayar iuran jasa konstruksi?",
    (
        Option(
            "as_projects",
            "Yes, by the same table.",
            "Ya, dengan tabel yang sama.",
            Grade.M,
            "By reading: the minister counts the client among the employers of a project.",
        ),
        Option(
            "outside",
            "No: the chapter binds employers other than the state.",
            "Tidak: bab ini mengikat pemberi kerja selain penyelenggara negara.",
            Grade.A,
            "PP 44/2015 art. 53, by its words.",
        ),
    ),
    (PP_44_2015.at("53"), PERMENAKER_44_2015.at("2(2)")),
)

FINE_ON_PROJECTS = Reading(
    "fine_on_projects",
    "Is a late fine owed on contributions that go by the contract value?",
    "Apakah denda dikenakan atas keterlambatan iuran yang dihitung dari nilai kontrak?",
    (
        Option(
            "none",
            "No.",
            "Tidak.",
            Grade.M,
            "By reading: the fine goes with contributions that are owed every month (art. 21(2)).",
        ),
        Option(
            "as_monthly",
            "Yes, as on monthly contributions.",
            "Ya, seperti iuran bulanan.",
            Grade.M,
            "By reading: art. 22(1) speaks of contributions of employers without naming a chapter.",
        ),
    ),
    (PP_44_2015.at("22(1)"), _LEFT_TO_MINISTER),
)

ALL = (
    VAT_IN_CONTRACT_VALUE,
    ADDENDUM,
    LOWERED_VALUE,
    REMAINDER_OF_INSTALMENTS,
    ROUNDING_OF_WAGE_LIST,
    COVID_RELIEF_OF_NEW_PROJECTS,
    DAYS_OF_PROJECT_WAGE,
    FLOOR_OF_PROJECT_WAGE,
    MAINTENANCE_COVER,
    OWN_MANAGED_WORKS,
    FINE_ON_PROJECTS,
)
