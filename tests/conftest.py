"""Settings that every test shares."""

import os

from hypothesis import settings

# Where a run decides whether a change lands, it must not depend on chance; elsewhere every run looks further.
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("free", deadline=None)
settings.load_profile("fixed" if os.environ.get("CI") else "free")
