"""Many centres as one dataset: their news taken in, Parquet written, figures asked of it."""
