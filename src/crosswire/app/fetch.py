"""Addresses of pages -> what was fetched, with every guard that `sources.web` has."""

# ruff: noqa: PLC0415 - imported when they are first needed, see the package

from __future__ import annotations

from collections.abc import Sequence

from crosswire.errors import UnreadableInputError
from crosswire.model import Fetched, Given


def fetch_pages(
    urls: Sequence[str], private: bool = False, outlet: str | None = None
) -> list[Fetched | UnreadableInputError]:
    """Each page, or why it could not be had, in the order of the addresses. Blocks; call it from a thread.

    `private` allows addresses of the own network; `outlet` is whose pages they are.
    """
    import anyio

    return anyio.run(_fetch_all, list(dict.fromkeys(urls)), private, outlet)


async def _fetch_all(urls: Sequence[str], private: bool, outlet: str | None) -> list[Fetched | UnreadableInputError]:
    from crosswire.sources.web import Limits, open_fetcher

    out: list[Fetched | UnreadableInputError] = []
    async with open_fetcher(Limits(private=private)) as fetcher:
        for url in urls:
            try:
                answer = await fetcher.get(url)
            except UnreadableInputError as error:
                out.append(error)
            else:
                given = Given(url=answer.url, outlet=outlet)
                html = "html" in answer.media or answer.body.lstrip()[:1] == b"<"
                out.append(Fetched(answer.url, answer.body, "html" if html else "text", given))
    return out
