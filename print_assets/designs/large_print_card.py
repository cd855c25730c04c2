"""A card for those who see little: 18 points at least, A5."""

from print_assets.design import Design

DESIGN = Design(
    name="large-print-card",
    titles={
        "fi": "Isotekstinen palautekortti",
        "sv": "Responskort med stor text",
        "en": "Large-print feedback card",
    },
    width=148,
    height=210,
    smallest_type=18,
    module=1.0,
    safe=6,
    phrases=("large.heading", "large.lead", "code.scan", "code.type", "note.health"),
    sides=True,
    drawing=r"""
#let face(it) = {
  at(12mm, 12mm, width: 124mm, owner(it, height: 12mm, size: 18pt))
  at(12mm, 27mm, width: 124mm, pile(7mm,
    title(it, "large_heading", 124mm, 29mm, 38pt, 26pt),
    text(20pt, first(it, "large_lead"))))
  field(it, 0mm, 84mm, 148mm, 62mm, centre: (38mm, 115mm), reach: 150mm)
  tile(it, 12mm, 89mm, 52mm)
  at(70mm, 89mm, width: 68mm, height: 52mm, grid(rows: (auto, 1fr),
    text(20pt, fill: paper, weight: 600, first(it, "code_scan")),
    align(bottom, letters(it, size: 24pt, colour: paper))))
  at(12mm, 154mm, width: 124mm, {
    set text(18pt)
    set par(leading: 0.42em)
    pile(4mm,
      first(it, "code_type"),
      sms-line(it),
      text(weight: 600, first(it, "note_health")))
  })
}
""",
)
