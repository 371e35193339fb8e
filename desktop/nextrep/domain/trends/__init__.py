"""What a person's own series can and cannot say: findings with their intervals, and the words for them.

The rules are those of docs/statistics.md, which also holds the simulations that they were chosen by. Only
`slope`, `bootstrap`, `day_after` and what imports them need numpy; findings and their words do not, so that a
screen can hold and say findings before numpy is there.
"""
