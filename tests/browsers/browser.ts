/** What the walk needs of a browser, whichever protocol it speaks. */

export interface Browser {
  /** As the browser gives it. */
  readonly version: string;
  open(url: string): Promise<void>;
  /** The value of an expression in the page, which may be a promise; as JSON carries it. */
  run(expression: string): Promise<unknown>;
  /** Presses and releases one key after another; those of `held` are down all the while. */
  press(keys: readonly string[], held?: readonly string[]): Promise<void>;
  /** Errors that pages have logged, where the protocol tells of them. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** Code points that stand for keys (WebDriver, §17.4.2). */
export const keys = {
  enter: '\ue007',
  escape: '\ue00c',
  tab: '\ue004',
  control: '\ue009',
  down: '\ue015',
} as const;

/** One source of input actions, as both protocols spell it. */
export const keyActions = (pressed: readonly string[], held: readonly string[] = []): unknown => [
  {
    type: 'key',
    id: 'keyboard',
    actions: [
      ...held.map((value) => ({ type: 'keyDown', value })),
      ...pressed.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
      ...held.toReversed().map((value) => ({ type: 'keyUp', value })),
    ],
  },
];

/** Asks again until it is there, at most so many milliseconds. */
export async function eventually<Value>(
  ask: () => Promise<Value | null> | Value | null,
  most: number,
  what: string,
): Promise<Value> {
  const end = Date.now() + most;
  for (;;) {
    const found = await ask();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`${what}: not within ${(most / 1000).toFixed(0)} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
