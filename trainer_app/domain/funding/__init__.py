"""What is reckoned for those who pay: projects, participations, answers, indicators, claims."""
