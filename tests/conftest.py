"""What every test runs under."""

from hypothesis import HealthCheck, settings
from tests.docs.severities import hold_findings_to_the_page

# A shared machine may be slow for seconds at a time: how long an example takes says nothing.
settings.register_profile("tpxl", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tpxl")

hold_findings_to_the_page()
