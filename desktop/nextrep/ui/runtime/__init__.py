"""What stands behind the screens: announcements, jobs, operations with undo, dialogs."""
