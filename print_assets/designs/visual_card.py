"""A card to answer by pointing: faces, pictures with words, points to tap or tick, A5."""

from print_assets.design import Design

DESIGN = Design(
    name="visual-card",
    titles={
        "fi": "Kuvallinen palautekortti",
        "sv": "Responskort med bilder",
        "en": "Feedback card with pictures",
    },
    width=148,
    height=210,
    smallest_type=14,
    module=0.7,
    safe=6,
    phrases=(
        "face.bad",
        "face.neutral",
        "face.good",
        "visual.heading",
        "visual.how",
        "visual.bad",
        "visual.middle",
        "visual.good",
        "visual.yes",
        "visual.no",
        "visual.listened",
        "visual.understood",
        "visual.helped",
        "visual.time",
        "visual.respect",
        "visual.safe",
    ),
    sides=True,
    drawing=r"""
#let choice(it, name, key) = align(center, pile(2.6mm,
  picture(it, name, 25mm, alt: name.replace("-", "_")),
  text(15pt, weight: 600, first(it, key)),
  ring-tick(side: 8mm)))
#let point(it, key) = {
  box(baseline: 22%, ring-tick(side: 5.5mm))
  h(1.6mm)
  text(14pt, first(it, key))
}
#let said(it, name, key) = block(width: 100%, grid(columns: (19mm, 1fr), align: horizon,
  picture(it, name, 15mm, colour: main), {
    set par(leading: 0.35em)
    pile(
      2.4mm,
      text(14pt, weight: 600, first(it, key)),
      { point(it, "visual_no"); h(4mm); point(it, "visual_yes") },
    )
  }))

#let face(it) = {
  at(12mm, 11mm, width: 124mm, pile(4.5mm,
    title(it, "visual_heading", 124mm, 11mm, 30pt, 20pt, colour: main),
    text(15pt, first(it, "visual_how"))))
  at(12mm, 34mm, width: 124mm, grid(
    columns: (1fr, 1fr, 1fr),
    choice(it, "face-bad", "visual_bad"),
    choice(it, "face-neutral", "visual_middle"),
    choice(it, "face-good", "visual_good"),
  ))
  place(top + left, dx: 12mm, dy: 83mm, line(length: 124mm, stroke: 0.3mm + main))
  at(12mm, 88mm, width: 124mm, grid(columns: (1fr, 1fr), column-gutter: 4mm, row-gutter: 5mm,
    said(it, "ear", "visual_listened"), said(it, "bulb", "visual_understood"),
    said(it, "hands", "visual_helped"), said(it, "clock", "visual_time"),
    said(it, "respect", "visual_respect"), said(it, "house", "visual_safe")))
  field(it, 0mm, 160mm, 148mm, 50mm, centre: (33mm, 185mm), reach: 150mm)
  tile(it, 12mm, 164mm, 42mm)
  at(60mm, 165mm, width: 78mm, height: 40mm, align(horizon, {
    set text(fill: paper)
    set text(14pt)
    pile(
      3.4mm,
      owner(it, size: 14pt, colour: paper, mark: false),
      letters(it, size: 20pt, colour: paper),
      it.site,
      sms-line(it),
    )
  }))
}
""",
)
