"""Generic types of programming languages, as people's docs write them: `Vec<Room>`, `Option[Room]`, `std::vector<Room>`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .vocabulary import Constructor

_LISTS = (
    # Python
    *("FrozenSet", "frozenset", "Iterable", "Iterator", "Deque", "deque", "MutableSequence", "AbstractSet"),
    # C#
    *("IEnumerable", "ICollection", "IList", "IReadOnlyList", "IReadOnlyCollection", "ISet", "ImmutableArray"),
    # Java, Kotlin, Scala
    *("ArrayList", "LinkedList", "HashSet", "LinkedHashSet", "TreeSet", "SortedSet", "ImmutableList", "ImmutableSet"),
    *("MutableList", "MutableSet", "Seq", "Stream", "IndexedSeq"),
    # TypeScript, Rust, C++
    *("ReadonlyArray", "ReadonlySet", "Vec", "VecDeque", "BTreeSet", "std.vector", "std.list", "std.set", "std.array"),
)
_MAPS = (
    *("DefaultDict", "defaultdict", "OrderedDict", "MutableMapping", "IDictionary", "IReadOnlyDictionary"),
    *("LinkedHashMap", "TreeMap", "SortedMap", "ImmutableMap", "MutableMap", "ReadonlyMap", "BTreeMap", "IndexMap"),
    *("std.map", "std.unordered_map"),
)

GENERICS: Mapping[str, Constructor] = MappingProxyType(
    {
        **dict.fromkeys(_LISTS, Constructor.LIST),
        **dict.fromkeys(_MAPS, Constructor.MAP),
        **dict.fromkeys(("Tuple", "tuple", "std.pair", "std.tuple"), Constructor.TUPLE),
        **dict.fromkeys(("Nullable", "Option", "Maybe", "std.optional"), Constructor.NULLABLE),
        **dict.fromkeys(("Partial", "Readonly", "Required", "NonNullable", "Awaited"), Constructor.PLAIN),
        **dict.fromkeys(("Box", "Arc", "Rc", "Cow", "std.shared_ptr", "std.unique_ptr"), Constructor.PLAIN),
        "Optional": Constructor.OPTIONAL,
        "Union": Constructor.UNION,
        "Literal": Constructor.LITERAL,
    }
)
"""By name, the type that it makes of those in its brackets. Without brackets, it is a name like any other."""
