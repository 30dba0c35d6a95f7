/**
 * A text cut at the borders of its spans, which may overlap: each segment knows the spans over it, and which begin there.
 * Spans are {start, end, …}; those outside the text are left out.
 */
export function segments(text, spans) {
  const sound = spans.filter(({start, end}) => start >= 0 && end <= text.length && start < end);
  const cuts = [...new Set([0, text.length, ...sound.flatMap(({start, end}) => [start, end])])].sort((a, b) => a - b);
  const found = [];
  for (let at = 0; at + 1 < cuts.length; at++) {
    const [start, end] = [cuts[at], cuts[at + 1]];
    const over = sound.filter((span) => span.start <= start && span.end >= end);
    found.push({start, end, spans: over, begins: over.filter((span) => span.start === start)});
  }
  return found;
}
