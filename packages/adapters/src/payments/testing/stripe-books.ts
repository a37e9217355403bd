import { randomUUID } from 'node:crypto'
import { objectAt, parseForm, textAt } from './parse-form.ts'

export class StripeProblem extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string) {
    super(code)
    this.status = status
    this.code = code
  }
}

interface Session {
  id: string
  object: 'checkout.session'
  created: number
  expires_at: number
  status: 'open' | 'complete' | 'expired'
  payment_status: 'unpaid' | 'paid'
  amount_total: number
  currency: string
  url: string | null
  payment_intent: string | null
  client_reference_id: string | null
  metadata: Record<string, string>
  /** What the intent will be made of. */
  intent: { manual: boolean; metadata: Record<string, string>; destination: string | null; fee: number }
}

interface Intent {
  id: string
  object: 'payment_intent'
  created: number
  status: string
  amount: number
  amount_received: number
  currency: string
  capture_method: string
  latest_charge: string | null
  transfer_data: { destination: string } | null
  application_fee_amount: number
  metadata: Record<string, string>
}

interface Refund {
  id: string
  object: 'refund'
  created: number
  status: string
  amount: number
  payment_intent: string
  metadata: Record<string, string>
}

interface Account {
  id: string
  object: 'account'
  charges_enabled: boolean
  payouts_enabled: boolean
  details_submitted: boolean
  metadata: Record<string, string>
}

export interface BalanceTransaction {
  id: string
  object: 'balance_transaction'
  type: 'charge' | 'refund' | 'transfer' | 'transfer_refund'
  amount: number
  source: string
}

/** What Stripe keeps, and what people do there: pay, be refunded from its dashboard, finish an account. */
export interface StripeBooks {
  handle(method: string, path: string, form: Record<string, unknown>): object
  /** The payer pays an open session. */
  pay(checkoutId: string): void
  /** The payer has begun, and the money is on its way. */
  beginPaying(checkoutId: string): void
  expire(checkoutId: string): void
  refundAtStripe(intentId: string, amount: number): void
  settleRefund(refundId: string, status: 'succeeded' | 'failed'): void
  finishAccount(accountId: string): void
  /** Refunds made from now on wait instead of succeeding at once. */
  holdRefunds: boolean
  sessions: Map<string, Session>
  intents: Map<string, Intent>
  refunds: Map<string, Refund>
  accounts: Map<string, Account>
  balance: BalanceTransaction[]
}

type Recorder = (type: string, object: object) => void

const DAY_S = 86_400

export const createStripeBooks = (now: () => Date, record: Recorder): StripeBooks => {
  const sessions = new Map<string, Session>()
  const intents = new Map<string, Intent>()
  const refunds = new Map<string, Refund>()
  const accounts = new Map<string, Account>()
  const balance: BalanceTransaction[] = []
  const newId = (prefix: string) => `${prefix}_${randomUUID().replaceAll('-', '')}`
  const seconds = () => Math.floor(now().getTime() / 1000)
  const find = <T>(rows: Map<string, T>, id: string): T => {
    const found = rows.get(id)
    if (found === undefined) throw new StripeProblem(404, 'resource_missing')
    return found
  }
  const book = (type: BalanceTransaction['type'], amount: number, source: string) =>
    balance.push({ id: newId('txn'), object: 'balance_transaction', type, amount, source })

  const createSession = (form: Record<string, unknown>): Session => {
    const price = textAt(form, 'line_items', '0', 'price_data', 'unit_amount')
    const currency = textAt(form, 'line_items', '0', 'price_data', 'currency')
    const destination = textAt(form, 'payment_intent_data', 'transfer_data', 'destination')
    if (price === null || !/^[1-9]\d*$/.test(price) || currency !== 'cny') {
      throw new StripeProblem(400, 'parameter_invalid_integer')
    }
    if (destination !== null && !accounts.get(destination)?.payouts_enabled) {
      throw new StripeProblem(400, 'account_invalid')
    }
    const id = newId('cs_test')
    const intentData = form.payment_intent_data
    const session: Session = {
      id,
      object: 'checkout.session',
      created: seconds(),
      expires_at: seconds() + DAY_S,
      status: 'open',
      payment_status: 'unpaid',
      amount_total: Number(price),
      currency,
      url: `https://checkout.stripe.com/c/pay/${id}`,
      payment_intent: null,
      client_reference_id: textAt(form, 'client_reference_id'),
      metadata: objectAt(form, 'metadata'),
      intent: {
        manual: textAt(form, 'payment_intent_data', 'capture_method') === 'manual',
        metadata: objectAt(intentData as Record<string, unknown>, 'metadata'),
        destination,
        fee: Number(textAt(form, 'payment_intent_data', 'application_fee_amount') ?? 0),
      },
    }
    sessions.set(id, session)
    return session
  }

  const moveOn = (intent: Intent, amount: number) => {
    book('charge', amount, intent.id)
    const { transfer_data: transfer, application_fee_amount: fee } = intent
    if (transfer) book('transfer', fee - amount, transfer.destination)
  }

  const intentOf = (session: Session): Intent => {
    if (session.payment_intent !== null) return find(intents, session.payment_intent)
    const { manual, metadata, destination, fee } = session.intent
    const intent: Intent = {
      id: newId('pi'),
      object: 'payment_intent',
      created: seconds(),
      status: 'requires_payment_method',
      amount: session.amount_total,
      amount_received: 0,
      currency: session.currency,
      capture_method: manual ? 'manual' : 'automatic',
      latest_charge: null,
      transfer_data: destination === null ? null : { destination },
      application_fee_amount: fee,
      metadata,
    }
    intents.set(intent.id, intent)
    session.payment_intent = intent.id
    return intent
  }

  const capture = (id: string, amount: number | null): Intent => {
    const intent = find(intents, id)
    if (intent.status !== 'requires_capture') throw new StripeProblem(400, 'payment_intent_unexpected_state')
    intent.amount_received = amount ?? intent.amount
    intent.status = 'succeeded'
    moveOn(intent, intent.amount_received)
    record('payment_intent.succeeded', intent)
    return intent
  }

  const cancel = (id: string): Intent => {
    const intent = find(intents, id)
    if (intent.status === 'succeeded') throw new StripeProblem(400, 'payment_intent_unexpected_state')
    intent.status = 'canceled'
    record('payment_intent.canceled', intent)
    return intent
  }

  const giveBack = (intentId: string, amount: number, metadata: Record<string, string>): Refund => {
    const intent = find(intents, intentId)
    const before = [...refunds.values()].filter(
      ({ payment_intent: of, status }) => of === intentId && status !== 'failed',
    )
    const sum = before.reduce((total, refund) => total + refund.amount, amount)
    if (sum > intent.amount_received) throw new StripeProblem(400, 'charge_already_refunded')
    const refund: Refund = {
      id: newId('re'),
      object: 'refund',
      created: seconds(),
      status: books.holdRefunds ? 'pending' : 'succeeded',
      amount,
      payment_intent: intentId,
      metadata,
    }
    refunds.set(refund.id, refund)
    book('refund', -amount, refund.id)
    if (intent.transfer_data) book('transfer_refund', amount, intent.transfer_data.destination)
    record('refund.created', refund)
    return refund
  }

  const expire = (id: string): Session => {
    const session = find(sessions, id)
    if (session.status !== 'open') throw new StripeProblem(400, 'resource_invalid')
    session.status = 'expired'
    session.url = null
    record('checkout.session.expired', session)
    return session
  }

  const listOf = <T extends { id: string; created: number }>(
    rows: Iterable<T>,
    form: Record<string, unknown>,
    path: string,
  ) => {
    const since = Number(textAt(form, 'created', 'gte') ?? 0)
    const after = textAt(form, 'starting_after')
    const limit = Number(textAt(form, 'limit') ?? 10)
    const newestFirst = [...rows].filter(({ created }) => created >= since).reverse()
    const from = after === null ? 0 : newestFirst.findIndex(({ id }) => id === after) + 1
    const data = newestFirst.slice(from, from + limit)
    return { object: 'list', url: path, has_more: from + limit < newestFirst.length, data }
  }

  const createAccount = (form: Record<string, unknown>): Account => {
    const account: Account = {
      id: newId('acct'),
      object: 'account',
      charges_enabled: false,
      payouts_enabled: false,
      details_submitted: false,
      metadata: objectAt(form, 'metadata'),
    }
    accounts.set(account.id, account)
    return account
  }

  const unfolded = (intent: Intent) => ({
    ...intent,
    latest_charge:
      intent.latest_charge === null
        ? null
        : { id: intent.latest_charge, object: 'charge', created: seconds() },
  })

  type Handler = (form: Record<string, unknown>, id: string, path: string) => object
  const ROUTES: [method: string, path: RegExp, handle: Handler][] = [
    ['POST', /^\/v1\/checkout\/sessions$/, createSession],
    ['GET', /^\/v1\/checkout\/sessions$/, (form, _id, path) => listOf(sessions.values(), form, path)],
    ['GET', /^\/v1\/checkout\/sessions\/(\w+)$/, (_form, id) => find(sessions, id)],
    ['POST', /^\/v1\/checkout\/sessions\/(\w+)\/expire$/, (_form, id) => expire(id)],
    ['GET', /^\/v1\/payment_intents\/(\w+)$/, (_form, id) => unfolded(find(intents, id))],
    [
      'POST',
      /^\/v1\/payment_intents\/(\w+)\/capture$/,
      (form, id) => capture(id, Number(textAt(form, 'amount_to_capture')) || null),
    ],
    ['POST', /^\/v1\/payment_intents\/(\w+)\/cancel$/, (_form, id) => cancel(id)],
    [
      'POST',
      /^\/v1\/refunds$/,
      (form) =>
        giveBack(
          textAt(form, 'payment_intent') ?? '',
          Number(textAt(form, 'amount')),
          objectAt(form, 'metadata'),
        ),
    ],
    [
      'GET',
      /^\/v1\/refunds$/,
      (form, _id, path) => {
        const of = textAt(form, 'payment_intent')
        const wanted = [...refunds.values()].filter((refund) => of === null || refund.payment_intent === of)
        return listOf(wanted, form, path)
      },
    ],
    ['POST', /^\/v1\/accounts$/, createAccount],
    ['GET', /^\/v1\/accounts\/(\w+)$/, (_form, id) => find(accounts, id)],
    [
      'POST',
      /^\/v1\/account_links$/,
      (form) => ({
        object: 'account_link',
        created: seconds(),
        expires_at: seconds() + 300,
        url: `https://connect.stripe.com/setup/${find(accounts, textAt(form, 'account') ?? '').id}`,
      }),
    ],
    [
      'GET',
      /^\/v1\/balance_transactions$/,
      (_form, _id, path) => ({ object: 'list', url: path, has_more: false, data: balance }),
    ],
  ]

  const books: StripeBooks = {
    holdRefunds: false,
    sessions,
    intents,
    refunds,
    accounts,
    balance,
    handle: (method, path, form) => {
      for (const [verb, pattern, handle] of ROUTES) {
        const match = verb === method ? pattern.exec(path) : null
        if (match) return handle(form, match[1] ?? '', path)
      }
      throw new StripeProblem(404, 'unknown_route')
    },
    beginPaying: (checkoutId) => {
      const session = find(sessions, checkoutId)
      session.status = 'complete'
      const intent = intentOf(session)
      intent.status = 'processing'
      record('checkout.session.completed', session)
      record('payment_intent.processing', intent)
    },
    pay: (checkoutId) => {
      const session = find(sessions, checkoutId)
      const intent = intentOf(session)
      const manual = intent.capture_method === 'manual'
      session.status = 'complete'
      session.url = null
      session.payment_status = manual ? 'unpaid' : 'paid'
      intent.latest_charge = newId('ch')
      intent.status = manual ? 'requires_capture' : 'succeeded'
      intent.amount_received = manual ? 0 : intent.amount
      if (!manual) moveOn(intent, intent.amount)
      record(manual ? 'payment_intent.amount_capturable_updated' : 'payment_intent.succeeded', intent)
      record('checkout.session.completed', session)
    },
    expire: (checkoutId) => {
      expire(checkoutId)
    },
    refundAtStripe: (intentId, amount) => {
      giveBack(intentId, amount, parseForm('') as Record<string, string>)
    },
    settleRefund: (refundId, status) => {
      const refund = find(refunds, refundId)
      refund.status = status
      record(status === 'failed' ? 'refund.failed' : 'refund.updated', refund)
    },
    finishAccount: (accountId) => {
      const account = find(accounts, accountId)
      Object.assign(account, { charges_enabled: true, payouts_enabled: true, details_submitted: true })
      record('account.updated', account)
    },
  }
  return books
}
