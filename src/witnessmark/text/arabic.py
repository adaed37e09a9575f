# ruff: noqa: RUF001  (letters that look alike are what this table is about)
"""Letters of Arabic script that writers exchange or leave out at will, as tables for `str.translate`.

Alef with and without hamza, yeh and its dotless form, teh marbuta and heh, and the Persian forms of yeh and
kaf stand for one another in print (Habash 2010, Introduction to Arabic Natural Language Processing, 2 and 3);
vowel marks and the stretching letter are decoration.
"""

LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ی": "ي", "ک": "ك"}
)
MARKS = dict.fromkeys((*range(0x064B, 0x0653), 0x0670, 0x0640))
