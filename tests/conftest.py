"""For every test: nothing leaves the machine, no AWS setting is seen, no clock and no dice decide."""

import os

from hypothesis import settings

from tests.conftest_network import install

install()

for name in [name for name in os.environ if name.startswith("AWS_")]:
    del os.environ[name]

settings.register_profile("tutor", deadline=None, derandomize=True)
settings.load_profile("tutor")
