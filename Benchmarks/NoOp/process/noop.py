import json
import sys

sys.stdin.reconfigure(encoding="utf-8", newline="\n")
for line in sys.stdin:
    message = json.loads(line)
    if message["type"] == "bye":
        break
    if message["type"] == "hello":
        result = {"type": "hello", "protocol": 1}
    else:
        nothing = [{"annotations": []} for _ in message["documents"]]
        result = {"type": "results", "id": message["id"], "documents": nothing}
    print(json.dumps(result), flush=True)
