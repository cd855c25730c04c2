"""A staff member's badge, 60 x 90 mm, portrait."""

from print_assets.design import Design

DESIGN = Design(
    name="staff-badge-tall",
    titles={
        "fi": "Henkilökortti, pysty",
        "sv": "Personalbricka, stående",
        "en": "Staff badge, portrait",
    },
    width=60,
    height=90,
    smallest_type=7.5,
    module=0.7,
    safe=3,
    phrases=("badge.ask",),
    needs=("given_name",),
    offers=("surname", "role", "team"),
    drawing=r"""
#let face(it) = {
  field(it, 0mm, 46.5mm, 60mm, 43.5mm, centre: (21.5mm, 70mm))
  let hand = text(7.5pt, link(it.address, it.site))
  at(5mm, 4mm, width: 50mm, height: 41mm, badge-names(it, 50mm, 24pt, hand: hand))
  at(5mm, 47.5mm, width: 50mm, height: 5mm, align(horizon,
    fit-all(it, "badge_ask", 50mm, 4mm, 10pt, 7.5pt, colour: paper)))
  tile(it, 5mm, 53.5mm, 33mm)
  at(40.5mm, 53.5mm, width: 16.5mm, height: 33mm, {
    set par(leading: 0.42em)
    place(top, text(7.5pt, fill: paper, sms-line(it)))
    set text(13pt, fill: paper, weight: 600)
    place(bottom, link(it.address, it.groups.join(linebreak())))
  })
}
""",
)
