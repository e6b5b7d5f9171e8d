# Sorting N records: with a lambda as key, in reverse, by a method, and min and max with a key.
N = 10000


class Record:
    def __init__(self, number):
        self.number = number
        self.name = "r" + str(number % 1000)

    def rank(self):
        return (self.number % 10, self.name)


def main():
    seed = 7
    records = []
    for _ in range(N):
        seed = seed * 75 % 65537
        records.append(Record(seed))
    records.sort(key=lambda record: record.number)
    first = records[N // 3].number
    by_rank = sorted(records, key=Record.rank, reverse=True)
    low = min(records, key=lambda record: record.number % 4099)
    high = max(records, key=lambda record: len(record.name) * 100000 + record.number)
    return "sort_key " + " ".join([str(first), str(by_rank[17].number), by_rank[-1].name, str(low.number), str(high.number)])
