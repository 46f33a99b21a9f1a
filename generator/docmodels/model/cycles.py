"""Circles of declarations that refer to each other."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def components(edges: Mapping[Node, Sequence[Node]]) -> tuple[frozenset[Node], ...]:
    """The strongly connected components of a graph that have a cycle, in no particular order.

    A single node counts only if it refers to itself. This is Tarjan's algorithm with its own stack, so that ten thousand
    nodes in a circle need no recursion.
    """
    index: dict[Node, int] = {}
    low: dict[Node, int] = {}
    open_nodes: list[Node] = []
    is_open: set[Node] = set()
    circles: list[frozenset[Node]] = []
    for root in edges:
        if root in index:
            continue
        work = [(root, iter(edges[root]))]
        index[root] = low[root] = len(index)
        open_nodes.append(root)
        is_open.add(root)
        while work:
            node, successors = work[-1]
            for successor in successors:
                if successor not in index:
                    index[successor] = low[successor] = len(index)
                    open_nodes.append(successor)
                    is_open.add(successor)
                    work.append((successor, iter(edges[successor])))
                    break
                if successor in is_open:
                    low[node] = min(low[node], index[successor])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    component = set[Node]()
                    while node not in component:
                        component.add(open_nodes.pop())
                    is_open -= component
                    if len(component) > 1 or node in edges[node]:
                        circles.append(frozenset(component))
    return tuple(circles)
