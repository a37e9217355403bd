import { contracts } from '@market/database/schema'
import { type CalendarDate, refuse, shanghaiDateOf } from '@market/domain'
import { contractMachine, earliestExpiry, signingBars } from '@market/domain/contracts'
import { authorize, may, relationsTo } from '@market/domain/policy'
import { contractFacts, type PrecheckFinding, runPrecheck } from '@market/domain/registration'
import { and, eq } from 'drizzle-orm'
import { type MemberActor, requireMember, type ServiceContext } from '../index.ts'
import { readTimeline, type TimelineRecord } from '../licensing/index.ts'
import { asAmended } from './amendments/amendment-records.ts'
import { type ContractAction, contractActions } from './contract-actions.ts'
import { type ContractRow, seenBy, stakeholdersOf } from './contract-records.ts'
import { applicantOf } from './entrust-contract.ts'
import type { ContractSide } from './list-contracts.ts'
import { readDealFacts } from './read-deal-facts.ts'
import { type FilingRecord, isFiled, readFiling } from './read-filing.ts'
import { readSignatures, type SignatureRecord } from './read-signatures.ts'
import { type ConsentRecord, readConsents } from './right-burdens.ts'
import { type ContractSummaryRecord, selectContracts } from './select-contracts.ts'
import { type TextStanding, textStanding } from './text/text-records.ts'

export interface ContractRecord extends ContractSummaryRecord {
  side: ContractSide
  /** Last day of the listing's patents; a licence may not run past it. */
  rightsExpireOn: CalendarDate | null
  actions: ContractAction[]
  /** What the register’s pre-check says of it as it stands today. */
  findings: PrecheckFinding[]
  /** Whose agreement it needs beside the parties', and whether it is recorded. */
  consents: ConsentRecord[]
  signatures: SignatureRecord[]
  /** How it is signed here, over the agreed text. */
  signing: SigningRecord
  /** Null until it is filed for registration; a form the agency has not handed in shows to the agency alone. */
  filing: FilingRecord | null
  timeline: TimelineRecord[]
}

export interface SigningRecord {
  /** Null for a contract without a text of the market's. */
  text: { version: number; sha256: string; agreed: boolean; stale: boolean } | null
  /** Whether the reader's side may sign the text now; if not, what is in the way. */
  here: boolean
  bar: string | null
}

const signingOf = (
  actor: MemberActor,
  contract: ContractRow,
  { standing, signatures, today }: SigningFacts,
): SigningRecord => {
  const party = (organizationId: string) => (organizationId === contract.sellerId ? 'seller' : 'buyer')
  const confirmed = signatures.filter(({ confirmedAt }) => confirmedAt !== null)
  const [bar] = signingBars({
    today,
    signedOn: contract.signedOn,
    method: 'electronic',
    order: contract.signingOrder,
    side: party(actor.organizationId),
    signed: confirmed.map(({ organizationId }) => party(organizationId)),
    textAgreed: standing === null ? null : standing.agreed && !standing.stale,
  })
  const open =
    contractMachine.allows(contract.state, 'sign') &&
    may(actor, 'contract.sign', relationsTo(actor, stakeholdersOf(contract))) &&
    confirmed.every((each) => each.method === 'electronic' && each.organizationId !== actor.organizationId)
  const { agreed = false, stale = false } = standing ?? {}
  const text = standing && { version: standing.text.version, sha256: standing.text.sha256, agreed, stale }
  return { text, here: open && bar === undefined, bar: bar?.code ?? null }
}

interface SigningFacts {
  standing: TextStanding | null
  signatures: readonly SignatureRecord[]
  today: CalendarDate
}

const sideOf = ({ sellerId, buyerId }: ContractRow, organizationId: string): ContractSide => {
  if (organizationId === sellerId) return 'seller'
  return organizationId === buyerId ? 'buyer' : 'agency'
}

/** One contract with its signatures and what happened to it. Refuses with `contract.not_found`. */
export const getContract = async (context: ServiceContext, id: string): Promise<ContractRecord> => {
  const actor = requireMember(context)
  const { organizationId } = actor
  const [row] = await selectContracts(context.db, organizationId).where(
    and(eq(contracts.id, id), seenBy(organizationId)),
  )
  if (!row) throw refuse('not-found', 'contract.not_found')
  authorize(actor, 'contract.read', relationsTo(actor, stakeholdersOf(row.contract)))
  const { contract } = row
  const today = shanghaiDateOf(context.clock.now())
  const [amended = contract] = await asAmended(context.db, [contract])
  const applicant = row[applicantOf(row, today)]
  const [deal, signatures, timeline, consents, standing, filing] = await Promise.all([
    readDealFacts(context.db, contract),
    readSignatures(context.db, id),
    readTimeline(context.db, { contract: [id] }),
    readConsents(context.db, contract, today),
    textStanding(context.db, contract),
    readFiling(context.db, id),
  ])
  const side = sideOf(contract, organizationId)
  return {
    ...row,
    side,
    rightsExpireOn: earliestExpiry(deal.rights),
    actions: contractActions(actor, contract, signatures, isFiled(filing) ? null : applicant.id),
    findings: runPrecheck(contractFacts(deal, amended, today)),
    consents,
    signatures,
    signing: signingOf(actor, contract, { standing, signatures, today }),
    filing: filing?.state === 'draft' && side !== 'agency' ? null : filing,
    timeline,
  }
}
