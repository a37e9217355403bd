import type { Database } from '@market/database'
import { brokerages } from '@market/database/schema'
import { formatFen, type Locale } from '@market/domain'
import { labelOf } from '@market/domain/codes'
import { COMMISSION_PAYERS, type Commission } from '@market/domain/licensing'
import { eq } from 'drizzle-orm'
import type { BrokerageFacts, Letter, Letters } from '../letters/index.ts'
import { type NoticeWriter, pick } from '../notice.ts'
import { membersOf, organizationOf } from '../recipients.ts'
import { dealOf } from './licensing.ts'

const read = async (db: Database, id: string) => {
  const [brokerage] = await db.select().from(brokerages).where(eq(brokerages.id, id))
  if (!brokerage) throw new Error(`Brokerage ${id} does not exist.`)
  const deal = await dealOf(db, brokerage.requestId)
  return { ...deal, brokerage, broker: await organizationOf(db, brokerage.organizationId) }
}

const commissionText = ({ payer, ratePercent, amountFen }: Commission, locale: Locale): string => {
  const what = amountFen === null ? `${ratePercent} %` : formatFen(amountFen, 'yuan', locale)
  const by = labelOf(COMMISSION_PAYERS, payer, locale)
  return locale === 'en' ? `${what} (${by})` : `${what}（${by}）`
}

type Deal = Awaited<ReturnType<typeof read>>

/** Everybody concerned but the one who moved: the broker to its own page, the sides to the room. */
const tell = async (
  db: Database,
  deal: Deal,
  byOrganizationId: string,
  write: (letters: Letters, facts: BrokerageFacts) => Letter,
) => {
  const { brokerage, request, broker, listing } = deal
  const mover = await organizationOf(db, byOrganizationId)
  const concerned = [request.ownerId, request.requesterId, brokerage.organizationId]
  return Promise.all(
    concerned
      .filter((id) => id !== byOrganizationId)
      .map(async (id) => ({
        to: await membersOf(db, id, ['negotiator']),
        path: id === brokerage.organizationId ? '/workspace/brokerages' : `/workspace/requests/${request.id}`,
        write: (letters: Letters, locale: Locale) =>
          write(letters, {
            listing: pick(locale, listing.titleZh, listing.titleEn),
            organization: pick(locale, mover.nameZh, mover.nameEn),
            broker: pick(locale, broker.nameZh, broker.nameEn),
            commission: commissionText(brokerage.commission, locale),
          }),
      })),
  )
}

const about =
  (write: (letters: Letters, facts: BrokerageFacts) => Letter): NoticeWriter =>
  async ({ db }, { subjectId, payload }) => {
    const { byOrganizationId } = payload as { byOrganizationId: string }
    return tell(db, await read(db, subjectId), byOrganizationId, write)
  }

export const brokerageProposed = about((letters, facts) => letters.brokerageProposed(facts))
export const brokerageRefused = about((letters, facts) => letters.brokerageRefused(facts))
export const brokerageEnded = about((letters, facts) => letters.brokerageEnded(facts))

/** News only once both have agreed. */
export const brokerageAgreed: NoticeWriter = async (context, event) => {
  const { state } = event.payload as { state: string }
  return state === 'active' ? about((letters, facts) => letters.brokerageAgreed(facts))(context, event) : []
}
