"""What the log says of an error that nobody foresaw."""

from textual.worker import WorkerFailed

from cadre_tui.tui import ending


def test_of_a_worker_that_failed_the_log_names_what_it_failed_of_and_no_value() -> None:
    def fails() -> None:
        answer = "很好"
        raise KeyError(answer)

    try:
        fails()
    except KeyError as error:
        told = ending.describe(WorkerFailed(error))
    assert told.startswith("KeyError\n")
    assert "in fails" not in told
    assert " fails" in told
    assert "很好" not in told
