"""What makes a lesson whole: one written sentence for each rule, and the code that looks."""
