import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { patientTimer } from '../../server/src/host/patient-timer';

/** In milliseconds, of all that the process did so far. */
let worked = 0;

beforeEach(() => {
  worked = 0;
  vi.useFakeTimers();
  vi.spyOn(process, 'cpuUsage').mockImplementation((before) => ({
    user: worked * 1000 - (before?.user ?? 0),
    system: 0,
  }));
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('who works all the time and does not answer is given up', () => {
  const isOver = vi.fn();
  patientTimer(60_000, isOver);
  worked = 58_000;
  vi.advanceTimersByTime(59_999);
  expect(isOver).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(isOver).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(600_000);
  expect(isOver).toHaveBeenCalledOnce();
});

test('who was kept from working has as long again', () => {
  const isOver = vi.fn();
  patientTimer(60_000, isOver);
  worked = 5000;
  vi.advanceTimersByTime(60_000);
  expect(isOver).not.toHaveBeenCalled();
  worked = 40_000;
  vi.advanceTimersByTime(60_000);
  expect(isOver).toHaveBeenCalledOnce();
});

test('who never works is not waited for without end, and who has answered not at all', () => {
  const [isOver, isOverToo] = [vi.fn(), vi.fn()];
  patientTimer(60_000, isOver);
  const answered = patientTimer(60_000, isOverToo);
  vi.advanceTimersByTime(120_000);
  answered.stop();
  vi.advanceTimersByTime(479_000);
  expect(isOver).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(isOver).toHaveBeenCalledOnce();
  expect(isOverToo).not.toHaveBeenCalled();
});
