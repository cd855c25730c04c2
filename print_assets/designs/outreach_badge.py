"""An outreach worker's badge: a first name only, so that nobody can be looked up."""

from print_assets.design import Design

DESIGN = Design(
    name="outreach-badge",
    titles={
        "fi": "Jalkautuvan työn kortti",
        "sv": "Bricka för uppsökande arbete",
        "en": "Outreach badge",
    },
    width=85,
    height=55,
    smallest_type=7.5,
    module=0.7,
    safe=3,
    phrases=("outreach.ask", "note.anonymous"),
    needs=("given_name",),
    offers=("team",),
    drawing=r"""
#let face(it) = {
  field(it, 0mm, 0mm, 85mm, 55mm, centre: (63.75mm, 22.25mm), reach: 95mm)
  at(5mm, 5mm, width: 38mm, height: 45.5mm, grid(rows: (auto, auto, 1fr, auto),
    text(7.5pt, fill: paper, weight: 600, first(it, "owner")),
    below(3mm, fit(
      it, "given_name", it.given, 38mm, 11mm, 24pt, 12pt, colour: paper, role: first-level,
    )),
    below(2.8mm, fit-all(it, "team", 38mm, 8mm, 9pt, 7.5pt, weight: 400, colour: paper)),
    {
      set text(fill: paper, size: 7.5pt)
      set par(leading: 0.42em)
      pile(1.6mm,
        text(10pt, weight: 600, say(it, "outreach_ask")),
        say(it, "note_anonymous", between: [ ]),
        sms-line(it))
    },
  ))
  tile(it, 46.5mm, 5mm, 34.5mm)
  at(44.25mm, 41.8mm, width: 39mm, align(center, pile(1.8mm,
    letters(it, size: 11pt, colour: paper), link(it.address, text(7.5pt, fill: paper, it.site)))))
}
""",
)
