"""The first steps without a word: a hand that finds a face, three pictures and a lesson."""
