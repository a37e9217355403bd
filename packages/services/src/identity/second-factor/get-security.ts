import { sessionConfirmations } from '@market/database/schema'
import {
  type ConfirmationMethod,
  confirmationEndsAt,
  methodsFor,
  needsOwnFactor,
} from '@market/domain/identity'
import { eq } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import { countRecoveryCodes, type FactorSummary, listFactors, summaryOf } from './factors.ts'
import type { RelyingParty } from './relying-party.ts'
import { requireSessionPerson } from './session-person.ts'

export interface SecurityRecord {
  factors: FactorSummary[]
  recoveryCodesLeft: number
  /** The market asks for a factor of one's own in this person's roles, and there is none yet. */
  enrolmentRequired: boolean
  passkeysPossible: boolean
  methods: ConfirmationMethod[]
  /** Until when this session counts as confirmed; null when it does not. */
  confirmedUntil: Date | null
}

/** How the person proves who they are, and how recently they did. */
export const getSecurity = async (
  context: ServiceContext,
  { marketAsks, party }: { marketAsks: boolean; party: RelyingParty | null },
): Promise<SecurityRecord> => {
  const { actor, session, user } = await requireSessionPerson(context)
  const factors = (await listFactors(context.db, user.id)).map(summaryOf)
  const recoveryCodesLeft = await countRecoveryCodes(context.db, user.id)
  const [confirmation] = await context.db
    .select()
    .from(sessionConfirmations)
    .where(eq(sessionConfirmations.sessionId, session.id))
  const kinds = factors.map(({ kind }) => kind)
  return {
    factors,
    recoveryCodesLeft,
    enrolmentRequired: needsOwnFactor(actor.roles, marketAsks) && factors.length === 0,
    passkeysPossible: party !== null,
    methods: methodsFor(kinds, recoveryCodesLeft),
    confirmedUntil: session.confirmed && confirmation ? confirmationEndsAt(confirmation.confirmedAt) : null,
  }
}
