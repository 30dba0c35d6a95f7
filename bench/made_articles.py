"""Articles for benchmarks, made by recombining sentences of the project's own articles: no two are the same, the same number is always the same."""
import gzip
import html
import os
import random
import re

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MENU = "".join(f"<li><a href='/{i}'>Section {i}</a></li>" for i in range(200))


def sentences():
    found = []
    for folder in ("eval/articles", "app/src/main/resources/org/casus/samples"):
        for name in sorted(os.listdir(os.path.join(HOME, folder))):
            if name.endswith(".txt"):
                with open(os.path.join(HOME, folder, name), encoding="utf-8") as lines:
                    text = " ".join(line.strip() for line in lines if not re.match(r"[A-Z]+:", line))
                found += [s for s in re.split(r"(?<=[a-z][.!?])\s+(?=[A-Z])", text) if 40 < len(s) < 400]
    return found


SENTENCES = sentences()


def text(number, words=300):
    """The sentences of an article of at least so many words."""
    choice = random.Random(number * 100_003 + words)
    chosen, length = [f"Report {number} came in the morning."], 0
    while length < words:
        sentence = choice.choice(SENTENCES)
        chosen.append(sentence)
        length += sentence.count(" ") + 1
    return chosen


def address(number):
    return f"https://news.example/2024/11/20/{number:07d}"


def page(number, words=300):
    """A web page with a menu around the article."""
    paragraphs = text(number, words)
    body = "".join(f"<p>{html.escape(' '.join(paragraphs[i:i + 4]))}</p>" for i in range(0, len(paragraphs), 4))
    return (f"<!DOCTYPE html><html lang='en'><head><title>Report {number}</title><link rel='canonical' href='{address(number)}'></head>"
            f"<body><nav><ul>{MENU}</ul></nav><article>{body}</article></body></html>").encode()


def write_pages(folder, count, words=300):
    os.makedirs(folder, exist_ok=True)
    for number in range(count):
        with open(f"{folder}/{number:07d}.html", "wb") as file:
            file.write(page(number, words))


def write_archive(name, count, words=300):
    with open(name, "wb") as warc:
        for number in range(count):
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(number, words)
            head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address(number)}\r\nWARC-Date: 2024-11-20T00:00:00Z\r\n"
                    f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012x}>\r\n"
                    f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n").encode()
            warc.write(gzip.compress(head + http + b"\r\n\r\n", 6, mtime=0))
