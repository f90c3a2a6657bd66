/** A generator of numbers from 0 to 1 that gives the same ones on every run for the same seed (mulberry32). */
export type Dice = () => number;

export function dice(seed: number): Dice {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from 0 up to the limit, which is left out. */
export const below = (roll: Dice, limit: number): number => Math.floor(roll() * limit);

/** One of them, which must not be none. */
export function pick<One>(roll: Dice, all: readonly One[]): One {
  const found = all[below(roll, all.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}
