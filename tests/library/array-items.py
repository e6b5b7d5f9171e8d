from array import array
a = array('i', [1, 2, 3]); a.append(4); a.extend([5]); a[0] = 9
print(a, len(a), a[1:3], a.itemsize, a.tolist(), a.tobytes()[:8], a.index(3), a.count(2), 5 in a, a.pop(), a + array('i', [7]), a * 2)
print(array('d', [1.5, 2]), array('f', [0.1])[0], array('b', b'\xff\x01'), array('h'), a == array('i', [9, 2, 3, 4]), a < array('i', [10]))
a.reverse(); a.insert(0, 8); a.remove(2); del a[0]; print(a, list(reversed(a)), sum(a))
b = array('H', [1, 256]); b.byteswap(); print(b)
for f in (lambda: array('b', [200]), lambda: array('i', ['x']), lambda: a[10], lambda: array('z'), lambda: array('B', [-1])):
    try: f()
    except Exception as e: print(type(e).__name__)
