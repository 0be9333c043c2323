"""Properties are no timed tests: a busy machine must not fail them."""

from hypothesis import settings

settings.register_profile("untimed", parent=settings(), deadline=None)
settings.load_profile("untimed")
