import { Refusal, shanghaiDateOf } from '@market/domain'
import { type SigningMethod, type SigningSide, signingBars } from '@market/domain/contracts'
import type { ContractWork } from './change-contract.ts'
import { signaturesOf } from './contract-records.ts'
import { readNoticeStanding } from './notices/notice-records.ts'
import { textStanding } from './text/text-records.ts'

/** Refuses with the gravest of what keeps the actor's side from signing now (domain: contracts/signing-bars). */
export const requireSignable = async (
  { unit, actor, contract }: ContractWork,
  method: SigningMethod,
): Promise<void> => {
  const sideOf = (organizationId: string): SigningSide =>
    organizationId === contract.sellerId ? 'seller' : 'buyer'
  const signatures = await signaturesOf(unit.tx, contract.id)
  const standing = await textStanding(unit.tx, contract)
  const today = shanghaiDateOf(unit.now)
  const [bar] = signingBars({
    today,
    signedOn: contract.signedOn,
    method,
    order: contract.signingOrder,
    side: sideOf(actor.organizationId),
    signed: signatures
      .filter(({ confirmedAt }) => confirmedAt !== null)
      .map(({ organizationId }) => sideOf(organizationId)),
    textAgreed: standing === null ? null : standing.agreed && !standing.stale,
    notice: await readNoticeStanding(unit.tx, contract, today),
  })
  if (bar) throw new Refusal(bar.kind, bar.code, bar.details)
}
