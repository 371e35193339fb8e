"""The sections of the clinician's report, one a file. Each draws from a top and says where it ended."""
