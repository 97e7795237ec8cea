import { expect, test } from 'vitest';
import { CLOCK, outOfPatience } from '../../server/src/syntax/patience';

/** A clock that stands where it is put, a first second behind the start. In milliseconds. */
function stopped() {
  const at = { time: 0, work: 0 };
  const isOver = outOfPatience({ now: () => at.time, worked: () => at.work });
  Object.assign(at, { time: 1001, work: 70 });
  expect(isOver()).toBe(false);
  return { at, isOver };
}

test('nobody asks how long was worked on what is done at once', () => {
  const isOver = outOfPatience({
    now: () => 900,
    worked: () => {
      throw new Error('asked');
    },
  });
  expect(isOver()).toBe(false);
});

test('five seconds of work are enough, and what is over stays so', () => {
  const { at, isOver } = stopped();
  Object.assign(at, { time: 5900, work: 4970 });
  expect(isOver()).toBe(false);
  Object.assign(at, { time: 6100, work: 5170 });
  expect(isOver()).toBe(true);
  Object.assign(at, { time: 6000, work: 70 });
  expect(isOver()).toBe(true);
});

test('an hour in which nothing could be done is no work', () => {
  const { at, isOver } = stopped();
  Object.assign(at, { time: 3_600_000, work: 400 });
  expect(isOver()).toBe(false);
  Object.assign(at, { time: 3_604_000, work: 4400 });
  expect(isOver()).toBe(false);
  Object.assign(at, { time: 3_605_000, work: 5400 });
  expect(isOver()).toBe(true);
});

test('on a machine with many other things to do the same work takes longer', () => {
  const { at, isOver } = stopped();
  for (let second = 1; second <= 49; second += 1) {
    Object.assign(at, { time: 1000 + second * 1000, work: 70 + second * 100 });
    expect(isOver()).toBe(false);
  }
  Object.assign(at, { time: 52_000, work: 5170 });
  expect(isOver()).toBe(true);
});

test('the clock tells work that is done', () => {
  const before = CLOCK.worked();
  for (let text = ''; CLOCK.worked() === before; text += 'x') expect(text.length).toBeLessThan(10_000_000);
  expect(CLOCK.worked()).toBeGreaterThan(before);
});
