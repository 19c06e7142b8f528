"""What all tests of this step share."""

from __future__ import annotations

import pytest

from crosswire.reports.rules import Rules, load_rules


@pytest.fixture(scope="session")
def rules() -> Rules:
    return load_rules()
