"""A staff member's badge, 90 x 60 mm, landscape."""

from print_assets.design import Design

DESIGN = Design(
    name="staff-badge-wide",
    titles={
        "fi": "Henkilökortti, vaaka",
        "sv": "Personalbricka, liggande",
        "en": "Staff badge, landscape",
    },
    width=90,
    height=60,
    smallest_type=7.5,
    module=0.7,
    safe=3,
    phrases=("badge.ask",),
    needs=("given_name",),
    offers=("surname", "role", "team"),
    drawing=r"""
#let face(it) = {
  field(it, 49mm, 0mm, 41mm, 60mm, centre: (69.5mm, 32.5mm))
  at(5mm, 4.5mm, width: 41.5mm, height: 51mm, badge-names(it, 41.5mm, 23pt))
  at(49mm, 4mm, width: 41mm, height: 9.5mm, align(horizon + center,
    text(9pt, fill: paper, weight: 600, say(it, "badge_ask"))))
  tile(it, 51.5mm, 14.5mm, 36mm)
  at(49mm, 51.9mm, width: 41mm, align(center, letters(it, size: 10pt, colour: paper)))
}
""",
)
