"""Settings that every test shares."""

import os
import tempfile
from pathlib import Path

from hypothesis import settings

from witnessmark.web.setup import Room, configure

# Where a run decides whether a change lands, it must not depend on chance; elsewhere every run looks further.
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("free", deadline=None)
settings.load_profile("fixed" if os.environ.get("CI") else "free")

# Django is configured once in a process: for the review room, which has all the store needs. That the store
# stands without the room is shown by the tests that run the command line tool for real.
configure(Room((Path(tempfile.mkdtemp(prefix="witnessmark-room-")),)))
