"""How a code and its address are written for people, readers and machines."""

from print_assets.item import Item, grouped, payload, typed

ADDRESS = "https://palaute.example.fi/p/7K3QX9A"


def test_a_code_is_read_in_groups_that_stay_on_one_line() -> None:
    assert grouped("7K3QX9A") == "7K3\N{NO-BREAK SPACE}QX9\N{NO-BREAK SPACE}A"


def test_a_payload_is_in_capitals_because_they_make_a_smaller_symbol() -> None:
    assert payload(ADDRESS) == "HTTPS://PALAUTE.EXAMPLE.FI/P/7K3QX9A"


def test_an_address_that_capitals_cannot_write_is_left_as_it_is() -> None:
    assert payload("https://example.fi/p~/7K3QX9A") == "https://example.fi/p~/7K3QX9A"


def test_somebody_without_a_camera_types_the_address_without_the_code() -> None:
    assert typed(ADDRESS, "7K3QX9A") == "palaute.example.fi/p"


def test_an_item_is_named_by_its_place_or_by_its_code() -> None:
    assert Item("7K3QX9A", ADDRESS, place="row 3").title == "row 3"
    assert Item("7K3QX9A", ADDRESS).title == "item 7K3\N{NO-BREAK SPACE}QX9\N{NO-BREAK SPACE}A"
