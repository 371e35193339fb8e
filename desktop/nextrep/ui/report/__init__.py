"""Report: what the clinician will see, and what stays private."""
