import { hash, verify } from '@node-rs/argon2'

/** OWASP's argon2id floor: 19 MiB, two passes, one lane (the library's default algorithm is argon2id). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, COST)

export const passwordMatches = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password)

let decoy: Promise<string> | undefined

/** Spends the time of a real check, so that an unknown account answers no sooner than a known one. */
export const spendPasswordCheck = async (password: string): Promise<false> => {
  decoy ??= hashPassword('no account has this password')
  await passwordMatches(await decoy, password)
  return false
}
