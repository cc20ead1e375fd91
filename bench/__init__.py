"""Benchmarks: what is here beside what one would otherwise run, measured in the same run and told as ratios."""
