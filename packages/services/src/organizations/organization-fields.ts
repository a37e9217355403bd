import type { FieldProblem } from '@market/domain'
import { parseRegionCode, parseSocialCreditCode } from '@market/domain/identifiers'

type Check = { ok: true; value: string } | { ok: false; code: string; position: number; expected: string }

const problemOf = (path: string, result: Check): FieldProblem[] =>
  result.ok
    ? []
    : [{ path, code: result.code, params: { position: result.position, expected: result.expected } }]

/** Normalises the identifiers of an organization; the problems say which character is wrong. */
export const readOrganizationCodes = (input: {
  creditCode?: string | undefined
  regionCode?: string | undefined
}) => {
  const credit = input.creditCode === undefined ? null : parseSocialCreditCode(input.creditCode)
  const region = input.regionCode === undefined ? null : parseRegionCode(input.regionCode)
  return {
    creditCode: credit?.ok ? credit.value : undefined,
    regionCode: region?.ok ? region.value : undefined,
    problems: [
      ...(credit ? problemOf('creditCode', credit) : []),
      ...(region ? problemOf('regionCode', region) : []),
    ],
  }
}
