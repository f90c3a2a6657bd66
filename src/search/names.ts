/** The names that the browser knows without asking: what `virtual:names` holds. */
export interface Names {
  /** Number, name, and the situation in which people meet it. */
  readonly codes: readonly (readonly [number, string, string])[];
  readonly commands: readonly (readonly [string, string])[];
}
