import json
print(list(json.JSONEncoder().iterencode([1, 'a'])))
