export { TEST_SECRET, testContext } from './context.ts'
export * from './deals.ts'
export { newestEvent, rightEvent } from './events.ts'
export {
  auditActionsOf,
  makeActor,
  makeMember,
  makeOrganization,
  nextCreditCode,
  type OrganizationFixture,
} from './fixtures.ts'
export * from './needs.ts'
export { makeSigningTools } from './signing-tools.ts'
