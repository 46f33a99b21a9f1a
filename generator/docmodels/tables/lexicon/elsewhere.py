"""Yes, no and required in languages that have no lexicon: they tell that a column is one of marks, and no more."""

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

REQUIRED = frozenset(
    split(
        "obbligatorio, obbligatoria, obblig., obbl., richiesto, obbligatorietà, wymagane, wymagany, wymagalność, obowiązkowe, obowiązkowy, "
        "zorunlu, zorunluluk, gerekli, gereklilik, wajib, wajib?, wajib diisi, diperlukan, diwajibkan, verplicht, vereist, "
        "povinné, povinný, povinnost, vyžadováno, povinnosť, обов'язково, обов’язково, обов'язкове, обов’язкове, обов'язковий, обов’язковий, "
        "обов'язковість, обов’язковість, задължително, обавезно, bắt buộc, yêu cầu, kötelező, pakollinen, obligatorisk, obligatoriskt, "
        "krävs, påkrævet, påkrevd, obligatoriu, obavezno, obvezno, privalomas, kohustuslik, υποχρεωτικό, απαιτείται, "
        "חובה, נדרש, مطلوب, إلزامي, إجباري, الزامی, अनिवार्य, आवश्यक, จำเป็น, บังคับ"
    )
)
"""Headings of columns that say whether a field is required."""
