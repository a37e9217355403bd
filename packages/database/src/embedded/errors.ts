/** Something about the machine keeps the embedded server from running; the message is one sentence for its user. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError'
}
