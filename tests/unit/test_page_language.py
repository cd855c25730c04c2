"""The language of the phone comes first, the switch before it."""

import pytest

from gateway.web.language import chosen

KNOWN = ("fi", "sv", "en", "se")


@pytest.mark.parametrize(
    ("wanted", "accepted", "found"),
    [
        ("sv", "fi", "sv"),
        ("", "sv-FI,sv;q=0.9,en;q=0.8", "sv"),
        ("", "de,en;q=0.7,fi;q=0.9", "fi"),
        ("", "de", "fi"),
        ("", "", "fi"),
        ("xx", "en", "en"),
        ("", "smn, fi;q=0.5", "se"),
        ("", "nb-NO", "sv"),
        ("", "en;q=0, sv;q=0.1", "sv"),
        ("", "*", "fi"),
        ("", "a" * 5000, "fi"),
        ("", ";;;,,,q=1;en", "fi"),
        ("", "en;q=hundred, sv", "sv"),
        ("<script>", "fi", "fi"),
    ],
)
def test_the_best_language_that_is_known_is_taken(wanted: str, accepted: str, found: str) -> None:
    assert chosen(wanted, accepted, KNOWN, "fi") == found
