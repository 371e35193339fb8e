"""Papers: dataclasses in, PDF bytes out. The only place that knows ReportLab."""
