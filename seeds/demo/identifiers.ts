import {
  organizationCheckCharacter,
  patentCheckDigit,
  socialCreditCheckCharacter,
} from '@market/domain/identifiers'

const padded = (serial: number, length: number): string => String(serial).padStart(length, '0')

/**
 * A well-formed unified social credit code out of a range no registry has reached (inner code MAXX00nn),
 * so that a sample never carries the code of a real body.
 */
export const sampleCreditCode = (prefix: '11' | '12' | '91', region: string, serial: number): string => {
  const inner = `MAXX00${padded(serial, 2)}`
  const body = `${prefix}${region}${inner}${organizationCheckCharacter(inner)}`
  return body + socialCreditCheckCharacter(body)
}

/** Application number with its check digit; serials from 9 900 000 up, where no office has numbered yet. */
export const samplePatentNumber = (year: string, type: 1 | 2 | 3, serial: number): string => {
  const body = `${year}${type}99${padded(serial, 5)}`
  return `${body}.${patentCheckDigit(body)}`
}

export const sampleSoftwareNumber = (year: string, serial: number): string =>
  `${year}SR99${padded(serial, 5)}`

export const sampleVarietyNumber = (year: string, serial: number): string =>
  `CNA${year}99${padded(serial, 4)}`

export const sampleLayoutNumber = (year: string, serial: number): string =>
  `BS.${year.slice(2)}599${padded(serial, 4)}`
