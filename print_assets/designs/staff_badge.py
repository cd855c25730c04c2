"""A staff member's badge in the size of a bank card."""

from print_assets.design import Design

DESIGN = Design(
    name="staff-badge",
    titles={"fi": "Henkilökortti", "sv": "Personalbricka", "en": "Staff badge"},
    width=85,
    height=55,
    smallest_type=7.5,
    module=0.7,
    safe=3,
    phrases=("badge.ask",),
    needs=("given_name",),
    offers=("surname", "role", "team"),
    drawing=r"""
#let face(it) = {
  field(it, 46.5mm, 0mm, 38.5mm, 55mm, centre: (65.75mm, 29.75mm))
  at(5mm, 4.5mm, width: 39mm, height: 46mm, badge-names(it, 39mm, 23pt))
  at(46.5mm, 4mm, width: 38.5mm, height: 8mm, align(horizon + center,
    text(9pt, fill: paper, weight: 600, say(it, "badge_ask"))))
  tile(it, 49mm, 13mm, 33.5mm)
  at(46.5mm, 47.9mm, width: 38.5mm, align(center, letters(it, size: 10pt, colour: paper)))
}
""",
)
