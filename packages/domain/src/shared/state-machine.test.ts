import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CONTRACT_STATE_NAMES,
  codesOf,
  INVITATION_STATE_NAMES,
  LISTING_STATE_NAMES,
  OFFER_STATE_NAMES,
  ORGANIZATION_KIND_NAMES,
  ORGANIZATION_STATE_NAMES,
  REGISTRATION_STATE_NAMES,
  REGISTRATION_STATUS_NAMES,
  REQUEST_STATE_NAMES,
  ROLE_NAMES,
} from '../codes/index.ts'
import { CONTRACT_STATES, contractMachine } from '../contracts/index.ts'
import { isRefusal, ORGANIZATION_KINDS, ORGANIZATION_STATES, ROLES, type StateMachine } from '../index.ts'
import { OFFER_STATES, offerMachine, REQUEST_STATES, requestMachine } from '../licensing/index.ts'
import { LISTING_STATES, listingMachine } from '../listings/index.ts'
import { INVITATION_STATES, invitationMachine, organizationMachine } from '../organizations/index.ts'
import {
  REGISTRATION_STATES,
  REGISTRATION_STATUSES,
  registrationMachine,
  registrationStatusMachine,
} from '../registration/index.ts'

interface Case {
  name: string
  machine: StateMachine<string, string>
  states: readonly string[]
  initial: string
  names: readonly { code: string }[]
  finals: readonly string[]
}

const cased = <State extends string, Command extends string>(
  name: string,
  machine: StateMachine<State, Command>,
  states: readonly State[],
  rest: Pick<Case, 'initial' | 'names' | 'finals'>,
): Case => ({ name, machine: machine as unknown as StateMachine<string, string>, states, ...rest })

/** One that an imported contract names never applied, and no command reaches it. */
const applied = (state: string) => state !== 'recorded'

const MACHINES: Case[] = [
  cased('organization', organizationMachine, ORGANIZATION_STATES.filter(applied), {
    initial: 'pending',
    names: ORGANIZATION_STATE_NAMES.filter(({ code }) => applied(code)),
    finals: [],
  }),
  cased('invitation', invitationMachine, INVITATION_STATES, {
    initial: 'pending',
    names: INVITATION_STATE_NAMES,
    finals: ['accepted', 'revoked', 'expired'],
  }),
  cased('listing', listingMachine, LISTING_STATES, {
    initial: 'draft',
    names: LISTING_STATE_NAMES,
    // Whose term has ended may be renewed.
    finals: ['transferred', 'withdrawn'],
  }),
  cased('request', requestMachine, REQUEST_STATES, {
    initial: 'submitted',
    names: REQUEST_STATE_NAMES,
    finals: ['contracted', 'declined', 'withdrawn', 'lapsed'],
  }),
  cased('offer', offerMachine, OFFER_STATES, {
    initial: 'open',
    names: OFFER_STATE_NAMES,
    finals: ['accepted', 'superseded', 'withdrawn'],
  }),
  cased('contract', contractMachine, CONTRACT_STATES, {
    initial: 'draft',
    names: CONTRACT_STATE_NAMES,
    finals: ['performed', 'terminated', 'expired'],
  }),
  cased('registration', registrationMachine, REGISTRATION_STATES, {
    initial: 'draft',
    names: REGISTRATION_STATE_NAMES,
    finals: ['registered', 'refused'],
  }),
  cased('registration status', registrationStatusMachine, REGISTRATION_STATUSES, {
    initial: 'valid',
    names: REGISTRATION_STATUS_NAMES,
    finals: ['revoked'],
  }),
]

const reachableFrom = (machine: Case['machine'], initial: string): Set<string> => {
  const seen = new Set([initial])
  for (const state of seen) {
    for (const command of machine.commandsFrom(state)) seen.add(machine.transition(state, command))
  }
  return seen
}

describe.each(MACHINES)('$name states', ({ machine, states, initial, names, finals }) => {
  it('are all reached from the first one, and no others', () => {
    expect([...reachableFrom(machine, initial)].sort()).toEqual([...states].sort())
  })

  it('are all named in both languages', () => {
    expect(names.map(({ code }) => code)).toEqual([...states])
  })

  it('end where they should', () => {
    expect(states.filter((state) => machine.isFinal(state))).toEqual(finals)
  })

  it('refuse every command given in a wrong state, and say which are right', () => {
    const commands = [...new Set(states.flatMap((state) => machine.commandsFrom(state)))]
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...commands), (state, command) => {
        if (machine.allows(state, command)) {
          expect(states).toContain(machine.transition(state, command))
          return
        }
        try {
          machine.transition(state, command)
          expect.unreachable()
        } catch (error) {
          if (!isRefusal(error)) throw error
          expect(error.kind).toBe('conflict')
          expect(error.code).toMatch(/^[a-z]+\.wrong_state$/)
          expect(error.details).toMatchObject({ state, command })
          expect(error.details.allowed).not.toContain(state)
        }
      }),
    )
  })
})

describe('names of the kernel’s lists', () => {
  it('cover every kind and role', () => {
    expect(codesOf(ORGANIZATION_KIND_NAMES)).toEqual([...ORGANIZATION_KINDS])
    expect(codesOf(ROLE_NAMES)).toEqual([...ROLES])
  })
})
