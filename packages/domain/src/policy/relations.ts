import type { Actor } from '../index.ts'
import type { Relation } from './rule.ts'

/** Who stands where around a record; name only what the record has. */
export interface Stakeholders {
  /** The organization the record belongs to (for an offer: the side that made it). */
  organizationId?: string | null
  sellerOrganizationId?: string | null
  buyerOrganizationId?: string | null
  agencyOrganizationId?: string | null
  /** Who brings the two sides together, agreed on by both. */
  brokerOrganizationIds?: readonly string[]
  /** The person who filed a registration. */
  filedByUserId?: string | null
  /** The person a membership or account is about. */
  userId?: string | null
  /** Everybody may read it in its present state. */
  public?: boolean
}

const same = (left: string | null | undefined, right: string | null | undefined): boolean =>
  left !== null && left !== undefined && left === right

/** The relations of an actor to a record; the one way services should build the list for `authorize`. */
export const relationsTo = (actor: Actor | null, record: Stakeholders): Relation[] => {
  const organizationId = actor?.organizationId
  const own = same(organizationId, record.organizationId)
  const seller = same(organizationId, record.sellerOrganizationId)
  const buyer = same(organizationId, record.buyerOrganizationId)
  const party = seller || buyer
  const held: Record<Relation, boolean> = {
    own,
    party,
    seller,
    buyer,
    counterparty: party && !own && record.organizationId != null,
    broker: record.brokerOrganizationIds?.some((broker) => same(organizationId, broker)) ?? false,
    agency: same(organizationId, record.agencyOrganizationId),
    filer: same(actor?.userId, record.filedByUserId),
    self: same(actor?.userId, record.userId),
    // Holding the token is what makes a person invited; no record shows it.
    invited: false,
    public: record.public === true,
  }
  return (Object.keys(held) as Relation[]).filter((relation) => held[relation])
}
