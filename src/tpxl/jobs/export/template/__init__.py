"""The templates that staff keep: what they may say, whether they are sound, what fills them."""
