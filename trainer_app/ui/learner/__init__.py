"""What a learner sees beside the lessons: who sits here, signing in, home, what I can do."""
