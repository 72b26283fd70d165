"""What a learner sees before and between lessons: who sits here, signing in, home, what I can do."""
