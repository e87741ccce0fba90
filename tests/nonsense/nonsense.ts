// What a stranger, a broken program or a forged client may send: requests drawn by chance, most of them nearly right.
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { one, type Names } from './crooked.ts';
import { routes, type Route } from './routes.ts';
import { sentAs, swollen } from './sent.ts';
import { spoilt } from './spoilt.ts';

/** A request; from which address and with whose cookie it comes is for whoever sends it to say. */
export type Nonsense = Pick<InjectOptions, 'payload'> & {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** What else a request may say of itself. */
const besides = fc.oneof(
  { arbitrary: fc.constant({}), weight: 10 },
  {
    arbitrary: one<Record<string, string>>([
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://elsewhere.example' },
      { origin: 'null', host: 'geleit.example' },
      { 'x-forwarded-for': '127.0.0.1, 10.0.0.1', 'x-forwarded-host': 'elsewhere.example' },
      { cookie: `geleit=${'A'.repeat(43)}; geleit=; geleit-plan=%00; __proto__=x` },
      { authorization: 'Bearer x', 'x-http-method-override': 'DELETE' },
      { range: 'bytes=0-', 'if-none-match': '*', te: 'trailers' },
      { 'accept-language': 'x'.repeat(4000) },
    ]),
    weight: 2,
  },
);

const otherMethods = ['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

const askedOf = (route: Route, names: Names): fc.Arbitrary<Nonsense> => {
  const { method, message = () => fc.constant({}), path } = route;
  const right = fc.constant<Nonsense['method']>(method);
  const body = spoilt(message(names), names).chain((whole) => sentAs(JSON.stringify(whole) ?? ''));
  return fc
    .record({
      url: path(names),
      how: fc.oneof({ arbitrary: right, weight: 12 }, { arbitrary: one(otherMethods), weight: 1 }),
      sent: fc.oneof({ arbitrary: body, weight: 80 }, { arbitrary: swollen, weight: 1 }),
      more: besides,
    })
    .map(({ url, how, sent, more }) =>
      how === 'GET' || how === 'HEAD'
        ? { method: how, url, headers: more }
        : { method: how, url, headers: { ...sent.headers, ...more }, payload: sent.payload },
    );
};

/** Requests to every route, most of them nearly right. */
export const nonsense = (names: Names): fc.Arbitrary<Nonsense> =>
  fc.oneof(...routes.map((route) => ({ arbitrary: askedOf(route, names), weight: route.weight })));
