"""What sessions of the CLI share, instead of making it anew: the tree of handlers, the endpoint rules.

Neither holds anything of a learner. A session that registers a handler copies the path to it, so that no
other session sees it; endpoint rules are a function of the region and the bucket's name.
"""

from typing import Any


def share_handlers(hooks: Any) -> None:
    """Copies of the tree of handlers cost nothing: what is changed is copied first."""

    class SharedTrie(hooks._PrefixTrie):  # type: ignore[misc] # known once loaded
        """A tree whose nodes are never changed once another tree may hold them."""

        _root: dict[str, Any]

        def append_item(self, key: str, value: object, section: int = 1) -> None:
            node = self._root = self._twin(self._root)
            for part in key.split("."):
                child = node["children"].get(part) or {"chunk": part, "children": {}, "values": None}
                node["children"][part] = node = self._twin(child)
            if node["values"] is None:
                node["values"] = hooks.NodeList([], [], [])
            node["values"][section].append(value)

        def remove_item(self, key: str, value: object) -> None:
            node = self._root = self._twin(self._root)
            for part in key.split("."):
                child = node["children"].get(part)
                if child is None:
                    break
                node["children"][part] = node = self._twin(child)
            super().remove_item(key, value)

        def __copy__(self) -> "SharedTrie":
            other = self.__class__()
            other._root = self._root
            return other

        @staticmethod
        def _twin(node: dict[str, Any]) -> dict[str, Any]:
            values = node["values"]
            held = None if values is None else hooks.NodeList(*map(list, values))
            return {"chunk": node["chunk"], "children": dict(node["children"]), "values": held}

    hooks._PrefixTrie = SharedTrie


def share_rules(regions: Any) -> None:
    """The endpoint rules of a service are read once."""
    provider = regions.EndpointProvider
    known: dict[tuple[int, int, object], tuple[Any, Any, Any]] = {}

    def provided(ruleset_data: Any, partition_data: Any, excluded_params: Any = None) -> Any:
        key = (id(ruleset_data), id(partition_data), frozenset(excluded_params or ()))
        if key not in known:  # the data is kept, so that no other data gets its id
            known[key] = (
                provider(ruleset_data, partition_data, excluded_params),
                ruleset_data,
                partition_data,
            )
        return known[key][0]

    regions.EndpointProvider = provided
