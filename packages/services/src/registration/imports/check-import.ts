import { inUnitOfWork } from '@market/database'
import { registrationImportProblems } from '@market/database/schema'
import { shanghaiDateOf, yearOf } from '@market/domain'
import { compareWithRegister } from './compare-with-register.ts'
import { type PlacedProblem, parseImport } from './parse-import.ts'
import { inChunks } from './parties.ts'
import { findImport, importTrail } from './records.ts'
import { moveImport } from './step-import.ts'
import { contextFor, type ImportContext, readContent } from './work-on-import.ts'

/** More would not be read; the counts still say how many there are. */
const MAX_KEPT_PROBLEMS = 5000

const inOrderOfRows = (problems: readonly PlacedProblem[]): PlacedProblem[] =>
  problems.toSorted((left, right) => left.row - right.row)

/** The dry run: reads the file, compares it with the register, keeps the report and enters nothing. */
export const checkImport = async (context: ImportContext, id: string): Promise<void> => {
  const before = await findImport(context, id)
  if (before.state !== 'checking') return
  const today = shanghaiDateOf(context.clock.now())
  const parsed = await parseImport(context.tables, before, await readContent(context, id), today)
  const compared = await compareWithRegister(context.db, parsed.rows, yearOf(today))
  const problems = inOrderOfRows([...parsed.problems, ...compared])
  const errorCount = problems.filter(({ severity }) => severity === 'error').length
  await inUnitOfWork(
    contextFor(context, id, before.createdBy, before.agencyId),
    async ({ tx, now, audit }) => {
      const after = await moveImport(tx, before, {
        state: 'checked',
        rowCount: parsed.rowCount,
        errorCount,
        warningCount: problems.length - errorCount,
        checkedAt: now,
      })
      audit({ ...importTrail(before), action: 'import.check', before, after })
      if (!after) return
      const kept = problems.slice(0, MAX_KEPT_PROBLEMS)
      const rows = kept.map((problem, index) => ({ ...problem, importId: id, position: index + 1 }))
      for (const chunk of inChunks(rows)) await tx.insert(registrationImportProblems).values(chunk)
    },
  )
}
