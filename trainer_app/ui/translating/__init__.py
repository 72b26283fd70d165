"""Screens on which lessons are brought into other languages."""
