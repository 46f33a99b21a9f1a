"""Settings for the whole suite."""

from __future__ import annotations

import os
import tempfile

from hypothesis import settings

# What a run of the tests remembers is its own, and gone with it.
_cache = tempfile.TemporaryDirectory(prefix="docmodels-tests-")
os.environ["XDG_CACHE_HOME"] = _cache.name

# CI must give the same verdict twice; everywhere else each run looks at new examples.
settings.register_profile("local", max_examples=100, deadline=None)
settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")
