"""A card for children: a hare that listens, three faces, pictures with words, A5."""

from print_assets.design import Design

DESIGN = Design(
    name="child-card",
    titles={
        "fi": "Lapsen palautekortti",
        "sv": "Barnets responskort",
        "en": "Child's feedback card",
    },
    width=148,
    height=210,
    smallest_type=16,
    module=0.9,
    safe=6,
    phrases=(
        "face.bad",
        "face.neutral",
        "face.good",
        "child.heading",
        "picture.hare",
        "child.bad",
        "child.middle",
        "child.good",
        "child.open",
        "child.choose",
        "child.tell",
        "child.help",
        "child.name",
    ),
    sides=True,
    drawing=r"""
#let face-with(it, name, key) = align(center, pile(3.4mm,
  picture(it, name, 31mm, alt: name.replace("-", "_")), text(18pt, weight: 600, first(it, key))))
#let step(it, name, key) = grid(columns: (16mm, 1fr), align: horizon,
  picture(it, name, 11mm, colour: main), text(16pt, first(it, key)))

#let face(it) = {
  at(10mm, 9mm, width: 36mm, picture(it, "hare", 36mm, alt: "picture_hare", colour: main))
  at(50mm, 9mm, width: 88mm, height: 38mm, align(horizon, pile(
    5mm,
    title(it, "child_heading", 88mm, 24mm, 34pt, 22pt, colour: main),
    owner(it, height: 9mm, size: 16pt),
  )))
  at(12mm, 55mm, width: 124mm, grid(columns: (1fr, 1fr, 1fr), align: center,
    face-with(it, "face-bad", "child_bad"),
    face-with(it, "face-neutral", "child_middle"),
    face-with(it, "face-good", "child_good")))
  field(it, 0mm, 110mm, 148mm, 100mm, colour: soft)
  at(12mm, 119mm, width: 62mm, stack(spacing: 5mm,
    step(it, "phone", "child_open"),
    step(it, "face-good", "child_choose"),
    step(it, "pencil", "child_tell")))
  tile(it, 83mm, 117mm, 53mm)
  at(83mm, 171.5mm, width: 53mm, align(center, letters(it, size: 20pt)))
  at(12mm, 182mm, width: 124mm, {
    set text(16pt)
    set par(leading: 0.42em)
    pile(3mm, { first(it, "child_help"); [ ]; first(it, "child_name") }, sms-line(it))
  })
}
""",
)
