"""Alerts by e-mail, taken by a real SMTP server."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from receiving import NOON

from gateway.core.errors import DeliveryFailed
from gateway.forward import destinations
from gateway.forward.destination import Alert
from gateway.texts import load_texts

PASSWORD = "a password of the county"


@dataclass(slots=True)
class Mailbox:
    """What the server took, and what it answers to a recipient."""

    recipients: list[str] = field(default_factory=list)
    messages: list[EmailMessage] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    users: list[bytes] = field(default_factory=list)
    refuse: frozenset[str] = frozenset()

    async def handle_RCPT(  # noqa: N802 - the name that aiosmtpd looks for
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any
    ) -> str:
        if address in self.refuse:
            return "550 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - the name that aiosmtpd looks for
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        message = message_from_bytes(envelope.content or b"", policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.messages.append(message)
        self.recipients += envelope.rcpt_tos
        self.encrypted.append(session.ssl is not None)
        return "250 OK"

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.users.append(data.login)
        return AuthResult(success=data.password.decode() == PASSWORD, handled=False)


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key with its own certificate for 127.0.0.1, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    host = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(NOON - timedelta(days=3650))
        .not_valid_after(NOON + timedelta(days=3650))
        .add_extension(host, critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("certificate") / "mail.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + signed.public_bytes(serialization.Encoding.PEM)
    )
    return path


@asynccontextmanager
async def serving(mailbox: Mailbox, tls: str, certificate: Path) -> AsyncIterator[int]:
    """The port of a mail server that insists on what `tls` says."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    options: dict[str, Any] = {"hostname": "127.0.0.1"}
    if tls == "starttls":
        options |= {"tls_context": context, "require_starttls": True, "auth_required": True}
        options |= {"authenticator": mailbox.authenticate}
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(mailbox, **options),
        "127.0.0.1",
        0,
        ssl=context if tls == "tls" else None,
    )
    async with server:
        yield server.sockets[0].getsockname()[1]


def alert(owner: str = "", unit: str = "Päivystys") -> Alert:
    return Alert(
        message_id="0190-case.1764590400",
        case_id="0190-case",
        kind="urgent",
        unit={"fi": unit, "sv": "", "en": ""},
        owner=owner,
        opened_at=NOON,
        sent_at=NOON + timedelta(minutes=10),
        texts=load_texts(),
    )


async def send(
    http: aiohttp.ClientSession, port: int, case: Alert, tls: str = "none", **settings: object
) -> None:
    table = {
        "type": "smtp",
        "host": "127.0.0.1",
        "port": port,
        "tls": tls,
        "sender": "korva@example.fi",
        "recipients": "kokemus@example.fi, paivystaja@example.fi",
        **settings,
    }
    await destinations.load("mail", table).alert(http, case)


async def test_every_recipient_gets_the_alert(
    http: aiohttp.ClientSession, mailbox: Mailbox, certificate: Path
) -> None:
    async with serving(mailbox, "none", certificate) as port:
        await send(http, port, alert())
    assert mailbox.recipients == ["kokemus@example.fi", "paivystaja@example.fi"]
    (message,) = mailbox.messages
    assert message["Subject"] == "Korva: mahdollisesti kiireellinen palaute odottaa (Päivystys)"
    assert "korva cases show 0190-case" in message.get_content()
    assert message["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize(
    ("owner", "copies"), [("osasto@example.fi", 3), ("kokemus@example.fi", 2), ("Osasto 3", 2)]
)
async def test_the_owner_of_the_case_gets_it_too_where_that_is_an_address(
    owner: str,
    copies: int,
    http: aiohttp.ClientSession,
    mailbox: Mailbox,
    certificate: Path,
) -> None:
    async with serving(mailbox, "none", certificate) as port:
        await send(http, port, alert(owner=owner))
    assert len(mailbox.recipients) == copies


async def test_starttls_comes_before_the_password(
    http: aiohttp.ClientSession, mailbox: Mailbox, certificate: Path
) -> None:
    async with serving(mailbox, "starttls", certificate) as port:
        await send(
            http,
            port,
            alert(),
            tls="starttls",
            ca_file=certificate,
            username="korva",
            password=PASSWORD,
        )
    assert mailbox.encrypted == [True]
    assert mailbox.users == [b"korva"]


async def test_tls_from_the_first_byte(
    http: aiohttp.ClientSession, mailbox: Mailbox, certificate: Path
) -> None:
    async with serving(mailbox, "tls", certificate) as port:
        await send(http, port, alert(), tls="tls", ca_file=certificate)
    assert len(mailbox.messages) == 1


async def test_a_certificate_that_nobody_vouches_for_is_refused(
    http: aiohttp.ClientSession, mailbox: Mailbox, certificate: Path
) -> None:
    async with serving(mailbox, "starttls", certificate) as port:
        with pytest.raises(DeliveryFailed, match="certificate"):
            await send(http, port, alert(), tls="starttls")
    assert mailbox.messages == []


async def test_a_wrong_password_is_a_failure(
    http: aiohttp.ClientSession, mailbox: Mailbox, certificate: Path
) -> None:
    async with serving(mailbox, "starttls", certificate) as port:
        with pytest.raises(DeliveryFailed, match="535"):
            await send(
                http,
                port,
                alert(),
                tls="starttls",
                ca_file=certificate,
                username="korva",
                password="another",
            )


async def test_one_refused_recipient_does_not_keep_it_from_the_others(
    http: aiohttp.ClientSession, mailbox: Mailbox, certificate: Path
) -> None:
    mailbox.refuse = frozenset({"kokemus@example.fi"})
    async with serving(mailbox, "none", certificate) as port:
        await send(http, port, alert())
    assert mailbox.recipients == ["paivystaja@example.fi"]


async def test_it_fails_when_every_recipient_is_refused(
    http: aiohttp.ClientSession, mailbox: Mailbox, certificate: Path
) -> None:
    mailbox.refuse = frozenset({"kokemus@example.fi", "paivystaja@example.fi"})
    async with serving(mailbox, "none", certificate) as port:
        with pytest.raises(DeliveryFailed):
            await send(http, port, alert())


async def test_a_server_that_is_down_is_a_failure(
    http: aiohttp.ClientSession, unused_tcp_port: int
) -> None:
    with pytest.raises(DeliveryFailed) as failure:
        await send(http, unused_tcp_port, alert())
    assert not failure.value.permanent


async def test_a_name_of_several_lines_adds_no_header(
    http: aiohttp.ClientSession, mailbox: Mailbox, certificate: Path
) -> None:
    async with serving(mailbox, "none", certificate) as port:
        await send(http, port, alert(unit="Osasto\r\nBcc: muut@example.fi"))
    assert mailbox.messages[0]["Bcc"] is None
    assert "muut@example.fi" not in mailbox.recipients
