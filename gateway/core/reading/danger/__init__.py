"""The words that tell of danger, in Finnish, Swedish and English.

A rule is a line, with what goes on from it set in further: word beginnings, any of which will do,
then what else must hold of the words around them: `+` one of these near it, `>` one of these among
the next two words, `!` none of these near it. A full stop ends a whole word, `*` stands for the
front of a compound, `$` is the end of the text. A word that means something harmless in another
of the languages carries its company.
"""
