"""A round sticker, 90 mm across."""

from print_assets.design import Design

DESIGN = Design(
    name="round-sticker",
    titles={"fi": "Pyöreä tarra", "sv": "Rund dekal", "en": "Round sticker"},
    width=90,
    height=90,
    smallest_type=8,
    module=0.9,
    safe=4,
    phrases=("badge.ask",),
    level="H",
    round=True,
    drawing=r"""
#let face(it) = {
  field(it, 0mm, 0mm, 90mm, 90mm, centre: (45mm, 43mm), reach: 75mm, gap: 6mm)
  let (wide, room) = if it.side.len() == 1 { (50mm, 6mm) } else { (37mm, 5mm) }
  at((90mm - wide) / 2, 7mm, width: wide, height: 11.5mm, align(center + bottom,
    asks(it, "badge_ask", 2mm, wide, room, 16pt, 9pt, colour: paper)))
  tile(it, 22mm, 20mm, 46mm)
  at(25mm, 68.2mm, width: 40mm, align(center, {
    set text(8pt, fill: paper)
    set par(leading: 0.42em)
    pile(2.4mm, letters(it, size: 15pt, colour: paper), sms-line(it))
  }))
}
""",
)
