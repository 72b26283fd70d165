"""The room's own network: who is there, who may join, and what they say to each other."""
