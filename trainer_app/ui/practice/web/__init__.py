"""The pretend web on the screen: claims, results, pages, and what one thinks of it."""
