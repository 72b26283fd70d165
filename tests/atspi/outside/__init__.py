"""A program of its own that works ours only through AT-SPI, as a screen reader does."""
