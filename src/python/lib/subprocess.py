"""Names of `subprocess`. The playground cannot start processes."""

__all__ = ['CalledProcessError', 'CompletedProcess', 'DEVNULL', 'PIPE',
           'Popen', 'STDOUT', 'SubprocessError', 'TimeoutExpired', 'call',
           'check_call', 'check_output', 'getoutput', 'run']

PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    """The base of this module's exceptions."""


class CalledProcessError(SubprocessError):
    """A process ended with an error."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = self.stdout = output
        self.stderr = stderr

    def __str__(self):
        return (f"Command '{self.cmd}' returned non-zero exit status "
                f'{self.returncode}.')


class TimeoutExpired(SubprocessError):
    """A process took too long."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = self.stdout = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"


class CompletedProcess:
    """What `run` would return."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout,
                                     self.stderr)


class Popen:
    """Cannot be made."""

    def __init__(self, args, *rest, **kwargs):
        raise OSError(38, 'subprocess does not work here: the playground '
                      'cannot start processes')


def run(*args, **kwargs):
    return Popen(*args, **kwargs)


call = check_call = check_output = getoutput = getstatusoutput = run
