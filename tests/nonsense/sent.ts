// How a message goes on its way: as it should, cut, packed, swollen, or called something else.
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { one } from './crooked.ts';

const json = { 'content-type': 'application/json' };
const bomb = Buffer.alloc(20_000_000, 32);
const [gzipBomb, brotliBomb] = [gzipSync(bomb), brotliCompressSync(bomb)];
const tooLarge = JSON.stringify({ login: 'x'.repeat(1_100_000), password: 'x' });

/** A body with the headers that say what it is. */
export type Sent = { readonly payload: string | Buffer; readonly headers: Readonly<Record<string, string>> };

/** How a text goes on its way: mostly as it should, at times cut, packed, swollen, or called something else. */
export const sentAs = (text: string): fc.Arbitrary<Sent> => {
  const bytes = Buffer.from(text);
  const plainly = (payload: string | Buffer, type = 'application/json'): Sent => ({
    payload,
    headers: { 'content-type': type },
  });
  const packed = (payload: Buffer, encoding: string): Sent => ({
    payload,
    headers: { ...json, 'content-encoding': encoding },
  });
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'text/json',
    'a/b',
    '',
  ];
  const middle = Math.floor(text.length / 2);
  return fc.oneof(
    { arbitrary: fc.constant(plainly(text)), weight: 80 },
    { arbitrary: one(types).map((type) => plainly(text, type)), weight: 4 },
    { arbitrary: fc.constant(plainly(text.slice(0, middle))), weight: 1 },
    { arbitrary: fc.constant(plainly(text.replace('{', '{"__proto__":{"isAdmin":true},'))), weight: 1 },
    { arbitrary: fc.constant(plainly(text.replace('{', '{"\\u005f_proto__":{"isAdmin":true},'))), weight: 1 },
    { arbitrary: fc.constant(plainly(text.replace('{', '{"constructor":{"prototype":{}},'))), weight: 1 },
    {
      arbitrary: fc.constant(
        plainly(
          Buffer.concat([bytes.subarray(0, middle), Buffer.from([0xff, 0xc0, 0]), bytes.subarray(middle)]),
        ),
      ),
      weight: 1,
    },
    { arbitrary: fc.string({ unit: 'binary', maxLength: 200 }).map((other) => plainly(other)), weight: 1 },
    { arbitrary: fc.constant(plainly('['.repeat(100_000))), weight: 1 },
    { arbitrary: fc.constant(plainly(`\uFEFF${text}`)), weight: 1 },
    { arbitrary: fc.constant(plainly(Buffer.from(text, 'utf16le'))), weight: 1 },
    { arbitrary: fc.constant(packed(gzipSync(bytes), 'gzip')), weight: 2 },
    { arbitrary: fc.constant(packed(gzipSync(gzipSync(bytes)), 'gzip, gzip')), weight: 1 },
    {
      arbitrary: one(['gzip', 'br', 'deflate', 'zstd', 'x']).map((encoding) => packed(bytes, encoding)),
      weight: 1,
    },
  );
};

/** What swells: too large as it is, or when it is unpacked. Rare, because it takes its time. */
export const swollen: fc.Arbitrary<Sent> = one<Sent>([
  { payload: tooLarge, headers: json },
  { payload: gzipBomb, headers: { ...json, 'content-encoding': 'gzip' } },
  { payload: brotliBomb, headers: { ...json, 'content-encoding': 'br' } },
]);
