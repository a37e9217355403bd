/** The only source of the present instant; passed in, never read from the machine. */
export interface Clock {
  now(): Date
}
