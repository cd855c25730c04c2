"""What is counted of codes and forms; never which code."""

from prometheus_client import Counter, Histogram

CODES = Counter("korva_codes", "Codes that were opened or tried", ["outcome"])
FORMS = Counter("korva_forms", "Forms that were sent", ["outcome"])
TAKING = Histogram(
    "korva_form_taking_seconds",
    "From the arrival of a form to its commit",
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
)
