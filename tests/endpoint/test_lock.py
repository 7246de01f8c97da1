"""A save that another program does not let go of: the client is told whose it is, and later it goes on."""

import os
import re
from pathlib import Path

from tests.endpoint.serving import NOW, serving
from tutor.account import ClockMode, Save
from tutor.account.lock import SaveLock


def test_a_lock_that_is_not_released_is_reported_with_its_holder(tmp_path: Path) -> None:
    save = Save.create(tmp_path / "mine", seed=bytes(32), clock=lambda: NOW)
    save.begin(mode=ClockMode.WALL)
    other = SaveLock(tmp_path / "mine" / "lock")
    with serving(save) as client:
        with other.held():
            refused = client.ask("Action=CreateUser&UserName=kim")
        assert refused.status == 503
        assert "ServiceUnavailable" in refused.text
        assert "The save mine is in use by another program" in refused.text
        assert f"pid {os.getpid()}" in refused.text
        assert re.search(r"since 20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", refused.text)
        assert client.ask("Action=CreateUser&UserName=kim").status == 200
