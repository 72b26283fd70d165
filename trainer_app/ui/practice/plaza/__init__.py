"""Plaza, the pretend network, on the screen of a phone or in a browser."""
