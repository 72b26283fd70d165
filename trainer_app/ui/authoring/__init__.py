"""Screens on which a trainer makes and changes lessons of the centre's own."""
