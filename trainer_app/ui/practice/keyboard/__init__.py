"""The on-screen keyboard, and the field of a practice that it writes into."""
