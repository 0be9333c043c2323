"""Settings of all tests: time is measured in benchmarks, never in a test."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
