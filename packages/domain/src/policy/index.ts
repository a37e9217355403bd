export { authorize, type Decision, decide, may, subjectOf } from './decide.ts'
export { ACTIONS, type Action, POLICY } from './policy.ts'
export { relationsTo, type Stakeholders } from './relations.ts'
export { type Grant, RELATIONS, type Relation } from './rule.ts'
