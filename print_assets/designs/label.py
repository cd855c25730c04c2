"""A label for a sheet of twenty-one, 70 x 42 mm."""

from print_assets.design import Design

DESIGN = Design(
    name="label",
    titles={"fi": "Tarra", "sv": "Etikett", "en": "Label"},
    width=70,
    height=42.3,
    smallest_type=7,
    module=0.65,
    safe=3,
    phrases=("label.ask",),
    offers=("team",),
    drawing=r"""
#let face(it) = {
  at(36.5mm, 6.5mm, width: 30.5mm, height: 29.5mm, grid(rows: (auto, 1fr, auto),
    asks(it, "label_ask", 1.4mm, 30.5mm, 5mm, 12pt, 9pt, colour: main),
    below(2mm, fit-all(it, "team", 30.5mm, 7mm, 8pt, 7pt, weight: 400)),
    {
      set text(7.5pt)
      set par(leading: 0.42em)
      pile(
        1.5mm,
        letters(it, size: 11pt),
        fit(it, "address", it.site, 30.5mm, 4mm, 8pt, 7pt, weight: 400),
        sms-line(it),
      )
    },
  ))
  tile(it, 3.5mm, 5.4mm, 31.5mm)
}
""",
)
