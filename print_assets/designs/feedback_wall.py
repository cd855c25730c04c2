"""A poster with room for notes, A3: a wall that collects thoughts."""

from print_assets.design import Design

DESIGN = Design(
    name="feedback-wall",
    titles={
        "fi": "Palauteseinän juliste",
        "sv": "Affisch för responsväggen",
        "en": "Feedback wall poster",
    },
    width=297,
    height=420,
    smallest_type=24,
    module=1.8,
    safe=12,
    phrases=("wall.heading", "wall.good", "wall.better", "wall.how", "wall.phone"),
    drawing=r"""
#let area(it, x, name, key) = {
  place(top + left, dx: x, dy: 100mm, rect(
    width: 126mm, height: 200mm, radius: 4mm, stroke: 0.6mm + main, fill: soft,
  ))
  at(x + 6mm, 106mm, width: 114mm, grid(columns: (20mm, 1fr), align: horizon,
    picture(it, name, 16mm, colour: main),
    fit-all(it, key, 94mm, 38mm, 27pt, 24pt, colour: main, role: second-level)))
}
#let face(it) = {
  at(20mm, 18mm, width: 257mm, owner(it, height: 16mm, size: 24pt))
  at(20mm, if it.side.len() == 1 { 38mm } else { 45mm }, width: 257mm, {
    pile(9mm,
      fit-all(it, "wall_heading", 257mm, 28mm, 76pt, 36pt, colour: main, role: first-level),
      text(24pt, say(it, "wall_how")))
  })
  area(it, 20mm, "face-good", "wall_good")
  area(it, 151mm, "bulb", "wall_better")
  field(it, 0mm, 312mm, 297mm, 108mm, centre: (64mm, 364mm), reach: 280mm, gap: 12mm)
  tile(it, 20mm, 320mm, 88mm)
  at(120mm, 320mm, width: 157mm, height: 88mm, align(horizon, {
    set text(fill: paper)
    pile(7mm,
      fit-all(it, "wall_phone", 157mm, 26mm, 36pt, 28pt, colour: paper, role: second-level),
      letters(it, size: 42pt, colour: paper), text(24pt, it.site), text(24pt, sms-line(it)))
  }))
}
""",
)
