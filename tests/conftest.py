"""For all tests: no clock in property tests, and no noise of DuckDB's binding at the interpreter's end."""

from hypothesis import settings

from flows.quiet_exit import exit_quietly

settings.register_profile("no clock", deadline=None)
settings.load_profile("no clock")
exit_quietly()
