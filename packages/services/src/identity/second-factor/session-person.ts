import { users } from '@market/database/schema'
import { type Actor, type ActorSession, refuse } from '@market/domain'
import { eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../../index.ts'

export interface SessionPerson {
  actor: Actor
  session: ActorSession
  user: typeof users.$inferSelect
}

/** The person behind the session of this request. Refuses with `session.required`. */
export const requireSessionPerson = async (context: ServiceContext): Promise<SessionPerson> => {
  const actor = requireActor(context)
  if (!actor.session) throw refuse('unauthenticated', 'session.required')
  const [user] = await context.db.select().from(users).where(eq(users.id, actor.userId))
  if (!user) throw refuse('unauthenticated', 'session.required')
  return { actor, session: actor.session, user }
}
