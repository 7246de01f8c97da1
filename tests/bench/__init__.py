"""Benchmarks: `python -m tests.bench` prints ratios against baselines of the same run."""
