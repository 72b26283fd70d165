"""The planner on the screen: steps, cards, a calendar, money, and trying it out."""
