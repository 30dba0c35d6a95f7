"""Runs of the program, with what they cost."""
import os
import re
import subprocess
import sys
import time

from made_articles import HOME


class Run:
    """articles, sentences, seconds (of coding, without the start), processor (user and system seconds of the whole), heap and whole (peak MB)."""

    def __init__(self, said, begin, usage):
        done = re.search(r"coded ([\d,]+) articles \(([\d,]+) sentences, ([\d,]+) events\) in ([\d.,]+) s.*peak heap ([\d,]+) MB", said)
        if not done:
            sys.exit("the run did not end as it should:\n" + said[-2000:])
        self.articles, self.sentences, self.events = (int(done.group(i).replace(",", "")) for i in (1, 2, 3))
        self.seconds = float(done.group(4).replace(",", ""))
        self.heap = int(done.group(5).replace(",", ""))
        self.wall = time.time() - begin
        self.processor = usage.ru_utime + usage.ru_stime
        self.whole = usage.ru_maxrss // 1024

    def line(self):
        return (f"{self.articles:7,} articles {self.articles / self.seconds:6.1f}/s {self.sentences / self.seconds:6.0f} sentences/s "
                f"{1000 * self.processor / self.articles:6.1f} ms of processor an article, heap {self.heap} MB, whole {self.whole} MB")


def code(out, *arguments, heap="640m"):
    """Codes with the heap at most so large; the events go to a file."""
    begin = time.time()
    with open(out, "wb") as events, open(out + ".said", "wb") as said:
        process = subprocess.Popen(
            [HOME + "/casus", "code", "--format", "jsonl", "--stats", *arguments],
            stdout=events, stderr=said, env={**os.environ, "JAVA_OPTS": f"-Xmx{heap}"})
        _, status, usage = os.wait4(process.pid, 0)
    with open(out + ".said", encoding="utf-8") as said:
        words = said.read()
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(words[-2000:])
    return Run(words, begin, usage)


def build():
    subprocess.run([HOME + "/casus", "--version"], stdout=subprocess.DEVNULL, check=True)


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "processor unknown")
    return f"{os.cpu_count()} cores ({model}), load {os.getloadavg()[0]:.1f}"
