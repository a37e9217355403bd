import type { FieldProblem } from '../index.ts'

/** Where a receiver takes bank transfers. */
export interface BankAccount {
  holder: string
  bank: string
  accountNumber: string
}

const ACCOUNT_NUMBER = /^\d{8,30}$/

/** Digits without the spaces and hyphens people put between them. */
export const normalizeAccountNumber = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '')

export const bankAccountProblems = ({ holder, bank, accountNumber }: BankAccount): FieldProblem[] => {
  const problems: FieldProblem[] = []
  if (holder.trim() === '') problems.push({ path: 'holder', code: 'field.required' })
  if (bank.trim() === '') problems.push({ path: 'bank', code: 'field.required' })
  if (!ACCOUNT_NUMBER.test(accountNumber)) {
    problems.push({ path: 'accountNumber', code: 'payment.account_number' })
  }
  return problems
}

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** The reference a transfer carries: ten letters and digits without look-alikes, of the amount's own id. */
export const referenceOf = (digest: Uint8Array): string =>
  `JS${[...digest.subarray(0, 10)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')}`
