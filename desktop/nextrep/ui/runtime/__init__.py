"""What stands behind the screens: announcements, jobs, operations with undo, settings of this computer."""
