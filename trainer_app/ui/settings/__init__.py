"""How this laptop is set up, and what the program is made of."""
