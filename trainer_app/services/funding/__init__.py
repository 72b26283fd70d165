"""What organisers do: projects, what they took, who took part, claims, and files for funders."""
