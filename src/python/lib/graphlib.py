"""Putting things in an order in which each comes after what it needs."""

__all__ = ['CycleError', 'TopologicalSorter']

from types import GenericAlias


class CycleError(ValueError):
    """There is no order; `args[1]` is a list of nodes that go round."""


class _Node:
    __slots__ = ('value', 'waits_for', 'followers', 'state')

    def __init__(self, value):
        self.value = value
        # How many predecessors are not done yet.
        self.waits_for = 0
        self.followers = []
        self.state = 'waiting'


class TopologicalSorter:
    """Gives the nodes of a graph out as soon as their predecessors are done."""

    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._given_out = 0
        self._done = 0
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def _node(self, value):
        node = self._nodes.get(value)
        if node is None:
            node = self._nodes[value] = _Node(value)
        return node

    def add(self, node, *predecessors):
        """Adds a node that comes after its predecessors."""
        if self._ready is not None:
            raise ValueError(
                'Nodes cannot be added after a call to prepare()')
        item = self._node(node)
        item.waits_for += len(predecessors)
        for predecessor in predecessors:
            self._node(predecessor).followers.append(item)

    def prepare(self):
        """Ends the adding; CycleError if there is no order."""
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready = [n for n in self._nodes.values() if not n.waits_for]
        for node in self._ready:
            node.state = 'ready'
        cycle = self._find_cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def get_ready(self):
        """The nodes that have become ready since the last call."""
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        ready, self._ready = self._ready, []
        for node in ready:
            node.state = 'given out'
        self._given_out += len(ready)
        return tuple(node.value for node in ready)

    def is_active(self):
        """Whether something is ready or will become so."""
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        return self._done < self._given_out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Says that nodes are done, which may make others ready."""
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        for value in nodes:
            node = self._nodes.get(value)
            if node is None:
                raise ValueError(f'node {value!r} was not added using add()')
            if node.state != 'given out':
                if node.state == 'done':
                    raise ValueError(
                        f'node {value!r} was already marked done')
                raise ValueError(f'node {value!r} was not passed out '
                                 '(still not ready)')
            node.state = 'done'
            self._done += 1
            for follower in node.followers:
                follower.waits_for -= 1
                if not follower.waits_for:
                    follower.state = 'ready'
                    self._ready.append(follower)

    def _find_cycle(self):
        """The values of a cycle, its first one also at the end; or None."""
        finished = set()
        for start in self._nodes.values():
            if start in finished:
                continue
            # The way from `start` to here, and what is left to try there.
            path, on_path, left = [], {}, []
            node = start
            while True:
                if node in on_path:
                    return [n.value for n in path[on_path[node]:]] + [
                        node.value]
                if node not in finished:
                    on_path[node] = len(path)
                    path.append(node)
                    left.append(iter(node.followers))
                node = None
                while path:
                    node = next(left[-1], None)
                    if node is not None:
                        break
                    ended = path.pop()
                    left.pop()
                    del on_path[ended]
                    finished.add(ended)
                if node is None:
                    break
        return None

    def static_order(self):
        """All nodes in order."""
        self.prepare()
        while self.is_active():
            group = self.get_ready()
            yield from group
            self.done(*group)

    __class_getitem__ = classmethod(GenericAlias)
