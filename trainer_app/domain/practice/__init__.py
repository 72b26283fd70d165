"""The pretend worlds that people practise in: pure state machines, no screen, no clock."""
