"""The errors this room raises."""


class ClassifierError(Exception):
    """Something the reader of the message can put right; the message names the remedy."""


class ModelUnusable(ClassifierError):
    """A model that can't be loaded, or whose labels can't be mapped to the taxonomy."""


class CorpusUnusable(ClassifierError):
    """A file of labelled comments that can't be read."""
