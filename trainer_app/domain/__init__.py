"""The rules of the field in plain Python: no words for people, no input or output, no clock."""
