"""Mail over SMTP: text and HTML in one message, its Message-ID made of the key, so that a mailbox can tell copies."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate

import anyio

from crosswire.model import Destination
from crosswire.notify.contract import NotSentError, Outgoing

TIMEOUT = 15.0  # seconds for each answer of the server


@dataclass(frozen=True, slots=True)
class Server:
    """The mail server, and whom mails are from. `tls`: "starttls", "tls" from the first byte, or "none"."""

    host: str = "localhost"
    port: int = 25
    sender: str = "crosswire@localhost"
    user: str | None = None
    password: str | None = None
    tls: str = "none"


class MailNotifier:
    """Sends each message over a connection of its own."""

    def __init__(self, server: Server) -> None:
        self._server = server

    async def send(self, to: Destination, message: Outgoing) -> None:
        """Send it once. Raises NotSentError."""
        await anyio.to_thread.run_sync(self._send, _mail(self._server, to, message))

    def _send(self, mail: EmailMessage) -> None:
        server = self._server
        where = f"mail server {server.host}:{server.port}"
        try:
            with self._connected() as smtp:
                if server.user:
                    smtp.login(server.user, server.password or "")
                smtp.send_message(mail)
        except smtplib.SMTPRecipientsRefused as error:
            code = next((code for code, _ in error.recipients.values()), 550)
            raise NotSentError(where, f"refuses {mail['To']} ({code})", passing=code < 500) from None
        except smtplib.SMTPResponseException as error:
            why = f"answers {error.smtp_code} {_words(error.smtp_error)}"
            raise NotSentError(where, why, passing=error.smtp_code < 500) from None
        except (OSError, smtplib.SMTPException) as error:
            raise NotSentError(where, f"cannot be reached ({_words(error)})", passing=True) from None

    def _connected(self) -> smtplib.SMTP:
        server = self._server
        if server.tls == "tls":
            return smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT, context=ssl.create_default_context())
        smtp = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT)
        if server.tls == "starttls":
            smtp.starttls(context=ssl.create_default_context())
        return smtp


def _mail(server: Server, to: Destination, message: Outgoing) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"] = _one_line(server.sender), _one_line(to.to)
    mail["Subject"] = _one_line(message.subject)
    mail["Date"] = formatdate(usegmt=True)
    mail["Message-ID"] = f"<{message.key}@{server.sender.rpartition('@')[2] or 'localhost'}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(message.body if message.body is not None else message.text)
    if message.body is None:
        mail.add_alternative(message.html, subtype="html")
    return mail


def _one_line(text: str) -> str:
    """No line breaks: a title of a stranger's report must not add headers."""
    return " ".join(text.split())


def _words(error: object) -> str:
    text = error.decode("utf-8", "replace") if isinstance(error, bytes) else str(error)
    return " ".join(text.split())[:200] or type(error).__name__
