"""The lexicon: the words of the report as staff write them, and the code's names for them."""

from tpxl.terms.folding import fold, key, label_key
from tpxl.terms.known import is_known

__all__ = ["fold", "is_known", "key", "label_key"]
