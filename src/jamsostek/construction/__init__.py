"""Construction projects (jasa konstruksi): JKK and JKM of their workers; PP 44/2015 arts 53-56.

>>> from jamsostek import construction
>>> [str(each.share) for each in construction.JKK_TIERS.rows[0].value][:2]
['21/10000', '17/10000']
"""

from .law import JKK_TIERS, JKM_TIERS, TABLES

__all__ = ["JKK_TIERS", "JKM_TIERS", "TABLES"]
