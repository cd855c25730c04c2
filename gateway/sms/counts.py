"""What the SMS channel counts."""

from prometheus_client import Counter, Histogram

RECEIVED = Counter(
    "korva_sms_received", "Inbound messages by what became of them", ["provider", "outcome"]
)
REFUSED = Counter("korva_sms_refused", "Requests not taken, by reason", ["provider", "reason"])
REPORTED = Counter("korva_sms_reports", "Delivery reports by what they said", ["provider", "state"])
SENT = Counter("korva_sms_sent", "Messages handed to the operator", ["kind", "outcome"])
TAKING = Histogram(
    "korva_sms_taking_seconds",
    "From a request's arrival to its commit",
    buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
)
