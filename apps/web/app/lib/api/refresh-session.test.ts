import { expect, test, vi } from 'vitest'
import { createRefresher } from './refresh-session.server.ts'

const LINES = ['market_access=new; Path=/']

function clock(start = 0) {
  let now = start
  return { now: () => now, advance: (by: number) => (now += by) }
}

test('loaders that arrive together with one token share one refresh', async () => {
  let answer: (lines: string[]) => void = () => {}
  const refresh = vi.fn(() => new Promise<string[]>((resolve) => (answer = resolve)))
  const refresher = createRefresher(refresh, clock().now)
  const both = [refresher('old'), refresher('old')]
  answer(LINES)
  expect(await Promise.all(both)).toEqual([LINES, LINES])
  expect(refresh).toHaveBeenCalledTimes(1)
})

test('a page opened a moment later with the old token gets the new session and does not use the token again', async () => {
  const time = clock()
  const refresh = vi.fn(async () => LINES)
  const refresher = createRefresher(refresh, time.now)
  await refresher('old')
  time.advance(20_000)
  expect(await refresher('old')).toEqual(LINES)
  expect(refresh).toHaveBeenCalledTimes(1)
})

test('the result is forgotten after half a minute, so that a stolen old token is seen by the API', async () => {
  const time = clock()
  const refresh = vi.fn(async () => LINES)
  const refresher = createRefresher(refresh, time.now)
  await refresher('old')
  time.advance(31_000)
  await refresher('old')
  expect(refresh).toHaveBeenCalledTimes(2)
})

test('tokens of different people are refreshed each for itself', async () => {
  const refresh = vi.fn(async (token: string) => [`market_access=${token}`])
  const refresher = createRefresher(refresh, clock().now)
  expect(await Promise.all([refresher('a'), refresher('b')])).toEqual([
    ['market_access=a'],
    ['market_access=b'],
  ])
})

test('an API that was away does not spoil the token: the next request tries again', async () => {
  const refresh = vi.fn(async () => LINES)
  refresh.mockRejectedValueOnce(new Error('away'))
  const refresher = createRefresher(refresh, clock().now)
  await expect(refresher('old')).rejects.toThrow('away')
  await Promise.resolve()
  expect(await refresher('old')).toEqual(LINES)
})
