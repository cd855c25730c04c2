"""A tent for a table: A4 folded in the middle, the same thing on both sides."""

from print_assets.design import Design

DESIGN = Design(
    name="table-tent",
    titles={"fi": "Pöytäkolmio", "sv": "Bordsryttare", "en": "Table tent"},
    width=210,
    height=297,
    smallest_type=14,
    module=1.0,
    safe=8,
    phrases=("card.heading", "card.lead", "code.scan"),
    drawing=r"""
#let half(it) = {
  let height = 148.5mm
  at(16mm, 14mm, width: 82mm, owner(it, height: 12mm, size: 14pt))
  at(16mm, 34mm, width: 82mm, height: 100mm, grid(rows: (auto, 1fr, auto),
    title(it, "card_heading", 82mm, 42mm, 36pt, 24pt, colour: main),
    below(7mm, text(17pt, first(it, "card_lead"))),
    text(14pt, { first(it, "code_scan"); [ ]; sms-line(it) }),
  ))
  field(it, 105mm, 0mm, 105mm, height, centre: (157.5mm, 68mm), reach: 150mm, gap: 8mm)
  tile(it, 120.5mm, 31mm, 74mm)
  at(105mm, 111mm, width: 105mm, align(center, {
    pile(6mm, letters(it, size: 28pt, colour: paper), text(14pt, fill: paper, it.site))
  }))
}
#let face(it) = {
  let down = it + (height: 148.5mm, side: (it.side.first(),))
  let up = it + (height: 148.5mm, side: (it.side.last(),))
  place(top + left, dy: 148.5mm, block(width: it.width, height: 148.5mm, half(down)))
  place(top + left, rotate(180deg, block(width: it.width, height: 148.5mm, half(up))))
  fold(it, 148.5mm)
}
""",
)
