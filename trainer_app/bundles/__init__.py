"""Files that travel: what a laptop knows, sealed for its centre, and lesson packs (`packs`)."""
