"""The truth on the disk: an encrypted log of events, and the tables made from it."""
