import type { invitations } from '@market/database/schema'
import type { InvitationState } from '@market/domain/organizations'

type InvitationRow = typeof invitations.$inferSelect
export type InvitationRecord = InvitationRow & { state: InvitationState }

/** The state follows from what happened and, for expiry, from the time. */
export const withState = (row: InvitationRow, now: Date): InvitationRecord => {
  const state = row.acceptedAt
    ? 'accepted'
    : row.revokedAt
      ? 'revoked'
      : row.expiresAt <= now
        ? 'expired'
        : 'pending'
  return { ...row, state }
}
