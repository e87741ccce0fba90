// Writes the payloads, one after the other into each field, and signs each text, so that it is known again on a screen.
import type { Writer } from './free-text.ts';

/** What was written where; `text` as it was sent. */
export type Written = {
  readonly kind: string;
  readonly field: string;
  readonly payload: number;
  readonly text: string;
};

export type Pen = {
  /** Writes into a field; each time another payload that has room there, or the beginning of one. */
  readonly into: (kind: string, field: string) => Writer;
  /** What was signed so; undefined if nothing was. */
  readonly signedSo: (signature: string) => Written | undefined;
  /** Kind and name of every field that something was written into, as `person jobs/tasks`. */
  readonly fields: () => readonly string[];
  /** Each payload once for each field. */
  readonly written: () => readonly Written[];
};

/** So much room a signature takes, and what an address for mail ends with. */
const SIGNED = 10;

/** A text that is longer has room in few fields: it takes turns with the others there. */
const LONG = 600;

/** What a text ends with: which field, which payload. */
export const signature = /~[0-9a-z]+\.[0-9a-z]+~/g;

/** @param start with which payload the first field begins */
export const createPen = (payloads: readonly string[], start: number): Pen => {
  const fits = (payload: number, room: number): boolean => (payloads[payload]?.length ?? 0) + SIGNED <= room;
  const fields = new Map<string, { readonly number: number; turn: number }>();
  const written = new Map<string, Written>();
  const writeInto =
    (kind: string, field: string): Writer =>
    (part, room, ending) => {
      const name = `${kind} ${field}${part}`;
      const known = fields.get(name) ?? { number: fields.size, turn: start + fields.size * 7 };
      fields.set(name, known);
      const fitting = payloads
        .keys()
        .filter((payload) => fits(payload, room))
        .toArray();
      const long = fitting.filter((payload) => (payloads[payload]?.length ?? 0) > LONG);
      const turn = (known.turn += 1);
      const among = turn % 3 === 0 && long.length > 0 ? long : fitting;
      const payload = among[(among === long ? turn / 3 : turn) % among.length] ?? turn % payloads.length;
      const signed = `~${known.number.toString(36)}.${payload.toString(36)}~`;
      // an address for mail has no blanks, and one @
      const words = ending === '' ? (payloads[payload] ?? '') : payloads[payload]?.replaceAll(/[\s@]/g, '');
      const cut = words?.slice(0, room - signed.length - ending.length).toWellFormed() ?? '';
      const text = cut + signed + ending;
      written.set(signed, { kind, field: name, payload, text });
      return text;
    };
  return {
    into: writeInto,
    signedSo: (signed) => written.get(signed),
    fields: () => [...fields.keys()],
    written: () => [...written.values()],
  };
};
