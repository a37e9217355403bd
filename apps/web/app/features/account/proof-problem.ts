import { fieldProblemsOf, type Problem } from '../../lib/api/problem.ts'
import { atProofFields } from './read-proof.ts'

/** A refusal of a second step with its problems at the fields of the form. */
export function proofProblem(problem: Problem): Problem {
  const problems = fieldProblemsOf(problem)
  if (problems.length === 0) return problem
  return { ...problem, details: { ...problem.details, problems: atProofFields(problems) } }
}
