"""The main job on real input: a city's batch of self-employed workers, and one factory worker.

Malang registered 25,808 vulnerable workers on 25 November 2025, at Rp16,800 a month for one year, out of its share of
the tobacco excise. Run it with ``python docs/examples/city_and_worker.py``.
"""

import jamsostek as js

WORKERS = 25_808


def year(first: str, last: str, sector: js.Sector, paid_by: js.PaidBy) -> js.Total:
    """What all of them cost from the first month to the last."""
    worker = js.SelfEmployed(income=1_000_000, sector=sector, paid_by=paid_by)
    return js.total(js.contributions(worker, month=month) for month in js.months(first, last)) * WORKERS


city = year("2025-12", "2026-11", js.Sector.TRANSPORT, js.PaidBy.REGIONAL_BUDGET)
riders = year("2026-01", "2026-12", js.Sector.TRANSPORT, js.PaidBy.SELF)
others = year("2026-01", "2026-12", js.Sector.OTHER, js.PaidBy.SELF)

print(f"{WORKERS:,} workers for a year")
print(f"  the city pays, from December 2025      Rp{city.total:>13,}")
print(f"  all in transport, paying themselves    Rp{riders.total:>13,}  in 2026, with the relief of PP 50/2025")
print(f"  all in other sectors, the same         Rp{others.total:>13,}")

worker = js.WageEarner(wage=12_000_000, risk_group=3)
february, march = (js.contributions(worker, month=month) for month in ("2026-02", "2026-03"))
print()
print("A factory worker with Rp12,000,000, before and after the JP ceiling of March 2026")
print(js.compare(february, march).explain())
