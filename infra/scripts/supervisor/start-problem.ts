/** Why the product does not start or run on; the message is one sentence for the person at the terminal. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}
