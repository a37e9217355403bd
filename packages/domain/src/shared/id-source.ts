/** The only source of new record ids (UUID version 7). */
export interface IdSource {
  next(): string
}
