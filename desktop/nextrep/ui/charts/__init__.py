"""Charts: panels over one time axis, their words and their table. The only place that knows pyqtgraph."""
