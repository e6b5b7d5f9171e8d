# Frames that are told as tuples; a file that is not there has no lines.
import traceback

print(traceback.format_list([('file.py', 3, 'name', 'the line'), ('file.py', 4, 'name', None)]))
print(traceback.format_list(traceback.StackSummary.from_list([('file.py', 3, 'name', 'the line')])))
