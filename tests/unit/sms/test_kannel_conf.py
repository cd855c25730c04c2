"""What in a kannel.conf loses or spoils messages."""

import pytest

from gateway.sms.kannel_conf import judge, parse

SOUND = r"""
# The operator's gateway
group = core
store-type = file
store-location = "kannel.store"

group = smsc
smsc = smpp
smsc-id = dna

group = smsbox
http-request-retry = 100000
http-queue-delay = 1

group = sendsms-user
username = korva
max-messages = 8

group = sms-service
keyword = default
max-messages = 0
post-url = "https://korva.example/sms/kannel?secret=S&id=%I\
&from=%p"
"""


def complaints(text: str) -> list[str]:
    return judge(parse(text), "korva")


def test_a_sound_configuration_passes() -> None:
    assert complaints(SOUND) == []


@pytest.mark.parametrize(
    ("sound", "unsound", "words"),
    [
        ("store-location", "store-place", "core keeps messages in memory only"),
        ("smsc = smpp", "alt-charset = UTF-8", "smsc dna has alt-charset"),
        ("http-request-retry = 100000", "", "smsbox gives up after 0 s"),
        ("http-request-retry = 100000", "http-request-retry = 3", "smsbox gives up after 3 s"),
        ("group = smsbox", "group = smsbox\nsmsbox-id = one", "smsbox one gets no messages"),
        ("max-messages = 8", "", "sendsms-user korva cuts long texts"),
        ("max-messages = 0", "", "sms-service default texts Kannel's own errors"),
        ("keyword = default", "alt-charset = UTF-8", "has alt-charset, which mixes"),
        ("id=%I", "", "sms-service default lacks id=%I"),
        ("secret=S", "", "sms-service default lacks secret="),
        ("/sms/kannel", "/elsewhere", "no sms-service posts to /sms/kannel"),
    ],
)
def test_an_unsound_setting_is_named(sound: str, unsound: str, words: str) -> None:
    [complaint] = complaints(SOUND.replace(sound, unsound))

    assert words in complaint


def test_a_routed_box_may_have_a_name() -> None:
    routed = "\ngroup = smsbox-route\nsmsbox-id = one\n"

    assert (
        complaints(SOUND.replace("group = smsbox", "group = smsbox\nsmsbox-id = one") + routed)
        == []
    )


def test_users_and_services_of_others_are_not_judged() -> None:
    others = "\ngroup = sendsms-user\nusername = other\n\ngroup = sms-service\nget-url = http://x\n"

    assert complaints(SOUND + others) == []
