import type { Letters } from '../letters/index.ts'
import { type NoticeWriter, pick } from '../notice.ts'
import { membersOf, organizationOf } from '../recipients.ts'

type Writer = (letters: Letters, organization: string, reason: string) => ReturnType<Letters['passwordReset']>

const BY_STATE: Record<string, Writer> = {
  verified: (letters, organization) => letters.organizationVerified({ organization }),
  rejected: (letters, organization, reason) => letters.organizationRejected({ organization, reason }),
  suspended: (letters, organization, reason) => letters.organizationSuspended({ organization, reason }),
}

export const organizationDecided: NoticeWriter = async ({ db }, { subjectId, payload }) => {
  const writer = BY_STATE[String(payload.state)]
  const organization = await organizationOf(db, subjectId)
  // Decided differently since: the later event tells.
  if (!writer || organization.state !== payload.state) return []
  const { nameZh, nameEn, decisionReason } = organization
  return [
    {
      to: await membersOf(db, subjectId, []),
      path: '/workspace',
      write: (letters, locale) => writer(letters, pick(locale, nameZh, nameEn), decisionReason ?? ''),
    },
  ]
}
