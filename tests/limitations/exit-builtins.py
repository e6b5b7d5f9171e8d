import builtins
print([name for name in ('exit', 'quit', 'help', 'license', 'copyright', 'credits') if hasattr(builtins, name)])
