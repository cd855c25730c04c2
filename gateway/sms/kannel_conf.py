"""Finds settings in a kannel.conf that lose or spoil messages.

Each rule was seen with Kannel 1.4.5; its user guide does not warn of them.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

Group = Mapping[str, str]
Groups = Sequence[Group]

# For how long Kannel should try to hand over a message while the gateway is away.
PATIENCE_SECONDS = 24 * 3600
ROOMY_MESSAGES = 4
# Below it smsbox logs every text with its number, and post-urls that fail, our secret in them.
QUIET_LEVEL = 4
OUR_PATH = "/sms/kannel"

_SETTING = re.compile(r'^\s*([\w-]+)\s*=\s*"?(.*?)"?\s*$')


def check(path: Path, username: str) -> list[str]:
    """What is wrong in the file and those it includes, a sentence each with its remedy.

    Blocks. `username` is our `sendsms-user`; users and services of others are not looked at.
    """
    try:
        return judge(parse("\n".join(_lines(path))), username)
    except OSError as error:
        return [f"{path} can't be read: {error}"]


def parse(text: str) -> Groups:
    """Groups in order, each with its name as `group`; a line that ends in a backslash goes on."""
    groups: list[dict[str, str]] = []
    for line in text.replace("\\\n", "").splitlines():
        setting = _SETTING.match(line)
        if setting is None:
            continue
        if setting[1] == "group":
            groups.append({})
        if groups:
            groups[-1][setting[1]] = setting[2]
    return groups


def judge(groups: Groups, username: str) -> list[str]:
    """What is wrong in a configuration, a sentence each with its remedy."""
    ours = [group for group in groups if _is_ours(group, username)]
    complaints = [
        complaint
        for group in ours
        if group["group"] in RULES
        for complaint in RULES[group["group"]](group, groups)
    ]
    if not any(group["group"] == "sms-service" for group in ours):
        complaints.append(f"no sms-service posts to {OUR_PATH}: add one with that post-url")
    return complaints


def _is_ours(group: Group, username: str) -> bool:
    if group["group"] == "sms-service":
        return OUR_PATH in group.get("post-url", "")
    return group["group"] != "sendsms-user" or group.get("username") == username


def _core(group: Group, _: Groups) -> Iterator[str]:
    if not {"store-location", "store-file"} & group.keys():
        yield "core keeps messages in memory only: set store-type = file and store-location"


def _smsc(group: Group, _: Groups) -> Iterator[str]:
    if "alt-charset" in group:
        name = group.get("smsc-id", group.get("smsc", "?"))
        yield f"smsc {name} has alt-charset, which turns ä into {{ and breaks €: leave it unset"


def _smsbox(group: Group, groups: Groups) -> Iterator[str]:
    retries = _number(group, "http-request-retry", 0)
    delay = _number(group, "http-queue-delay", 10)
    if retries * delay < PATIENCE_SECONDS:
        yield (
            f"smsbox gives up after {retries * delay} s while the gateway is away, and the message "
            "is lost: set http-request-retry = 100000 and http-queue-delay = 1"
        )
    if "log-file" in group and _number(group, "log-level", 0) < QUIET_LEVEL:
        yield (f"smsbox logs numbers, texts or our secret: set its log-level = {QUIET_LEVEL}")
    name = group.get("smsbox-id")
    routed = [route.get("smsbox-id") for route in groups if route["group"] == "smsbox-route"]
    if name and name not in routed:
        yield f"smsbox {name} gets no messages: remove smsbox-id, or add a group smsbox-route"


def _service(group: Group, _: Groups) -> Iterator[str]:
    name = f"sms-service {group.get('keyword', 'without keyword')}"
    lacking = [word for word in ("secret=", "id=%I", "from=%p") if word not in group["post-url"]]
    if lacking:
        yield f"the post-url of {name} lacks {', '.join(lacking)}"
    if _number(group, "max-messages", 1) > 0:
        yield f"{name} texts Kannel's own errors to patients: set max-messages = 0"
    if "alt-charset" in group:
        yield f"{name} has alt-charset, which mixes two alphabets in one text: leave it unset"


def _user(group: Group, _: Groups) -> Iterator[str]:
    if _number(group, "max-messages", 1) < ROOMY_MESSAGES:
        yield (
            f"sendsms-user {group.get('username', '?')} cuts long texts without a word: set "
            "max-messages = 8 and concatenation = true"
        )


def _number(group: Group, setting: str, default: int) -> int:
    written = group.get(setting, "")
    return int(written) if written.isdecimal() else default


def _lines(path: Path) -> Iterator[str]:
    """The lines of a file or of all files in a folder; `include` is relative to its file."""
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        for line in file.read_text("utf-8", "replace").splitlines():
            setting = _SETTING.match(line)
            if setting and setting[1] == "include":
                yield from _lines(file.parent / setting[2])
            else:
                yield line


RULES: Mapping[str, Callable[[Group, Groups], Iterator[str]]] = {
    "core": _core,
    "smsc": _smsc,
    "smsbox": _smsbox,
    "sms-service": _service,
    "sendsms-user": _user,
}
