"""Sorting on the screen: cards, piles and an order, by drag or by one press after the other."""
