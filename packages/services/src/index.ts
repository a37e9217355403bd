export { containing } from './containing.ts'
export {
  type Changes,
  type MemberActor,
  requireActor,
  requireMember,
  type SealPurpose,
  type Seals,
  type SecretSource,
  type ServiceContext,
} from './context.ts'
export {
  forgetOldRequestKeys,
  freeRequestKey,
  type KeptAnswer,
  keepAnswer,
  type RequestKey,
  takeRequestKey,
} from './idempotency.ts'
export { decodeCursor, decodeInstantCursor, MAX_PAGE_SIZE, PAGE_SIZE, type Page, pageOf } from './keyset.ts'
export { SAMPLE_NOTICE } from './sample-notice.ts'
export { createSeals, hashSecret, sameText, systemSecrets } from './secrets.ts'
export { systemClock, systemIds } from './system.ts'
export { alreadyDone, resultUnlessDone, unlessDone } from './unless-done.ts'
