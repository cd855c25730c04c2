"""The tokenizer: word pieces of Finnish, Swedish and English, blind to case and umlauts."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

SIZE = 24_000
_OWN_REPEATS = 12
_ALPHABET = 400
_UNKNOWN = "[UNK]"
_SPECIAL = ("[PAD]", _UNKNOWN, "[CLS]", "[SEP]", "[MASK]")
_INSIDE = "##"


def learn(own: Sequence[str], raw: Sequence[str], size: int = SIZE) -> Any:
    """Learn a fast BERT tokenizer; our own texts count `_OWN_REPEATS` times.

    Lower case and no accents, because people write "hyvaa" and "HYVÄÄ" on a phone.
    """
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers
    from transformers import BertTokenizerFast

    texts = [*raw, *(text for _ in range(_OWN_REPEATS) for text in own)]
    tokenizer = Tokenizer(models.WordPiece(unk_token=_UNKNOWN))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True, strip_accents=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    letters = _alphabet(texts, tokenizer.normalizer)
    trainer = trainers.WordPieceTrainer(
        vocab_size=size,
        # Letters that are named beforehand get the same numbers each time; those that the trainer
        # comes upon don't, and ties between pairs are then broken otherwise.
        special_tokens=[*_SPECIAL, *letters, *(_INSIDE + letter for letter in letters)],
        limit_alphabet=len(letters),
        min_frequency=3,
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return BertTokenizerFast(
        vocab=tokenizer.get_vocab(),
        do_lower_case=True,
        strip_accents=True,
        model_input_names=["input_ids", "attention_mask"],
    )


def _alphabet(texts: Sequence[str], normalizer: Any) -> list[str]:
    """Return the commonest characters, in their own order."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(normalizer.normalize_str(text))
    found = sorted((-times, each) for each, times in counts.items() if not each.isspace())
    return sorted(each for _, each in found[:_ALPHABET])
