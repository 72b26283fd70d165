"""The trainers’ guide beside the screen that it explains."""
