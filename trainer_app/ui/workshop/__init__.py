"""The trainer's screens for a workshop: planning it, holding it, and who was there."""
