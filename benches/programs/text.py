# String building: N lines by format, join, slices, replace, find and +=.
N = 10000


def line(i):
    name = "item" + str(i % 97)
    padded = name + "." * (12 - len(name))
    return "%05d %s %s" % (i, padded.upper(), "".join([name[k] for k in range(len(name) - 1, -1, -1)]))


def main():
    text = ""
    for i in range(N):
        text += line(i) + "\n"
    text = text.replace("ITEM", "Thing-")
    count = 0
    at = text.find("Thing-9")
    while at >= 0:
        count += 1
        at = text.find("Thing-9", at + 1)
    lengths = 0
    for row in text.split("\n"):
        if row.startswith("000") or row.endswith("2meti"):
            lengths += len(row.strip())
    return "text " + str(len(text)) + " " + str(count) + " " + str(lengths) + " " + text[5000:5015]
