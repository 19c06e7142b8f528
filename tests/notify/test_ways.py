"""The ways out, each to a real receiver on loopback."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import anyio
import pytest
from aiosmtpd.controller import Controller
from standardwebhooks import Webhook

from crosswire.model import Destination
from crosswire.notify.contract import NotSentError, Outgoing
from crosswire.notify.log import LogNotifier
from crosswire.notify.mail import MailNotifier, Server
from crosswire.notify.webhook import Answered, WebhookNotifier, usable
from crosswire.sources.web import Limits, open_fetcher

MESSAGE = Outgoing("delivery-1", "[confirmed] Quake\nBcc: x@y.example", "the text ÄÖ", "<p>the text ÄÖ</p>", '{"a": 1}')


@dataclass
class Receiver:
    """A webhook receiver that looks at keys: what it got, and what it saw for the first time."""

    url: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    @property
    def seen(self) -> set[str]:
        """The keys it ever got."""
        return {headers["webhook-id"] for headers, _ in self.got}


@contextmanager
def receiver(status: int = 200, **headers: str) -> Iterator[Receiver]:
    told = Receiver(status=status, headers=headers)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            told.got.append(({k.lower(): v for k, v in self.headers.items()}, body))
            self.send_response(told.status)
            for name, value in told.headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{server.server_address[1]}/hook"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()


def post_to(to: Destination, private: bool = True, secrets: Mapping[str, str] | None = None) -> None:
    async def run() -> None:
        async with open_fetcher(Limits(seconds=2.0, private=private)) as fetcher:

            async def post(url: str, headers: Mapping[str, str], body: bytes) -> Answered:
                answer = await fetcher.post(url, headers, body)
                wait = answer.headers.get("retry-after")
                return Answered(answer.status, float(wait) if wait else None)

            await WebhookNotifier(post, (secrets or {}).get).send(to, MESSAGE)

    anyio.run(run)


@pytest.mark.parametrize("secret", ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "just words", "pässword"])
def test_a_webhook_is_signed_as_the_standard_says(secret: str) -> None:
    with receiver() as hook:
        post_to(Destination("webhook", hook.url, "S"), secrets={"S": secret})
        headers, body = hook.got[0]
    assert headers["webhook-id"] == "delivery-1"
    assert Webhook(usable(secret)).verify(body, headers) == {"a": 1}
    with pytest.raises(Exception, match="signature"):
        Webhook(usable(secret)).verify(body + b" ", headers)


def test_a_webhook_without_a_secret_has_its_key() -> None:
    with receiver() as hook:
        post_to(Destination("webhook", hook.url))
    assert hook.got[0][0]["webhook-id"] == "delivery-1"
    assert "webhook-signature" not in hook.got[0][0]
    assert json.loads(hook.got[0][1]) == {"a": 1}


@pytest.mark.parametrize(("status", "passing"), [(500, True), (429, True), (400, True), (404, False), (410, False)])
def test_what_a_webhook_answers(status: int, passing: bool) -> None:
    with receiver(status, Retry_After="60") as hook, pytest.raises(NotSentError, match=str(status)) as caught:
        post_to(Destination("webhook", hook.url))
    assert (caught.value.passing, caught.value.wait) == (passing, 60)


def test_a_webhook_in_the_own_network_is_refused_unless_allowed() -> None:
    with receiver() as hook:
        with pytest.raises(NotSentError, match="no public address") as caught:
            post_to(Destination("webhook", hook.url), private=False)
        assert not caught.value.passing
        assert not hook.got


def test_a_webhook_that_is_down_may_come_back() -> None:
    with pytest.raises(NotSentError) as caught:
        post_to(Destination("webhook", "http://127.0.0.1:9/hook"))
    assert caught.value.passing


def test_a_secret_that_is_not_set_is_told() -> None:
    with receiver() as hook, pytest.raises(NotSentError, match="'S' is not set"):
        post_to(Destination("webhook", hook.url, "S"))


# --- mail ---------------------------------------------------------------------------------------------------------


class Mailbox:
    """An SMTP server's handler: keeps what comes; refuses whom it is told to."""

    def __init__(self, refuse: str | None = None) -> None:
        self.refuse = refuse
        self.mails: list[EmailMessage] = []

    async def handle_RCPT(self, _: Any, __: Any, envelope: Any, address: str, ___: Any) -> str:  # noqa: N802 - theirs
        if self.refuse:
            return self.refuse
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _: Any, __: Any, envelope: Any) -> str:  # noqa: N802 - theirs
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 OK"


@contextmanager
def mail_server(box: Mailbox) -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield Server("127.0.0.1", port, "desk@crosswire.example")
    finally:
        controller.stop()


def test_a_mail_in_text_and_html() -> None:
    box = Mailbox()
    with mail_server(box) as server:
        anyio.run(MailNotifier(server).send, Destination("mail", "duty@line.example"), MESSAGE)
    (mail,) = box.mails
    assert mail["To"] == "duty@line.example"
    assert mail["Bcc"] is None, "a title adds no headers"
    assert mail["Message-ID"] == "<delivery-1@crosswire.example>"
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert html is not None
    assert text.get_content().strip() == "the text ÄÖ"
    assert "<p>the text ÄÖ</p>" in html.get_content()


@pytest.mark.parametrize(("answer", "passing"), [("550 no such user", False), ("451 try later", True)])
def test_a_mail_server_that_refuses(answer: str, passing: bool) -> None:
    with mail_server(Mailbox(answer)) as server, pytest.raises(NotSentError) as caught:
        anyio.run(MailNotifier(server).send, Destination("mail", "duty@line.example"), MESSAGE)
    assert caught.value.passing is passing


def test_a_mail_server_that_is_down() -> None:
    with pytest.raises(NotSentError, match="cannot be reached") as caught:
        anyio.run(MailNotifier(Server("127.0.0.1", 9)).send, Destination("mail", "a@b.example"), MESSAGE)
    assert caught.value.passing


def test_the_log() -> None:
    lines: list[str] = []
    anyio.run(LogNotifier(lines.append).send, Destination("log"), MESSAGE)
    assert "delivery-1" in lines[0]
