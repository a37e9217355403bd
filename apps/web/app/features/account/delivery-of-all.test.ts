import { describe, expect, it } from 'vitest'
import { deliveryOfAll, settingFor } from './delivery-of-all.ts'

describe('how all saved searches mail', () => {
  it('is said only where they mail alike, once a day or oftener, or not at all', () => {
    const instant = { cadence: 'instant', byMail: true } as const
    const silent = { cadence: 'instant', byMail: false } as const
    expect(deliveryOfAll([instant, instant])).toBe('instant')
    expect(deliveryOfAll([silent, { ...silent, cadence: 'weekly' }])).toBe('inbox')
    expect(deliveryOfAll([instant, silent])).toBeNull()
    expect(deliveryOfAll([{ ...instant, cadence: 'weekly' }])).toBeNull()
    expect(deliveryOfAll([])).toBeNull()
  })

  it('leaves the cadence to the alerts inside when the mails end', () => {
    expect(settingFor('inbox')).toEqual({ byMail: false })
    expect(settingFor('daily')).toEqual({ byMail: true, cadence: 'daily' })
  })
})
