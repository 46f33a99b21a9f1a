"""Italian, Dutch, Polish, Turkish, Vietnamese, Indonesian, Ukrainian, Arabic, Hebrew, Thai and others, a few words of each.

None of them has a lexicon of its own. These words are headings of columns, yes and no, the simplest types, and phrases
that make a list one of examples, not of values. A column with other words is a finding.
"""

from __future__ import annotations

import unicodedata

from ...model.types import BOOLEAN, DATE, DATETIME, INTEGER, NUMBER, STRING
from .entries import split
from .lexicon import Lexicon
from .meanings import Mark, Part, Role

ELSEWHERE = "elsewhere"

LEXICON = Lexicon(
    language=ELSEWHERE,
    columns={
        Role.NAME: (
            "parametro, proprietà, attributo, nome campo, nome parametro, veld, veldnaam, eigenschap, pole, nazwa pola, parametr, właściwość, "
            "atrybut, název pole, parametre, vlastnost, alan, alan adı, parametre adı, özellik, tham số, tên tham số, trường, tên trường, "
            "thuộc tính, nama parameter, nama field, nama kolom, поле, назва поля, назва параметра, властивість, "
            "fält, felt, egenskap, egenskab, mező, paraméter, kenttä, câmp, parametru, πεδίο, παράμετρος, "
            "الحقل, اسم الحقل, المعامل, المعلمة, البارامتر, الخاصية, پارامتر, فیلد, نام فیلد, שדה, שם השדה, פרמטר, ฟิลด์, ชื่อฟิลด์, พารามิเตอร์, फ़ील्ड"
        ),
        Role.TYPE: "tipo di dato, tipo dato, gegevenstype, typ danych, datový typ, tip, veri tipi, veri türü, kiểu, kiểu dữ liệu, loại, tipe, tipe data, тип даних, "
        "típus, tyyppi, τύπος, النوع, نوع البيانات, نوع, نوع داده, סוג, ประเภท, ชนิด, ชนิดข้อมูล, ประเภทข้อมูล, प्रकार",
        Role.DESCRIPTION: (
            "descrizione, beschrijving, omschrijving, toelichting, betekenis, opis, popis, poznámka, význam, açıklama, mô tả, "
            "ý nghĩa, deskripsi, keterangan, penjelasan, опис, "
            "beskrivning, noteringar, beskrivelse, leírás, megjegyzés, kuvaus, descriere, περιγραφή, الوصف, الشرح, ملاحظات, توضیح, توضیحات, شرح, "
            "תיאור, הסבר, הערות, משמעות, คำอธิบาย, รายละเอียด, หมายเหตุ, ความหมาย, विवरण"
        ),
        Role.REQUIRED: (
            "obbligatorio, obbligatoria, obblig., obbl., richiesto, obbligatorietà, wymagane, wymagany, wymagana, wymagalność, obowiązkowe, obowiązkowy, "
            "zorunlu, zorunluluk, gerekli, gereklilik, wajib, wajib?, wajib diisi, diperlukan, diwajibkan, verplicht, vereist, "
            "povinné, povinný, povinnost, vyžadováno, povinnosť, обов'язково, обов’язково, обов'язкове, обов’язкове, обов'язковий, обов’язковий, "
            "обов'язковість, обов’язковість, задължително, обавезно, bắt buộc, yêu cầu, kötelező, pakollinen, obligatorisk, obligatoriskt, "
            "krävs, påkrævet, påkrevd, obligatoriu, obavezno, obvezno, privalomas, kohustuslik, υποχρεωτικό, απαιτείται, "
            "חובה, נדרש, مطلوب, إلزامي, إجباري, الزامی, اجباری, अनिवार्य, आवश्यक, จำเป็น, บังคับ, ข้อบังคับ"
        ),
        Role.DEFAULT: (
            "predefinito, valore predefinito, standaard, standaardwaarde, domyślnie, domyślny, domyślna, wartość domyślna, výchozí, "
            "výchozí hodnota, varsayılan, varsayılan değer, mặc định, giá trị mặc định, bawaan, nilai default, "
            "за замовчуванням, типове значення, значення за замовчуванням, "
            "alapértelmezett, standardverdi, standardvärde, الافتراضي, القيمة الافتراضية, پیشفرض, پیش‌فرض, ברירת מחדל, ค่าเริ่มต้น"
        ),
        Role.VALUES: (
            "vincoli, validazione, valori possibili, valori ammessi, opties, toegestane waarden, mogelijke waarden, walidacja, ograniczenia, dozwolone wartości, "
            "validace, omezení, povolené hodnoty, kısıt, kısıtlamalar, izin verilen değerler, ràng buộc, giá trị hợp lệ, batasan, nilai yang diizinkan, "
            "обмеження, валідація, допустимі значення"
        ),
        Role.EXAMPLE: "مثال, ตัวอย่าง, דוגמה, példa, exempel, esempio, voorbeeld, przykład, příklad, örnek, ví dụ, contoh, приклад",
    },
    yes=(
        "sì, si, tak, evet, да, có, ya, ja, ano, áno, так, igen, kyllä, da, ναι, כן, نعم, हाँ, हां, ใช่, بله, "
        "obbligatorio, wymagane, zorunlu, wajib, verplicht, povinné, обов'язково, обов’язкове, bắt buộc, kötelező, pakollinen"
    ),
    no=(
        "nie, hayır, hayir, khong, не, không, tidak, nee, nej, nei, ne, ні, nem, ei, nu, όχι, לא, لا, नहीं, ไม่, ไม่ใช่, خیر, ไม่จำเป็น, ไม่บังคับ, "
        "facoltativo, opzionale, opcjonalne, isteğe bağlı, i̇steğe bağlı, opsiyonel, tùy chọn, opsional, optioneel, volitelné, nepovinné, необов'язково, "
        "опційно, опціонально"
    ),
    conditions=(
        "se, quando, solo, jeśli, jeżeli, gdy, kiedy, o ile, tylko, als, indien, wanneer, alleen, pokud, když, jestliže, pouze, ak, "
        "ise, eğer, yalnızca, sadece, nếu, khi, chỉ, jika, apabila, bila, hanya, якщо, коли, лише, тільки, ако, ha, csak, amennyiben, "
        "om, endast, hvis, når, kun, jos, vain, dacă, când, doar, ako, kada, εάν, αν, όταν, إذا, عند, فقط, اگر, אם, כאשר, רק, "
        "ถ้า, หาก, เมื่อ, เฉพาะ, यदि, अगर"
    ),
    maybe="automatycznie, otomatik, otomatis, tự động, автоматично, automaticky, wajib bersyarat, bersyarat, koşullu, warunkowo, podmíněně, умовно, condizionale, voorwaardelijk, có điều kiện",
    marks={
        Mark.REQUIRED: "obbligatorio, wymagane, wymagany, zorunlu, wajib, verplicht, povinné, обов'язково, обов'язкове, bắt buộc, kötelező, اجباری, الزامی, חובה, จำเป็น, บังคับ, مطلوب, إلزامي",
        Mark.OPTIONAL: "facoltativo, opzionale, opcjonalne, opcjonalny, isteğe bağlı, i̇steğe bağlı, opsiyonel, opsional, optioneel, volitelné, nepovinné, tùy chọn, опційно, необов'язково, opcionális, اختیاری, اختياري, אופציונלי, ไม่จำเป็น, ไม่บังคับ",
        Mark.DEPRECATED: "deprecato, deprecata, przestarzałe, przestarzały, verouderd, zastaralé, kullanımdan kaldırıldı, застарілий, застаріле",
    },
    defaults=(
        "valore predefinito:, predefinito:, domyślnie:, domyślnie, wartość domyślna:, varsayılan:, varsayılan, mặc định:, mặc định, standaard:, "
        "výchozí:, bawaan:, за замовчуванням:, за замовчуванням, alapértelmezett:, پیشفرض:, پیش‌فرض:, الافتراضي:, ברירת מחדל:, ברירת מחדל, ค่าเริ่มต้น:, ค่าเริ่มต้น"
    ),
    cases="jeśli, jeżeli, gdy, indien, pokud, jestliže, nếu, jika, якщо, hvis, dacă",
    nothing="nessuno, nessuna, geen, brak, yok, không có, tidak ada, žádný, žádná, žádné, немає",
    no_default="vuoto, vuota, leeg, pusty, puste, boş, trống, kosong, prázdné, порожньо",
    values="valori possibili, valori ammessi, mogelijke waarden, toegestane waarden, możliwe wartości, dozwolone wartości, možné hodnoty, povolené hodnoty, olası değerler, giá trị hợp lệ, nilai yang diizinkan, допустимі значення, можливі значення",
    rules="vincoli, validazione, walidacja, ograniczenia, validace, omezení, kısıt, kısıtlamalar, ràng buộc, batasan, обмеження, валідація",
    such_as="ad esempio, per esempio, es., np., na przykład, örneğin, örn., ví dụ, misalnya, mis., contoh, bijv., bijvoorbeeld, např., například, наприклад, напр.",
    more="ecc., itp., itd., vb., v.v., dll., enz., atd., тощо",
    or_="oppure, lub, albo, veya, hoặc, atau, nebo, alebo, або",
    characters="caratteri, znaków, karakter, ký tự, tekens, znaků, символів",
    scalars={
        STRING: "stringa, testo, tekst, ciąg znaków, łańcuch znaków, metin, dize, chuỗi, chuỗi ký tự, teks, řetězec, рядок",
        INTEGER: "intero, numero intero, geheel getal, liczba całkowita, tam sayı, tamsayı, số nguyên, bilangan bulat, celé číslo, ціле число",
        NUMBER: "getal, liczba, sayı, ondalık, angka, číslo",
        BOOLEAN: "booleana, logiczny, logiczna, mantıksal, логічний",
        DATE: "datum, tarih, ngày, tanggal",
        DATETIME: (
            "data e ora, data ora, data i czas, data i godzina, datum en tijd, datum a čas, dátum és idő, dato og tid, datum och tid, datum i vrijeme, "
            "tarih ve saat, tarih saat, ngày giờ, ngày và giờ, tanggal dan waktu, tanggal waktu, дата і час, дата та час"
        ),
    },
    lists="elenco, tablica, dizi, mảng, danh sách, larik, seznam, масив",
    maps="oggetto, obiekt, nesne, đối tượng, objek, objekt, об'єкт, об’єкт",
    frames="nesnesi, nesne, oggetto, obiekt, objekt, objek, об'єкт",
    generic="della, dei, di, richiesta, risposta, zapytania, żądania, požadavku, odpovědi, запиту, відповіді, вхідні, вихідні, permintaan, request",
    parts={
        Part.SENT: (
            "parametri, parametry, parametreler, parametreleri, tham số, tham số đầu vào, параметри, richiesta, aanvraag, verzoek, żądanie, požadavek, istek, "
            "permintaan, запит, тіло запиту, paraméterek, parametrar, المعاملات, المعلمات, البارامترات, پارامترها, پارامترهای ورودی, פרמטרים, พารามิเตอร์"
        ),
        Part.RECEIVED: "risposta, antwoord, odpowiedź, odpověď, yanıt, phản hồi, kết quả trả về, respons, відповідь",
        Part.OWN: "mezők, الحقول, فیلدها, שדות, ฟิลด์, campi, velden, pola, vlastnosti, alanlar, özellikler, поля, властивості",
    },
)

SIGNS = frozenset(split(LEXICON.yes)) | frozenset(split(LEXICON.no))
TYPES, REQUIRED = (
    frozenset(split(unicodedata.normalize("NFKC", LEXICON.columns[role]))) for role in (Role.TYPE, Role.REQUIRED)
)
"""Headings of columns of types, and of columns that say whether a field is required."""
