"""PowerShell: `**String**`, `[**Room[]**](Room.md)`, `**System.Collections.Hashtable**`, `**System.DateTime**`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATETIME, DECIMAL, INTEGER, NUMBER, STRING, MapOf
from ..vocabulary import Constructor, Vocabulary

_MAP = MapOf(ANY)

POWERSHELL = Vocabulary(
    language="powershell",
    scalars={
        "String": STRING,
        "Boolean": BOOLEAN,
        "Byte": INTEGER,
        "Int32": INTEGER,
        "Int64": INTEGER,
        "Decimal": DECIMAL,
        "Double": NUMBER,
        "Single": NUMBER,
        **dict.fromkeys(("System.DateTime", "SystemDateTime"), DATETIME),
        **dict.fromkeys(("System.IO.FileInfo", "SystemIOFileInfo", "System.Byte", "SystemByte"), BYTES),
        **dict.fromkeys(("System.Collections.Hashtable", "SystemCollectionsHashtable"), _MAP),
        **dict.fromkeys(("AnyType", "PSCustomObject", "System.Object", "SystemObject"), ANY),
    },
    suffixes={"?": Constructor.NULLABLE},
)
