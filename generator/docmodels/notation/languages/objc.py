"""Objective-C: `**NSString***`, `[**NSArray<XYRoom>***](XYRoom.md)`, `**NSDictionary<NSString*, NSNumber*>***`."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATETIME, INTEGER, NUMBER, STRING, union
from ..vocabulary import Constructor, Vocabulary

OBJC = Vocabulary(
    language="objc",
    scalars={
        "NSString": STRING,
        "NSNumber": union(BOOLEAN, INTEGER, NUMBER),  # the notation does not say which it is
        **dict.fromkeys(("BOOL", "bool"), BOOLEAN),
        "NSDate": DATETIME,
        **dict.fromkeys(("NSURL", "NSData"), BYTES),
        "NSObject": ANY,
    },
    constructors={
        **dict.fromkeys(("NSArray", "NSMutableArray", "NSSet"), Constructor.LIST),
        **dict.fromkeys(("NSDictionary", "NSMutableDictionary"), Constructor.MAP),
    },
    suffixes={"*": Constructor.PLAIN},
)
