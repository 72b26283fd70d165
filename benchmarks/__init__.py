"""How fast the program is, as ratios: each task beside the least that any program would do for it.

    python -m benchmarks [--only NAME] [--rounds N] [--large]

Seconds depend on the machine; a ratio measured in the same minute on the same disk hardly does.
"""
