/** The names that the browser knows without asking: what `virtual:names` holds. */
export interface Names {
  readonly codes: readonly (readonly [number, string])[];
  readonly commands: readonly (readonly [string, string])[];
}
