import type { EventHandler, JobContext } from '../job-context.ts'

/**
 * Gives one outbox event to every handler of its type that has not finished with it. A handler that fails does not keep
 * the others from theirs; the job then fails as a whole and the queue tries again, later and later.
 */
export const deliverEvent = async (
  context: JobContext,
  handlers: readonly EventHandler[],
  eventId: string,
): Promise<void> => {
  const event = await context.outbox.find(eventId)
  if (!event) throw new Error(`event ${eventId} does not exist`)
  const finished = await context.outbox.listDeliveries(eventId)
  const due = handlers.filter(({ name, types }) => types.includes(event.type) && !finished.includes(name))
  const failures: Error[] = []
  for (const handler of due) {
    try {
      await handler.handle(context, event)
      await context.outbox.recordDelivery(eventId, handler.name, context.clock.now())
    } catch (error) {
      failures.push(new Error(`${handler.name} failed on ${event.type} ${eventId}`, { cause: error }))
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, describe(failures))
}

const describe = (failures: readonly Error[]): string =>
  failures
    .map(({ message, cause }) => `${message}: ${cause instanceof Error ? cause.message : cause}`)
    .join('; ')
