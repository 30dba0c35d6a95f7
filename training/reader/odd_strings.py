"""Writes the 1,000 odd strings on which the Java tokenizer is held to the reference one, with ids and UTF-16 offsets."""

import json
import random
import sys
import unicodedata

from tokenizers import Tokenizer

SEEDS = [
    "President Ilham Aliyev received Pakistan's army chief on Nov. 1, 2023.", "İstanbul'da ŞÖVALYE Iğdır", "naïve café résumé Ångström",
    "don't can't U.S.-led state-of-the-art 3.5bn $4.2m 50% #tag @user", "Ελληνικά ΣΊΣΥΦΟΣ", "Россия и Україна їжак Ёлка", "中国政府と日本", "한국 정부 서울",
    "العربية الحكومة", "עברית", "हिन्दी सरकार", "ไทยรัฐ", "e\u0301 a\u0308 o\u0302\u0323", "ﬁnance ﬀ ﬃ", "½ ² ™ © ® €5 £7 ¥9", "😀 👨‍👩‍👧 🇫🇷 🏳️‍🌈",
    "a\u200bb\u00adc\ufeffd", "x\u0000y\u0007z\ufffd", "tab\there\nline\r\nend", "\u00a0nbsp\u2003em\u3000ideo", "“quotes” ‘single’ «guillemets» „low“", "—–‒―-‐‑",
    "ẞ ß ǅ Ǆ ŉ", "𝐁𝐨𝐥𝐝 𝔉𝔯𝔞𝔨 𠀀𠀁", "Ⅷ ⅷ ①②", "\u0345\u0301", "supercalifragilisticexpialidocious" * 4, "pneumonoultramicroscopicsilicovolcanoconiosis",
    "http://news.example.org/a?b=c&d=e#f", "info@example.org", "1,234,567.89", "A.B.C.D.", "...", "?!?!", "___", "``''", "<s>x</s>", "{\"a\":[1]}", "\u2028line\u2029para",
    "Đà Nẵng Việt Nam", "Łódź Gdańsk Kraków", "Þórður Æsir Øre", "Çankırı ğüşiöç", "Bjørn-Åge O'Neill d’Estaing", "\u1e9b\u0323", "\u0130\u0131Ii", "\u00b5\u03bc", "\u2126\u212b",
]


def letter(low, high, rng):
    """A random character that Unicode has had since 3.2: what came later is not the same in every Java and every tokenizer."""
    while True:
        c = chr(rng.randint(low, high))
        if unicodedata.ucd_3_2_0.category(c) != "Cn":
            return c


def strings(count, rng):
    yield from SEEDS
    blocks = [(0x20, 0x7E), (0xA0, 0x24F), (0x250, 0x36F), (0x370, 0x52F), (0x590, 0x6FF), (0x900, 0xDFF), (0xE00, 0xEFF),
              (0x1E00, 0x1FFF), (0x2000, 0x22FF), (0x3000, 0x30FF), (0x4E00, 0x4FFF), (0xAC00, 0xAD00), (0xF900, 0xFAFF), (0xFB00, 0xFB4F),
              (0xFF00, 0xFFEF), (0x1D400, 0x1D4FF), (0x20000, 0x20050)]
    for i in range(count - len(SEEDS)):
        if i % 3 == 0:
            text = list(rng.choice(SEEDS))[:60]
            for _ in range(rng.randint(1, 5)):
                low, high = rng.choice(blocks)
                text.insert(rng.randint(0, len(text)), letter(low, high, rng))
            yield "".join(text)
        elif i % 3 == 1:
            low, high = rng.choice(blocks)
            yield "".join(letter(low, high, rng) if rng.random() < 0.8 else " " for _ in range(rng.randint(1, 24)))
        else:
            yield "".join(letter(*rng.choice(blocks), rng) for _ in range(rng.randint(1, 24)))


def main():
    tokenizer = Tokenizer.from_file(sys.argv[1])
    tokenizer.no_truncation()
    tokenizer.no_padding()
    for text in strings(1000, random.Random(5)):
        e = tokenizer.encode(text)
        unit = [0]
        for c in text:
            unit.append(unit[-1] + (2 if ord(c) > 0xFFFF else 1))
        rows = [[i, unit[a], unit[b]] for i, (a, b) in zip(e.ids, e.offsets)][1:-1]
        print(json.dumps({"text": text, "pieces": rows}, separators=(",", ":")))


if __name__ == "__main__":
    main()
