"""What people do here, one module for each kind of doing; screens and commands both call these."""
