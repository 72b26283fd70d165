"""Reads and checks lesson folders: the structure in TOML, the words in Markdown.

This module imports nothing, so that the program can start without loading the Markdown reader.
"""
