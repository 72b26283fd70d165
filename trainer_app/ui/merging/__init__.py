"""Bringing the news of several laptops together."""
