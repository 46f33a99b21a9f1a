"""How fast docmodels is, as ratios within one run: `make benchmark`.

Times of one machine mean little elsewhere, and less while others work on it. So each figure is the ratio of the
processor times of two commands that took turns; of the rounds of each, the fastest counts.
"""
