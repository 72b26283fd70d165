"""Teaches people to use social media, offline, and keeps an honest record of who came."""

__version__ = "0.1.0"
