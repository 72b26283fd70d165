"""Pieces that the screens of several kinds of practice are made of."""
