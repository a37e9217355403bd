import type { Database } from '@market/database'
import { paymentDues, payments } from '@market/database/schema'
import { asc, eq } from 'drizzle-orm'
import type { DueRow, PaymentRow } from '../index.ts'

export const duesOf = (db: Database, contractId: string): Promise<DueRow[]> =>
  db
    .select()
    .from(paymentDues)
    .where(eq(paymentDues.contractId, contractId))
    .orderBy(asc(paymentDues.position))

export const paymentsOf = (db: Database, contractId: string): Promise<PaymentRow[]> =>
  db.select().from(payments).where(eq(payments.contractId, contractId)).orderBy(asc(payments.createdAt))
