"""A sticker for the inside of an ambulance, 105 x 74 mm."""

from print_assets.design import Design

DESIGN = Design(
    name="ambulance-sticker",
    titles={"fi": "Ambulanssin tarra", "sv": "Dekal för ambulans", "en": "Ambulance sticker"},
    width=105,
    height=74,
    smallest_type=8,
    module=1.0,
    safe=4,
    phrases=("sticker.ask", "note.anonymous", "note.emergency"),
    level="H",
    drawing=r"""
#let face(it) = {
  field(it, 0mm, 0mm, 105mm, 74mm, centre: (76mm, 30mm), reach: 115mm, gap: 6mm)
  at(6mm, 6mm, width: 41mm, height: 62mm, grid(rows: (1fr, auto), {
    owner(it, size: 8pt, colour: paper, mark: false)
    let (room, largest) = if it.side.len() == 1 { (26mm, 21pt) } else { (12mm, 15pt) }
    below(5mm, asks(it, "sticker_ask", 3mm, 41mm, room, largest, 12pt, colour: paper))
  }, {
    set text(fill: paper)
    set par(leading: 0.42em)
    pile(
      2mm,
      text(9pt, say(it, "note_anonymous")),
      by-hand(it, 8pt, colour: paper),
      text(8pt, weight: 600, say(it, "note_emergency")),
    )
  }))
  tile(it, 50mm, 5.5mm, 50mm)
  at(50mm, 58mm, width: 50mm, align(center, letters(it, size: 17pt, colour: paper)))
}
""",
)
