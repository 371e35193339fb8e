"""What was read once is read again as soon as anything was written, by whomever."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from nextrep.domain.program import Answers, Program
from nextrep.storage.memo import Memo
from nextrep.storage.store import Store

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ANSWERS = Answers((0, 3), frozenset())


def insert(store: Store, title: str) -> int:
    return store.programs.insert(Program(0, "mind_and_muscle", title, 739_942, 12, ANSWERS), NOW)


@pytest.fixture
def titles(store: Store) -> Callable[[], tuple[str, ...]]:
    """Reads the titles of all programs through a memo."""
    database = store.programs._database
    memo = Memo[tuple[str, ...]](database)

    def read() -> tuple[str, ...]:
        return tuple(row[0] for row in database.execute_sql("SELECT title FROM program ORDER BY id"))

    return lambda: memo.get("titles", read)


def test_the_same_answer_is_given_while_nothing_is_written(titles: Callable[[], tuple[str, ...]]) -> None:
    assert titles() is titles()


def test_what_was_written_is_seen(store: Store, titles: Callable[[], tuple[str, ...]]) -> None:
    assert titles() == ()
    with store.transaction():
        insert(store, "first")
        assert titles() == ("first",)
    assert titles() == ("first",)


def test_what_was_rolled_back_is_forgotten(store: Store, titles: Callable[[], tuple[str, ...]]) -> None:
    titles()

    def fail() -> None:
        with store.transaction():
            insert(store, "first")
            assert titles() == ("first",)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert titles() == ()


def test_what_another_connection_wrote_is_seen(store: Store, titles: Callable[[], tuple[str, ...]]) -> None:
    titles()

    def write() -> None:
        with store.on_this_thread(), store.transaction():
            insert(store, "from elsewhere")

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()
    assert titles() == ("from elsewhere",)


def test_rows_that_go_with_others_count(store: Store) -> None:
    with store.transaction():
        number = insert(store, "first")
        store.programs._database.execute_sql(
            "INSERT INTO planned (program_id, day, week, phase, title, first_day)"
            " VALUES (?, 1, 1, '', 'A', 1)",
            (number,),
        )
    assert len(store.programs.planned_of(number)) == 1
    store.programs._database.execute_sql("DELETE FROM program WHERE id = ?", (number,))
    assert store.programs.planned_of(number) == ()
