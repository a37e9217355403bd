import type { RequestDraftContent } from '@market/contracts/licensing'
import { isCodeOf, LEARNED_FROM, TECHNICAL_FIELDS } from '@market/domain/codes'
import { MAX_PLAN_MILESTONES, readTerritory } from '@market/domain/licensing'
import type { FormReader } from '../../lib/read-form.ts'
import { readScope } from './read-terms.ts'

/** Lines of the plan that were filled in; empty ones do not count. */
const milestonesFrom = (read: FormReader) =>
  Array.from({ length: MAX_PLAN_MILESTONES }, (_, index) => ({
    title: read.text(`application.milestones.${index}.title`),
    on: read.choice(`application.milestones.${index}.on`),
  })).filter(({ title, on }) => title !== '' || on !== null)

/** The whole application as its form says it; the places are read from the words. */
export function readApplication(read: FormReader): RequestDraftContent {
  const scope = readScope(read)
  const learnedFrom = read.text('application.learnedFrom')
  return {
    ...scope,
    offerFen: read.yuan('offerFen'),
    message: read.text('message'),
    application: {
      rightIds: read.all('application.rightIds'),
      territoryCodes: readTerritory(scope.territory) ?? [],
      fieldCodes: read.all('application.fieldCodes').filter((code) => isCodeOf(TECHNICAL_FIELDS, code)),
      developmentPlan: read.text('application.developmentPlan'),
      marketingPlan: read.text('application.marketingPlan'),
      milestones: milestonesFrom(read),
      capacity: read.text('application.capacity'),
      learnedFrom: isCodeOf(LEARNED_FROM, learnedFrom) ? learnedFrom : null,
      learnedWords: read.text('application.learnedWords'),
    },
    fileIds: read.all('fileIds'),
  }
}
