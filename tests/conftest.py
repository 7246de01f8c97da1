"""What holds for every test: no packet leaves the machine, and no AWS setting of the tester is seen."""

import os

from tests.conftest_network import install

install()

for name in [name for name in os.environ if name.startswith("AWS_")]:
    del os.environ[name]
