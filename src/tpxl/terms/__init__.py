"""The lexicon: the words of the report as staff write them, and the code's names for them."""

from tpxl.terms.folding import fold, key, label_key

__all__ = ["fold", "key", "label_key"]
