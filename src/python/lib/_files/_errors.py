"""Errors as Linux numbers and words them."""

MESSAGES = {
    1: 'Operation not permitted', 2: 'No such file or directory',
    3: 'No such process', 4: 'Interrupted system call',
    5: 'Input/output error', 9: 'Bad file descriptor',
    10: 'No child processes', 11: 'Resource temporarily unavailable',
    12: 'Cannot allocate memory', 13: 'Permission denied',
    16: 'Device or resource busy', 17: 'File exists',
    18: 'Invalid cross-device link', 20: 'Not a directory',
    21: 'Is a directory', 22: 'Invalid argument',
    24: 'Too many open files', 25: 'Inappropriate ioctl for device',
    27: 'File too large', 28: 'No space left on device',
    29: 'Illegal seek', 30: 'Read-only file system', 32: 'Broken pipe',
    36: 'File name too long', 38: 'Function not implemented',
    39: 'Directory not empty', 40: 'Too many levels of symbolic links',
    98: 'Address already in use', 104: 'Connection reset by peer',
    110: 'Connection timed out', 111: 'Connection refused',
    113: 'No route to host', 115: 'Operation now in progress',
}


def error(number, filename=None, filename2=None):
    """The OSError of a number, to be raised."""
    text = MESSAGES.get(number, f'Unknown error {number}')
    if filename2 is not None:
        return OSError(number, text, filename, None, filename2)
    if filename is not None:
        return OSError(number, text, filename)
    return OSError(number, text)
