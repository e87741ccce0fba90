// Texts made small before they are sealed: records repeat their field names, and what is sealed cannot be made small later.
// The blocks are those of LZ4 (github.com/lz4/lz4, doc/lz4_Block_format.md), which is quick enough to be done at every save.

/** A match is at least so long, reaches back at most so far, and ends so long before the end (all from the format). */
const SHORTEST = 4;
const FARTHEST = 65_535;
const LAST_LITERALS = 5;
const LAST_MATCH = 12;

/** The lengths in a token that say that more bytes of length follow. */
const LONG = 15;

/** How many places are remembered, and after how many bytes without a match a step gets longer: powers of two. */
const HASH_BITS = 14;
const PATIENCE_BITS = 6;
/** Knuth's multiplier, 2^32 divided by the golden ratio. */
const GOLDEN = -1_640_531_535;

/** The length of the text in bytes stands in front of the block. */
const HEAD = 4;

const utf8 = new TextEncoder();
const fromUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Where each group of four bytes was seen last, counted from `base`: what is below belongs to an earlier text. */
const seen = new Int32Array(1 << HASH_BITS);
let base = 1;
/** Used again and again, because most texts are about as long. */
let [plain, packed] = [new Uint8Array(1 << 17), new Uint8Array(1 << 17)];

const placeOf = (four: number): number => Math.imul(four, GOLDEN) >>> (32 - HASH_BITS);

const roomFor = (buffer: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> =>
  buffer.length < size ? new Uint8Array(size * 2) : buffer;

/** Writes what a length has beyond the 15 of its token; answers where it ends. */
const putLength = (to: Uint8Array, at: number, length: number): number => {
  let [end, rest] = [at, length - LONG];
  for (; rest >= 255; rest -= 255) to[end++] = 255;
  to[end++] = rest;
  return end;
};

/** Writes the block of a text behind its head; answers where it ends. */
const block = (from: Uint8Array<ArrayBuffer>, size: number, to: Uint8Array<ArrayBuffer>): number => {
  const bytes = new DataView(from.buffer, 0, size);
  if (base > 2 ** 30) {
    seen.fill(0);
    base = 1;
  }
  const last = size - LAST_LITERALS;
  let [at, literals, end] = [0, 0, HEAD];
  const putLiterals = (upTo: number, matched: number): void => {
    const count = upTo - literals;
    to[end++] = (Math.min(count, LONG) << 4) | Math.min(matched, LONG);
    if (count >= LONG) end = putLength(to, end, count);
    if (count < 64) for (let index = literals; index < upTo; index += 1) to[end++] = from[index] ?? 0;
    else {
      to.set(from.subarray(literals, upTo), end);
      end += count;
    }
  };
  while (at < size - LAST_MATCH) {
    const four = bytes.getInt32(at, true);
    const place = placeOf(four);
    const before = (seen[place] ?? 0) - base;
    seen[place] = at + base;
    if (before < 0 || at - before > FARTHEST || bytes.getInt32(before, true) !== four) {
      at += 1 + ((at - literals) >>> PATIENCE_BITS);
      continue;
    }
    const distance = at - before;
    let until = at + SHORTEST;
    while (until + 4 <= last && bytes.getInt32(until, true) === bytes.getInt32(until - distance, true))
      until += 4;
    while (until < last && from[until] === from[until - distance]) until += 1;
    const matched = until - at - SHORTEST;
    putLiterals(at, matched);
    to[end++] = distance & 0xff;
    to[end++] = distance >>> 8;
    if (matched >= LONG) end = putLength(to, end, matched);
    at = until;
    literals = until;
  }
  putLiterals(size, 0);
  base += size;
  return end;
};

/** Makes a text small. Nothing of it stays in the buffers that are used again. */
export const compressText = (text: string): Uint8Array<ArrayBuffer> => {
  plain = roomFor(plain, text.length * 3);
  const { written } = utf8.encodeInto(text, plain);
  packed = roomFor(packed, HEAD + written + Math.ceil(written / 255) + 16);
  new DataView(packed.buffer).setUint32(0, written, true);
  const end = block(plain, written, packed);
  const bytes = packed.slice(0, end);
  plain.fill(0, 0, written);
  packed.fill(0, 0, end);
  return bytes;
};

const damaged = (): RangeError => new RangeError('This is no compressed text.');

/** Copies by hand what is short: a call would take longer. */
const SHORT = 24;

const unpackInto = (text: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>): number => {
  let [at, end] = [HEAD, 0];
  const lengthOf = (first: number): number => {
    let length = first;
    if (first < LONG) return length;
    for (let more = 255; more === 255; length += more) more = bytes[at++] ?? 0;
    return length;
  };
  while (at < bytes.length) {
    const token = bytes[at++] ?? 0;
    const count = lengthOf(token >>> 4);
    if (end + count > text.length) throw damaged();
    if (count < SHORT)
      for (let index = 0; index < count; index += 1) text[end + index] = bytes[at + index] ?? 0;
    else text.set(bytes.subarray(at, at + count), end);
    [at, end] = [at + count, end + count];
    if (at >= bytes.length) break;
    const distance = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    at += 2;
    const matched = lengthOf(token & 0xf) + SHORTEST;
    const from = end - distance;
    if (distance === 0 || from < 0 || end + matched > text.length) throw damaged();
    // What is copied may grow out of itself: byte by byte then.
    if (matched < SHORT || distance < matched)
      for (let index = 0; index < matched; index += 1) text[end + index] = text[from + index] ?? 0;
    else text.copyWithin(end, from, from + matched);
    end += matched;
  }
  return end;
};

/** Reads a text again. Throws if these are not the bytes that `compressText` made. */
export const decompressText = (bytes: Uint8Array<ArrayBuffer>): string => {
  if (bytes.length <= HEAD) throw damaged();
  const size = new DataView(bytes.buffer, bytes.byteOffset, HEAD).getUint32(0, true);
  // No block grows by more than 255 times.
  if (size > bytes.length * 255) throw damaged();
  const text = new Uint8Array(size);
  if (unpackInto(text, bytes) !== size) throw damaged();
  return fromUtf8.decode(text);
};
