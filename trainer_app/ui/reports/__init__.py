"""What a centre shows to those who pay and ask: attendance as figures, rows and files."""
