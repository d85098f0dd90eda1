"""The different orders of some nodes, of which several may be alike."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["distinct_permutations"]


def distinct_permutations(nodes: list[str]) -> Iterator[tuple[str, ...]]:
    """Every different order of `nodes`; like ones are not exchanged with each other."""
    kinds = list(dict.fromkeys(nodes))
    rank = {node: place for place, node in enumerate(kinds)}
    order = sorted(rank[node] for node in nodes)
    yield tuple(kinds[place] for place in order)
    while _advance(order):
        yield tuple(kinds[place] for place in order)


def _advance(order: list[int]) -> bool:
    """Turn `order` into the one that follows it in the dictionary; False when it is the last."""
    low = len(order) - 2
    while low >= 0 and order[low] >= order[low + 1]:
        low -= 1
    if low < 0:
        return False
    high = len(order) - 1
    while order[high] <= order[low]:
        high -= 1
    order[low], order[high] = order[high], order[low]
    order[low + 1 :] = reversed(order[low + 1 :])
    return True
