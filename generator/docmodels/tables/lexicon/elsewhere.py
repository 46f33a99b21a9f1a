"""Yes and no in languages that have no lexicon: they tell that a column is one of marks, and not what it marks."""

from __future__ import annotations

from .entries import split

YES = (
    "sì, si, tak, evet, có, ya, ja, ano, áno, так, igen, kyllä, on, da, ναι, כן, نعم, हाँ, हां, ใช่, "
    "obbligatorio, wymagane, zorunlu, wajib, verplicht, povinné, обов'язково, обов’язкове, bắt buộc, kötelező, pakollinen"
)
NO = (
    "nie, hayır, không, tidak, nee, nej, nei, ne, ні, nem, ei, nu, όχι, לא, لا, नहीं, ไม่, ไม่ใช่, "
    "facoltativo, opzionale, opcjonalne, isteğe bağlı, opsiyonel, tùy chọn, opsional, optioneel, volitelné, nepovinné, необов'язково"
)
SIGNS = frozenset(split(YES)) | frozenset(split(NO))
