"""Parts of a long message become one text, or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.conversation.joining import Part, join, numbering, pair
from gateway.core.errors import InputError


@st.composite
def cut_messages(draw: st.DrawFn) -> tuple[str, list[tuple[Part, str]]]:
    """A text, and its parts as a phone may cut it: between any two UTF-16 units."""
    text = draw(st.text(st.sampled_from("aä9 €😀"), min_size=1, max_size=60))
    units = text.encode("utf-16-be")
    size = 2 * draw(st.integers(1, 12))
    cuts = [
        units[at : at + size].decode("utf-16-be", "surrogatepass")
        for at in range(0, len(units), size)
    ]
    return text, [(Part("e4", at, len(cuts)), cut) for at, cut in enumerate(cuts, 1)]


@given(cut_messages(), st.randoms(use_true_random=False))
def test_order_and_copies_do_not_matter(message, shuffler) -> None:
    text, parts = message
    arrived = parts + parts[: len(parts) // 2]
    shuffler.shuffle(arrived)

    assert join(arrived) == text


@given(cut_messages().filter(lambda message: len(message[1]) > 1), st.data())
def test_a_missing_part_leaves_the_message_open(message, data) -> None:
    parts = list(message[1])
    parts.remove(data.draw(st.sampled_from(parts)))

    assert join(parts) is None


def test_no_parts_are_no_message() -> None:
    assert join([]) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((Part("e4", 1, 2), "a"), (Part("e4", 2, 3), "b")),
        ((Part("e4", 1, 2), "a"), (Part("e5", 2, 2), "b")),
        ((Part("e4", 1, 2), "a"), (Part("e4", 1, 2), "b")),
    ],
    ids=["totals", "references", "texts"],
)
def test_parts_that_contradict_each_other_are_refused(first, second) -> None:
    with pytest.raises(InputError):
        join([first, second])


def test_half_an_emoji_is_replaced() -> None:
    assert pair("9 kiitos \ud83d") == "9 kiitos \ufffd"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("050003e40302", Part("e4", 2, 3)),
        ("060804012a0201", Part("012a", 1, 2)),
        ("0b05040b8423f0 0003e60202", Part("e6", 2, 2)),
    ],
    ids=["8 bits", "16 bits", "after a port"],
)
def test_a_header_tells_the_part(header: str, expected: Part) -> None:
    assert numbering(bytes.fromhex(header)) == expected


@pytest.mark.parametrize(
    "header",
    [
        "",
        "05",
        "0500",
        "050003e402",
        "050003e40200",
        "050003e40203",
        "050003e40000",
        "06050b8423f0",
    ],
)
def test_a_header_without_a_possible_numbering_tells_nothing(header: str) -> None:
    assert numbering(bytes.fromhex(header)) is None


@given(st.binary(max_size=20))
def test_a_part_lies_within_its_total_whatever_the_header(header: bytes) -> None:
    part = numbering(header)

    assert part is None or 1 <= part.index <= part.total <= 255
