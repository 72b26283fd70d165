"""One module per file format; every label arrives as an argument."""
