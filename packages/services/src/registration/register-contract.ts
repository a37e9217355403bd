import type { Transaction } from '@market/database'
import { organizations } from '@market/database/schema'
import { refuse, shanghaiDateOf, yearOf } from '@market/domain'
import { cityOf } from '@market/domain/identifiers'
import {
  formatRegistrationNumber,
  numberSeriesOf,
  requireRegisteredAfterSubmitted,
} from '@market/domain/registration'
import { eq } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { requireStillRegistrable } from './file-registration.ts'
import { bookRegistered } from './ledger.ts'
import { nextSerial } from './number-series.ts'
import { needsSecondReview } from './procedure.ts'
import type { RegistrationRecord } from './records.ts'
import { stepRegistration } from './step-registration.ts'
import { verificationCodeFrom } from './verification-code.ts'
import { writeVersion } from './versions.ts'

/** A large contract passes two people. */
const requireReviewed = (before: RegistrationRecord, userId: string, now: Date) => {
  if (before.state === 'accepted' && needsSecondReview(before, now)) {
    throw refuse('precondition', 'registration.second_review_required')
  }
  if (before.reviewSentBy === userId) throw refuse('forbidden', 'registration.same_reviewer')
}

/** Counted per year and city of the registry; taken as late as possible, for the series waits until the commit. */
const issueNumber = async (tx: Transaction, agencyId: string, registeredOn: string): Promise<string> => {
  const [agency] = await tx
    .select({ regionCode: organizations.regionCode })
    .from(organizations)
    .where(eq(organizations.id, agencyId))
  if (!agency) throw new Error(`Agency ${agencyId} is missing.`)
  const series = numberSeriesOf(yearOf(registeredOn), cityOf(agency.regionCode))
  return formatRegistrationNumber(series, await nextSerial(tx, series))
}

/**
 * Enters the contract into the register: number, first version, ledger entry and trail in one transaction. Refuses with
 * `registration.second_review_required`, `registration.same_reviewer`, `registration.wrong_state` or
 * `contract.wrong_state`.
 */
export const registerContract = (
  context: ServiceContext,
  registrationId: string,
): Promise<RegistrationRecord> =>
  stepRegistration(context, {
    registrationId,
    command: 'register',
    event: 'registration.registered',
    change: async (before, { tx, now }, { userId }) => {
      requireReviewed(before, userId, now)
      if (before.submittedAt) requireRegisteredAfterSubmitted(before.submittedAt, now)
      await requireStillRegistrable(tx, before.contractId)
      const registeredOn = shanghaiDateOf(now)
      return {
        status: 'valid',
        version: 1,
        number: await issueNumber(tx, before.agencyId, registeredOn),
        registeredOn,
        verificationCode: verificationCodeFrom(context.secrets.next()),
        decidedAt: now,
        decidedBy: userId,
      }
    },
    follow: async (after, { tx, now }, { userId }) => {
      await writeVersion(tx, after, { entry: 'registered', reason: '', recordedBy: userId }, now)
      await bookRegistered(tx, after, now)
    },
  })
