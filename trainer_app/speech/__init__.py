"""Speaking: the helper process with its voices and its player, and the line to it."""
