# A decoder class gets only what was asked for.
import json
class Dec(json.JSONDecoder):
    def __init__(self, *args, **kwargs):
        super().__init__(object_hook=self.hook, *args, **kwargs)
    def hook(self, d): return list(d.items())
print(json.loads('{"a": {"b": 1}}', cls=Dec))
import heapq
try: heapq.heapify((1,2))
except TypeError as e: print(e)
