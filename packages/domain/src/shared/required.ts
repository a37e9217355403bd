import type { FieldProblem } from './refusal.ts'

export const isBlank = (text: string): boolean => text.trim() === ''

/** A field that has to be filled in: `field.required`. */
export const required = (path: string): FieldProblem => ({ path, code: 'field.required' })

/** The texts still missing: each of `every`, and the first of a pair of which neither language is written. */
export const missingTexts = <Name extends string>(
  content: Readonly<Record<Name, string>>,
  every: readonly Name[],
  pairs: readonly (readonly [Name, Name])[],
): FieldProblem[] => [
  ...every.filter((path) => isBlank(content[path])).map(required),
  ...pairs.filter(([zh, en]) => isBlank(content[zh]) && isBlank(content[en])).map(([zh]) => required(zh)),
]
