"""A card for the pocket, in the size of a business card."""

from print_assets.design import Design

DESIGN = Design(
    name="pocket-card",
    titles={"fi": "Taskukortti", "sv": "Fickkort", "en": "Pocket card"},
    width=85,
    height=55,
    smallest_type=8,
    module=0.7,
    safe=3,
    phrases=("card.heading", "code.scan", "note.anonymous"),
    sides=True,
    drawing=r"""
#let face(it) = {
  field(it, 0mm, 0mm, 85mm, 55mm, centre: (23.5mm, 23.5mm), reach: 95mm)
  at(46.5mm, 5mm, width: 35mm, height: 45mm, {
    set text(fill: paper)
    set par(leading: 0.42em)
    grid(rows: (auto, auto, 1fr, auto),
      owner(it, size: 8pt, colour: paper, mark: false),
      below(3mm, title(it, "card_heading", 35mm, 12mm, 15pt, 11pt, colour: paper)),
      below(3mm, text(9pt, { first(it, "code_scan"); [ ]; first(it, "note_anonymous") })),
      by-hand(it, 8pt, colour: paper),
    )
  })
  tile(it, 5mm, 5mm, 37mm)
  at(5mm, 44.2mm, width: 37mm, align(center, letters(it, size: 12pt, colour: paper)))
}
""",
)
