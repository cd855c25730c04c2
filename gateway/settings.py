"""The settings of one installation, read once from the environment and korva.toml.

`KORVA_*` variables win over the file; `__` steps into a table, so `KORVA_SMS__SENDER` is `sender`
in `[sms]`. An unknown or wrong setting is an error that names it.

What stands below a setting is its documentation: `korva config --example` prints it.
"""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)

from gateway.core.errors import SettingsError

PREFIX = "KORVA_"
#: Tells where korva.toml is; the only variable of ours that is no setting.
FILE_VARIABLE = "KORVA_CONFIG"
HELSINKI = ZoneInfo("Europe/Helsinki")

Language = Literal["fi", "sv", "en"]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class County(_Table):
    """Whose ear this is."""

    name: str = "Hyvinvointialue"
    """The county's name in full."""

    short_name: Annotated[str, Field(max_length=25)] = "Hyvinvointialue"
    """The name that its texts to patients begin with; every character of it costs room there."""


class Server(_Table):
    """Where the process listens, and how it is reached from outside."""

    host: str = "127.0.0.1"
    """The address that it listens on: 0.0.0.0 for every one of the machine."""

    port: Annotated[int, Field(ge=0, le=65535)] = 8080
    """The port that it listens on; 0 takes a free one."""

    public_url: str = "http://127.0.0.1:8080"
    """How it is called from outside, without a path: operators sign this very address."""

    max_body: Annotated[int, Field(ge=1024)] = 65_536
    """Largest request body taken, in bytes."""

    behind_proxy: bool = False
    """Whether a proxy of ours hands every call in, and says in the last X-Forwarded-For who
    called. Wrong codes are counted by caller."""

    @field_validator("public_url")
    @classmethod
    def _has_no_path(cls, value: str) -> str:
        url = value.rstrip("/")
        if not re.fullmatch(r"https?://[^/?#\s]+", url):
            raise ValueError("must look like https://korva.example.fi, without a path")
        return url


class Asking(_Table):
    """Who is asked by SMS, and when. Every refusal is counted by its reason."""

    delay_days: Annotated[int, Field(ge=0)] = 1
    """How many days after the visit the question goes out."""

    oldest_days: Annotated[int, Field(ge=1)] = 14
    """Nobody is asked about a visit that is longer ago than this."""

    not_before: time = time(12, 0)
    """The hour from which questions go out (Europe/Helsinki, as all hours here)."""

    quiet_from: time = time(20, 0)
    """From this hour on no question goes out."""

    quiet_until: time = time(9, 0)
    """Before this hour no question goes out, whatever had to wait overnight."""

    on_holidays: bool = False
    """Whether questions go out on Finnish public holidays."""

    rest_days: Annotated[int, Field(ge=0)] = 30
    """How many days nobody is asked again, wherever the next visit is."""

    youngest: Annotated[int, Field(ge=0)] = 13
    """Nobody younger is asked; children have a form of their own."""

    own_number_from: Annotated[int, Field(ge=0)] = 18
    """From `youngest` up to this age a person is asked only on a number marked as their own: a
    guardian must not learn of the visit."""

    sample_rate: Annotated[float, Field(ge=0, le=1)] = 1.0
    """The share of those who may be asked that is asked."""

    needs_permission: bool = False
    """Whether only those are asked who, as the record of the visit says, have permitted it."""

    in_involuntary_care: bool = False
    """Whether people in involuntary care are asked."""

    under_non_disclosure: bool = False
    """Whether people with a non-disclosure order (turvakielto) are asked."""

    with_several_numbers: bool = False
    """Whether people with several numbers on record are asked."""

    of_sensitive_units: bool = False
    """Whether sensitive units without a neutral public name ask, naming themselves."""

    @model_validator(mode="after")
    def _has_hours(self) -> Self:
        if max(self.not_before, self.quiet_until) >= self.quiet_from:
            raise ValueError("not_before and quiet_until must both be before quiet_from")
        return self


class Sms(_Table):
    """The SMS channel. `providers.NAME` is the table of that provider's own settings."""

    provider: str = ""
    """The provider that texts leave by; every one with a table below may bring texts in. Nothing
    is sent when empty."""

    providers: Mapping[str, Mapping[str, Any]] = {}
    """The tables of the providers, each with that provider's own settings."""

    sender: str = ""
    """The number or name that texts come from. Only a number can be answered."""

    dialogue: str = "score-comment"
    """What is asked: a definition of gateway/questions/dialogues, in its newest version."""

    rate: Annotated[float, Field(gt=0)] = 10.0
    """Messages a second that the operator agreed to; replies go before invitations."""

    score_window_days: Annotated[int, Field(ge=1, le=30)] = 7
    """For how long a score is waited for; a reply after that is booked as late."""

    comment_window_hours: Annotated[int, Field(ge=1, le=720)] = 72
    """For how long each further step is waited for."""

    report_wait_hours: Annotated[int, Field(ge=1)] = 72
    """For how long a delivery report is waited for, before the number is erased without one."""


class Crisis(_Table):
    """Crisis lines by language, and the day on which somebody called to check them."""

    fi: str = "09 2525 0111"
    """The Finnish line."""

    sv: str = "09 2525 0112"
    """The Swedish line."""

    en: str = "09 2525 0111"
    """The line in English. What is published of one is contradictory, so this is the Finnish one,
    which is open day and night."""

    checked_on: date | None = None
    """When somebody last called all three, such as 2026-11-02; `korva doctor` reminds after a
    year."""


class Form(_Table):
    """The feedback form: the county's face, and where it sends what is no feedback."""

    accent: Annotated[str, Field(pattern="^#[0-9a-fA-F]{6}$")] = "#1f5c7a"
    """The county's colour on light ground: buttons, links, headings. At least 4.5:1 on white."""

    accent_dark: Annotated[str, Field(pattern="^#[0-9a-fA-F]{6}$")] = "#8fcbe8"
    """The same on dark ground."""

    logo: Path | None = None
    """An SVG or PNG file of at most 12 kB that stands beside the county's name."""

    complaint_url: str = ""
    """The county's page on making an objection (muistutus)."""

    patient_ombudsman_url: str = ""
    """The page of the patient ombudsman (potilasasiavastaava)."""

    social_ombudsman_url: str = ""
    """The page of the social services ombudsman (sosiaaliasiavastaava)."""

    registry_url: str = ""
    """The page of the registry office (kirjaamo)."""

    accessibility_email: str = ""
    """Where feedback about accessibility goes; it is answered within 14 days."""

    accessibility_checked_on: date | None = None
    """When somebody last went through the accessibility of the forms, such as 2026-11-02."""

    controller: str = ""
    """Who is the controller of personal data, with the postal address; the county when empty."""

    privacy_email: str = ""
    """The data protection officer's address."""

    legal_basis: Literal["public task", "consent"] = "public task"
    """On what ground feedback is handled: GDPR article 6(1)(e), or 6(1)(a)."""

    direct: Annotated[str, Field(pattern="^[a-z][a-z0-9-]*$")] = "adult"
    """The question set of direct feedback at /palaute."""

    paper_tokens: Mapping[str, Annotated[SecretStr, Field(min_length=16)]] = {}
    """Tokens of teams that type in paper cards at /p/CODE/paperi, each by the key of its unit."""

    @field_validator(
        "complaint_url", "patient_ombudsman_url", "social_ombudsman_url", "registry_url"
    )
    @classmethod
    def _is_an_address(cls, value: str) -> str:
        if value and not re.fullmatch(r"https?://\S+", value):
            raise ValueError("must look like https://www.county.fi/page, or be empty")
        return value


class Publishing(_Table):
    """How figures leave."""

    period: Literal["month", "week", "quarter"] = "month"
    """What one release covers."""

    smallest_group: Annotated[int, Field(ge=5)] = 5
    """Groups of fewer people are hidden. It may only be raised."""

    destinations: Mapping[str, Mapping[str, Any]] = {}
    """Where releases and alerts go: a name of your own, and a table with `type`, what the
    destination `takes` and the settings of that type."""

    alert_every_minutes: Annotated[int, Field(ge=1)] = 60
    """How often an alert is repeated until somebody acknowledges the case."""


class Classifier(_Table):
    """The model, and the processes that run it."""

    model: str = ""
    """A directory or a name in the local Hugging Face cache; the bundled model when empty."""

    processes: Annotated[int, Field(ge=0)] = 1
    """How many of them run here; 0 leaves comments to another machine."""

    threads: Annotated[int, Field(ge=1)] = 1
    """Threads of each process."""

    batch: Annotated[int, Field(ge=1, le=512)] = 32
    """Comments read together; more of them need more memory."""


class Retention(_Table):
    """How long things are kept."""

    text_days: Annotated[int, Field(ge=1)] = 730
    """Comments. What the model said of them stays, as do the counts."""

    late_reply_days: Annotated[int, Field(ge=7)] = 30
    """The keyed hash of a number at its dialogue: so long does a late reply find its visit."""

    quarantine_days: Annotated[int, Field(ge=1, le=14)] = 14
    """The content of requests that could not be read, encrypted."""

    taken_days: Annotated[int, Field(ge=14, le=30)] = 14
    """The ids of messages taken: so long is one that comes again recognised, also one that is
    replayed from the quarantine."""

    part_days: Annotated[int, Field(ge=1, le=7)] = 7
    """Parts of a long message whose other parts have not come, encrypted."""

    audit_days: Annotated[int, Field(ge=365)] = 1826
    """Who did what."""


class Settings(_Table):
    """Everything that can be set."""

    database_url: str = "sqlite:///var/korva.sqlite"
    """sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME."""

    keys_file: Path = Path("var/korva.keys")
    """Holds the keys when the two settings below are not given; made at the first start."""

    encryption_keys: SecretStr = SecretStr("")
    """Base64 keys of 32 bytes, newest first, comma separated; older ones still decrypt."""

    pepper: SecretStr = SecretStr("")
    """Base64, 32 bytes; never changed: every number's hash is made with it."""

    operator_token: SecretStr = SecretStr("")
    """Opens /metrics; without it that answers to this machine alone."""

    texts_dir: Path | None = None
    """Texts of the county itself: fi.toml, sv.toml or en.toml with the keys it replaces."""

    print_theme: Path | None = None
    """The county's look in print, a theme as in docs/print.md; else its name, colour and logo as
    on the forms."""

    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """What is logged: this and what is worse."""

    county: County = County()
    server: Server = Server()
    asking: Asking = Asking()
    sms: Sms = Sms()
    crisis: Crisis = Crisis()
    form: Form = Form()
    publishing: Publishing = Publishing()
    classifier: Classifier = Classifier()
    retention: Retention = Retention()

    @property
    def gives_keys(self) -> bool:
        """Whether the keys stand in the settings themselves, so that no keys file is read."""
        return bool(self.encryption_keys.get_secret_value() or self.pepper.get_secret_value())


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings in force. Raises `SettingsError` that lists everything that is wrong."""
    values = _from_file(_file(environment))
    for name, path, value in _from_environment(environment):
        _put(values, name, path, value)
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        # Not chained: the text of pydantic's error repeats what was given, secrets too.
        variables = {tuple(path): name for name, path, _ in _from_environment(environment)}
        raise SettingsError(explain(error, variables=variables)) from None


def sources(environment: Mapping[str, str] = os.environ) -> Mapping[tuple[str, ...], str]:
    """Where each setting was given, by its path: the file, or the variable. The rest is default."""
    path = _file(environment)
    return {
        **dict.fromkeys(_leaves(_from_file(path)), str(path)),
        **{tuple(path): name for name, path, _ in _from_environment(environment)},
    }


def _leaves(table: Mapping[str, Any], prefix: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, (*prefix, name))
        else:
            yield (*prefix, name)


def explain(
    error: ValidationError,
    prefix: tuple[str, ...] = (),
    variables: Mapping[tuple[str, ...], str] | None = None,
) -> str:
    """One line for each wrong setting: its name in korva.toml and what would be right. One that
    is not known is named as it was given, if that was by one of `variables`."""
    return "\n".join(
        line for problem in error.errors() for line in _explain(prefix, problem, variables or {})
    )


def _explain(
    prefix: tuple[str, ...], problem: Any, variables: Mapping[tuple[str, ...], str]
) -> Iterator[str]:
    path = (*prefix, *(str(step) for step in problem["loc"]))
    name = ".".join(path)
    if problem["type"] == "extra_forbidden":
        given = [one for known, one in variables.items() if known[: len(path)] == path]
        for one in given or [name]:
            yield f"{one}: no such setting; `korva config` lists all"
    elif problem["type"] == "missing":
        yield f"{name}: this setting is needed"
    elif problem["type"] == "too_short":
        yield f"{name}: {_longer(problem)}"
    else:
        yield f"{name}: {problem['msg'].removeprefix('Value error, ')}"


def _longer(problem: Any) -> str:
    # Pydantic counts the characters of a secret as items of a value.
    what = "characters" if isinstance(problem["input"], str | SecretStr) else "of them"
    return f"give at least {problem['ctx']['min_length']} {what}"


def _file(environment: Mapping[str, str]) -> Path:
    named = environment.get(FILE_VARIABLE)
    if named and not Path(named).exists():
        raise SettingsError(f"{FILE_VARIABLE} names {named}, which does not exist")
    return Path(named or "korva.toml")


def _from_file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(f"{path} can't be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not valid TOML: {error}") from error


def _from_environment(environment: Mapping[str, str]) -> Iterator[tuple[str, list[str], str]]:
    for name, value in environment.items():
        if name.startswith(PREFIX) and name != FILE_VARIABLE:
            yield name, name.removeprefix(PREFIX).lower().split("__"), value


def _put(values: dict[str, Any], name: str, path: Sequence[str], value: str) -> None:
    *tables, last = path
    for step in tables:
        values = values.setdefault(step, {})
        if not isinstance(values, dict):
            raise SettingsError(f"{name}: {step} is no table: unset it where it is given a value")
    values[last] = value
