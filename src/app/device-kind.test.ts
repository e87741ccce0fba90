// What a device is called, by what its browser says.
import { expect, test } from 'vitest';
import { deviceRequestSchema } from '#protocol/session.ts';
import { deviceKindOf, deviceNameOf } from './device-kind.ts';

test.each([
  ['Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X)', 5, 'tablet'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15', 5, 'tablet'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15', 0, 'computer'],
  ['Mozilla/5.0 (Linux; Android 14; SM-X210) Chrome/140.0.0.0 Safari/537.36', 10, 'tablet'],
  ['Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/140.0.0.0 Mobile Safari/537.36', 5, 'phone'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)', 5, 'phone'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0', 10, 'computer'],
])('%s with %i fingers is a %s', (agent, touchPoints, kind) => {
  expect(deviceKindOf(agent, touchPoints)).toBe(kind);
});

test('a device bears its kind and its person, and a name that the server takes', () => {
  expect(deviceNameOf('Tablet', 'Leyla Demir')).toBe('Tablet · Leyla Demir');
  for (const person of ['', ' ', 'Anna-Maria von und zu '.repeat(6)]) {
    const name = deviceNameOf('Rechner', person);
    expect(deviceRequestSchema.safeParse({ device: 'device-1', name, firstNumber: 1 }).data?.name).toBe(name);
  }
});
