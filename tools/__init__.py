"""What dev.py is made of. Standard library only; nothing here is part of the program."""
