"""The home-care form on A5, for a bag and a small table."""

from print_assets.design import Design

DESIGN = Design(
    name="home-form-a5",
    titles={
        "fi": "Kotihoidon palautelomake, A5",
        "sv": "Hemvårdens responsblankett, A5",
        "en": "Home-care feedback form, A5",
    },
    width=148,
    height=210,
    smallest_type=12,
    module=0.7,
    safe=6,
    phrases=(
        "form.heading",
        "form.who",
        "form.client",
        "form.close",
        "form.other",
        "form.helped",
        "form.score",
        "form.least",
        "form.most",
        "form.words",
        "form.health",
        "form.contact",
        "form.consent",
        "form.name",
        "form.phone",
        "form.envelope",
        "form.online",
        "form.ask",
    ),
    offers=("contact",),
    sides=True,
    drawing=r"""
#import "/typst/form.typ": *

#let face(it) = {
  set text(12pt)
  set par(leading: 0.4em)
  at(10mm, 9mm, width: 128mm, height: 194mm, grid(
    rows: (auto, auto, auto, 1fr, auto, auto), row-gutter: 5mm,
    title(it, "form_heading", 128mm, 15mm, 19pt, 15pt, colour: main),
    form-role(it),
    form-score(it, 128mm),
    form-words(it, 8mm),
    form-contact(it),
    form-foot(it, 30mm),
  ))
}
""",
)
