"""A served store for the tests of this folder."""

from tests.served import client, copy, kept, knowledge, site

__all__ = ["client", "copy", "kept", "knowledge", "site"]
