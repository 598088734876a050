"""The work of a task, for tests that have it wait for something on its way."""

from ui.tasks import Task, Work


def work_of(task: Task) -> Work:
    """Return what the task would do, to do it in another one."""
    work = task._job._work
    assert work is not None
    return work
