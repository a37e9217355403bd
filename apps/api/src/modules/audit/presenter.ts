import type { AuditEntry } from '@market/contracts/audit'
import type { AuditEntryRecord } from '@market/services/audit'

export const presentAuditEntry = (record: AuditEntryRecord): AuditEntry => {
  const { actorUserId, actorName, actorOrganizationId, at, previousHash: _, ...entry } = record
  const actor =
    actorUserId === null
      ? null
      : { userId: actorUserId, name: actorName, organizationId: actorOrganizationId }
  return { ...entry, at: at.toISOString(), actor }
}
