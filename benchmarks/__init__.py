"""What the house promises about speed and memory, measured: `python -m benchmarks.bench_NAME`."""
