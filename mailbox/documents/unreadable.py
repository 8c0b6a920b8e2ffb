"""The one exception of the readers."""

from medverkan.mailbox.documents.problems import Problem


class UnreadableError(Exception):
    """The document is not what it says it is, or it is over a limit; `problem` says which."""

    def __init__(self, problem: Problem = Problem.BROKEN) -> None:
        super().__init__(problem.value)
        self.problem = problem
