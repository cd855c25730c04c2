"""The home-care form on A4: the structure of the web form, on paper."""

from print_assets.design import Design

DESIGN = Design(
    name="home-form-a4",
    titles={
        "fi": "Kotihoidon palautelomake, A4",
        "sv": "Hemvårdens responsblankett, A4",
        "en": "Home-care feedback form, A4",
    },
    width=210,
    height=297,
    smallest_type=12,
    module=0.8,
    safe=8,
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
  set par(leading: 0.5em)
  at(18mm, 14mm, width: 174mm, height: 269mm, grid(
    rows: (auto, auto, auto, auto, 1fr, auto, auto), row-gutter: 8mm,
    owner(it, height: 11mm, size: 12pt),
    title(it, "form_heading", 174mm, 22mm, 26pt, 20pt, colour: main),
    form-role(it),
    form-score(it, 174mm),
    form-words(it, 10mm),
    form-contact(it),
    form-foot(it, 34mm),
  ))
}
""",
)
