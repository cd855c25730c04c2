"""A card in easy language: one thing on a line, large and calm, A5."""

from print_assets.design import Design

DESIGN = Design(
    name="easy-card",
    titles={
        "fi": "Selkokielinen palautekortti",
        "sv": "Responskort på lätt språk",
        "en": "Feedback card in easy language",
    },
    width=148,
    height=210,
    smallest_type=14,
    module=0.9,
    safe=6,
    phrases=(
        "easy.heading",
        "easy.why",
        "easy.name",
        "easy.one",
        "easy.two",
        "easy.three",
        "easy.help",
        "easy.health",
        "code.type",
    ),
    sides=True,
    drawing=r"""
#let step(it, number, key) = grid(columns: (13mm, 1fr), align: horizon,
  text(26pt, weight: 600, fill: main, str(number)), text(16pt, first(it, key)))

#let face(it) = {
  set par(leading: 0.6em)
  at(14mm, 12mm, width: 120mm, owner(it, height: 10mm, size: 14pt))
  at(14mm, 29mm, width: 120mm, pile(5mm,
    title(it, "easy_heading", 120mm, 25mm, 30pt, 22pt, colour: main),
    [],
    text(16pt, first(it, "easy_why")),
    text(16pt, first(it, "easy_name"))))
  at(14mm, 88mm, width: 66mm, pile(6mm,
    step(it, 1, "easy_one"), step(it, 2, "easy_two"), step(it, 3, "easy_three")))
  field(it, 86mm, 82mm, 62mm, 63mm, centre: (113mm, 109mm))
  tile(it, 90.5mm, 86.5mm, 45mm)
  at(90.5mm, 135.5mm, width: 45mm, align(center, letters(it, size: 16pt, colour: paper)))
  at(14mm, 157mm, width: 120mm, {
    set text(14pt)
    pile(4.5mm,
      first(it, "easy_help"), first(it, "code_type"),
      sms-line(it),
      text(weight: 600, first(it, "easy_health")))
  })
}
""",
)
