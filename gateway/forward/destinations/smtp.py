"""E-mail to those who look after cases; releases are not sent by e-mail."""

import ssl
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Annotated, Literal

import aiohttp
import aiosmtplib
import structlog
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    FilePath,
    SecretStr,
    ValidationInfo,
    field_validator,
)

from gateway.core.errors import DeliveryFailed
from gateway.forward import notice
from gateway.forward.destination import Alert, Commas, Destination
from gateway.settings import Language

log = structlog.get_logger()

Address = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$")]


class Settings(BaseModel):
    """`[publishing.destinations.NAME]` with `type = "smtp"`.

    `recipients` hear of every case; so does the unit's case owner where that is an address.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    host: str
    port: Annotated[int, Field(ge=1, le=65535)] = 587
    tls: Literal["starttls", "tls", "none"] = "starttls"
    #: The certificate of the county's own authority, where the system does not know it.
    ca_file: FilePath | None = None
    username: str | None = None
    password: SecretStr | None = None
    sender: Address
    recipients: Annotated[tuple[Address, ...], Commas, Field(min_length=1)]
    language: Language = "fi"
    timeout_s: Annotated[float, Field(gt=0, le=60)] = 15

    @field_validator("password")
    @classmethod
    def _is_hidden(cls, password: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if password and info.data.get("tls") == "none":
            raise ValueError('is not sent in the clear; set tls to "starttls" or "tls"')
        return password


async def alert(_session: aiohttp.ClientSession, settings: Settings, case: Alert) -> None:
    message = _message(settings, case)
    try:
        refused, _ = await aiosmtplib.send(
            message,
            hostname=settings.host,
            port=settings.port,
            username=settings.username,
            password=settings.password.get_secret_value() if settings.password else None,
            use_tls=settings.tls == "tls",
            start_tls=settings.tls == "starttls",
            tls_context=ssl.create_default_context(cafile=settings.ca_file),
            timeout=settings.timeout_s,
        )
    except aiosmtplib.SMTPException as error:
        raise DeliveryFailed(f"{settings.host}: {error}", permanent=False) from error
    if refused:
        log.warning("some recipients were refused", case=case.case_id, refused=len(refused))


def _message(settings: Settings, case: Alert) -> EmailMessage:
    subject, body = notice.of(case, settings.language)
    owner = (case.owner,) if "@" in case.owner else ()
    message = EmailMessage()
    message["Subject"] = _one_line(subject)
    message["From"] = settings.sender
    message["To"] = _one_line(", ".join(dict.fromkeys((*settings.recipients, *owner))))
    message["Date"] = format_datetime(case.sent_at)
    message["Message-ID"] = f"<{case.message_id}@korva>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(body)
    return message


def _one_line(header: str) -> str:
    # A name of several lines, as a units file can hold, is refused in a header.
    return " ".join(header.split())


DESTINATION = Destination(name="smtp", settings=Settings, alert=alert)
