"""One box to find people, courses, lessons and screens by their names."""
