"""The profile on disk: the only place that knows Peewee and SQL."""
