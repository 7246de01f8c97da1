"""The catalogue's file is what the pinned package makes; needs the extra `catalogue`."""

from importlib.metadata import version

import pytest

from tutor.policy.catalogue import CATALOGUE_FILE, Catalogue
from tutor.policy.catalogue.build import SOURCE, catalogue_text


@pytest.mark.long
def test_the_file_is_up_to_date() -> None:
    assert Catalogue.open().source == f"{SOURCE} {version(SOURCE)}"
    assert CATALOGUE_FILE.read_text(encoding="utf-8") == catalogue_text()
