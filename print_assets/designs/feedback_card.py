"""A card to hand over or leave on a table, A6."""

from print_assets.design import Design

DESIGN = Design(
    name="feedback-card",
    titles={"fi": "Palautekortti", "sv": "Responskort", "en": "Feedback card"},
    width=105,
    height=148,
    smallest_type=12,
    module=0.8,
    safe=5,
    phrases=("card.heading", "card.lead", "code.scan", "code.type"),
    sides=True,
    drawing=r"""
#let face(it) = {
  at(9mm, 9mm, width: 87mm, owner(it, height: 9mm, size: 12pt))
  at(9mm, 23mm, width: 87mm, pile(6mm,
    title(it, "card_heading", 87mm, 24mm, 29pt, 20pt, colour: main),
    text(14pt, first(it, "card_lead"))))
  code-field(it, 71mm, 40mm, 12pt)
}
""",
)
