// Slowing down: how long whoever guesses waits, and what counts as one place.
import { describe, expect, it } from 'vitest';
import { addressOf, createThrottle } from './throttle.ts';

const pace = { free: 2, longest: 60_000 };

describe('whoever tries again and again', () => {
  it('waits twice as long each time, up to the longest, and is forgotten after two quiet hours', () => {
    let now = 1_000_000;
    const throttle = createThrottle(() => now);
    const waits: number[] = [];
    for (let index = 0; index < 10; index += 1) {
      const wait = throttle.begin([{ key: 'leyla', pace }]);
      waits.push(wait);
      now += wait;
      if (wait > 0) expect(throttle.begin([{ key: 'leyla', pace }])).toBe(0);
    }
    expect(waits).toEqual([0, 0, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    now += 121 * 60_000;
    expect(throttle.begin([{ key: 'leyla', pace }])).toBe(0);
    expect(throttle.begin([{ key: 'leyla', pace }])).toBe(0);
  });

  it('does not wait longer for asking while it must wait', () => {
    let now = 0;
    const throttle = createThrottle(() => now);
    for (let index = 0; index < 3; index += 1) throttle.begin([{ key: 'leyla', pace }]);
    for (let index = 0; index < 50; index += 1) throttle.begin([{ key: 'leyla', pace }]);
    now += 1000;
    expect(throttle.begin([{ key: 'leyla', pace }])).toBe(0);
  });
});

describe('a place', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s is %s', (address, place) => {
    expect(addressOf(address)).toBe(place);
  });
});
