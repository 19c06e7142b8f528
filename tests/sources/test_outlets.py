"""The table of outlets: it is what it says, and look-ups find neither too much nor too little."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from crosswire.claims.countries import load_countries
from crosswire.model import Outlet
from crosswire.sources.outlets import Outlets, load_outlets

HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}")


@pytest.fixture(scope="module")
def outlets() -> Outlets:
    return load_outlets()


def test_there_are_enough_and_each_stands_once(outlets: Outlets) -> None:
    assert len(outlets.all) >= 300
    assert len({outlet.name for outlet in outlets.all}) == len(outlets.all)
    assert not [d for d, n in Counter(d for o in outlets.all for d in set(o.domains)).items() if n > 1]


def test_country_codes_are_iso(outlets: Outlets) -> None:
    known = {country.code for country in load_countries().all}
    assert {outlet.country for outlet in outlets.all} - known == {None}


def test_domains_are_hosts_and_feeds_are_theirs(outlets: Outlets) -> None:
    for outlet in outlets.all:
        assert outlet.domains, outlet.name
        for domain in outlet.domains:
            assert HOST.fullmatch(domain), domain
            assert not domain.startswith("www."), domain
        for feed in outlet.feeds:
            host = feed.removeprefix("https://").partition("/")[0]
            assert feed.startswith("https://"), feed
            assert HOST.fullmatch(host), feed


def test_names_are_written_cleanly(outlets: Outlets) -> None:
    for outlet in outlets.all:
        for name in (outlet.name, outlet.owner or "-", *outlet.aliases):
            assert name == name.strip(), outlet.name
            assert name, outlet.name
            assert "  " not in name, outlet.name
        assert outlet.name not in outlet.aliases, outlet.name


def test_every_alias_leads_back(outlets: Outlets) -> None:
    for outlet in outlets.all:
        for name in (outlet.name, *outlet.aliases):
            assert outlets.by_name(name) is outlet, name
        for domain in outlet.domains:
            assert outlets.by_domain(domain) is outlet
            assert outlets.by_domain(f"www.{domain}") is outlet


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("AFP", "Agence France-Presse"),
        ("afp", "Agence France-Presse"),
        ("the new york times", "The New York Times"),
        ("New York Times", "The New York Times"),
        ("The  Guardian", "The Guardian"),
        ("L\u2019Express", "L'Express"),
        ("Yonhap", "Yonhap News Agency"),
        ("BBC", "BBC News"),
        ("TASS", "TASS"),
        ("KCNA", "KCNA"),
        ("Times", "The Times"),
        ("The York Times", None),
        ("New York", None),
        ("Guardian Angels", None),
        ("", None),
        ("the", None),
    ],
)
def test_by_name(outlets: Outlets, name: str, expected: str | None) -> None:
    found = outlets.by_name(name)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("www.bbc.co.uk", "BBC News"),
        ("bbc.com", "BBC News"),
        ("WWW.Reuters.COM", "Reuters"),
        ("news.sky.com", "Sky News"),
        ("sky.com", None),
        ("en.yna.co.kr", "Yonhap News Agency"),
        ("earthquake.usgs.gov:443", "USGS"),
        ("notbbc.com", None),
        ("bbc.com.evil.example", None),
        ("co.uk", None),
        ("kp.ru", "Komsomolskaya Pravda"),
        ("localhost", None),
        ("", None),
    ],
)
def test_by_domain(outlets: Outlets, host: str, expected: str | None) -> None:
    found = outlets.by_domain(host)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("name", "kind", "country", "state"),
    [
        ("Reuters", "agency", "GB", False),
        ("Xinhua", "agency", "CN", True),
        ("KCNA", "agency", "KP", True),
        ("Yonhap", "agency", "KR", False),
        ("BBC", "outlet", "GB", False),
        ("RT", "outlet", "RU", True),
        ("USGS", "official", "US", True),
        ("IAEA", "official", None, False),
    ],
)
def test_facts(outlets: Outlets, name: str, kind: str, country: str | None, state: bool) -> None:
    found = outlets.by_name(name)
    assert isinstance(found, Outlet)
    assert (found.kind, found.country, found.state) == (kind, country, state)
