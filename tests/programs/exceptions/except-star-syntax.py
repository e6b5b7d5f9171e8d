"""Where a mix of `except` and `except*` is wrong, and what may not leave one."""
for src in ["try: pass\nexcept ValueError: pass\nexcept* ValueError as e:\n    pass\n", "try: pass\nexcept* ValueError: pass\nexcept ValueError as e:\n    pass\n","try: pass\nexcept* ValueError: pass\nexcept:\n    pass\n","try: pass\nexcept*:\n    pass\n", "try: pass\nexcept* ValueError: pass\nexcept   * (ValueError,\n OSError):\n    pass\n","def f():\n  try: pass\n  except* ValueError:\n    return\n","for i in x:\n  try: pass\n  except* ValueError:\n    continue\n"]:
    try: compile(src, 'x', 'exec')
    except SyntaxError as e: print(e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
