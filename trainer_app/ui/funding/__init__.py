"""Who pays for courses: projects, what they ask of people, what they took, and claims."""
