import type { Database } from '@market/database'
import { paymentDues } from '@market/database/schema'
import type { Actor, Fen } from '@market/domain'
import type { TermSheet } from '@market/domain/licensing'
import type { ScheduleLine } from '@market/domain/payments'
import type { FixedClock } from '@market/domain/testing'
import { type MemberActor, type ServiceContext, systemIds } from '../../index.ts'
import { makeSignedContract } from '../../registration/testing/index.ts'
import { makeActor, makeFile, makeMember, testContext } from '../../testing/index.ts'
import { confirmTransfer, type DueRow, openSchedule, type PaymentRow, submitTransfer } from '../index.ts'
import { duesOf } from './rows.ts'

type Context = ServiceContext & { clock: FixedClock }

export interface TillFixture {
  amountFen?: Fen
  terms?: Partial<TermSheet>
  lines?: ScheduleLine[]
}

/** A signed contract with its money: finance people of both sides, and a stranger. */
export interface Till {
  contractId: string
  dues: DueRow[]
  /** The owner of the receiving organization. */
  owner: MemberActor
  payer: MemberActor
  receiver: MemberActor
  secondReceiver: MemberActor
  viewer: MemberActor
  stranger: MemberActor
  as(actor: Actor | null): Context
  /** The payer shows a slip. */
  submit(due: DueRow | undefined, amountFen: Fen): Promise<PaymentRow>
  /** The payer shows a slip and the receiver finds the money; by two people where that is needed. */
  pay(due: DueRow | undefined, amountFen: Fen): Promise<PaymentRow>
}

const slip = (db: Database, actor: MemberActor) => makeFile(db, actor)

export const makeTill = async (db: Database, clock: FixedClock, fixture: TillFixture = {}): Promise<Till> => {
  const { amountFen = 9_000_000, terms = {}, lines = [] } = fixture
  const owner = await makeActor(db, 'university')
  const receiver = await makeMember(db, owner.organizationId, ['finance'])
  const secondReceiver = await makeMember(db, owner.organizationId, ['finance'])
  const viewer = await makeMember(db, owner.organizationId, ['viewer'])
  const payer = await makeActor(db, 'company', ['finance'])
  const stranger = await makeActor(db, 'company', ['finance'])
  const as = (actor: Actor | null) => testContext(db, actor, clock)
  const contractId = await makeSignedContract(db, {
    sellerId: owner.organizationId,
    buyerId: payer.organizationId,
    userId: owner.userId,
    agencyId: null,
    title: `糖蜜废液吸附材料许可 ${owner.userId.slice(-6)}`,
    contractAmountFen: amountFen,
    technologyAmountFen: Math.floor(amountFen * 0.8),
    terms,
  })
  const times = { createdAt: clock.now(), updatedAt: clock.now() }
  const planned = lines.map((line, position) => ({
    ...{ id: systemIds.next(), contractId, position, state: 'planned' as const },
    ...line,
    ...times,
  }))
  if (planned.length > 0) await db.insert(paymentDues).values(planned)
  await openSchedule(as(null), contractId)
  const dues = await duesOf(db, contractId)
  const submit: Till['submit'] = async (due, paid) =>
    submitTransfer(as(payer), {
      dueId: due?.id ?? '',
      amountFen: paid,
      paidOn: '2026-03-01',
      note: '',
      proofFileId: await slip(db, payer),
    })
  const pay: Till['pay'] = async (due, paid) => {
    const { id: paymentId } = await submit(due, paid)
    const input = { paymentId, receivedFen: paid }
    const first = await confirmTransfer(as(receiver), input)
    return first.state === 'confirmed' ? first : confirmTransfer(as(secondReceiver), input)
  }
  return { contractId, dues, owner, payer, receiver, secondReceiver, viewer, stranger, as, submit, pay }
}
