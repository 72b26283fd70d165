"""Screens. They draw what services tell and emit what people do; no rule of the field is here."""
