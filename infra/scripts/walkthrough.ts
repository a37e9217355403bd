import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { formatYuan } from '@market/domain'
import { createChain } from './walkthrough/chain.ts'

const OUTBOX = '.data/outbox'

const USAGE = `Plays the chain from listing to statistic through the public API of a running market with the demo accounts.

  npm run walkthrough                                 against http://127.0.0.1:8080
  npm run walkthrough -- --url http://127.0.0.1:9090  against another address
  npm run walkthrough -- --outbox <folder>            where that market keeps its mails (one-time codes), ${OUTBOX} here`

const main = async () => {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:8080' },
      outbox: { type: 'string', default: OUTBOX },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return
  }
  const chain = createChain({ url: values.url, outbox: values.outbox }, randomBytes(3).toString('hex'))
  for (const [index, step] of chain.steps.entries()) {
    const startedAt = performance.now()
    const outcome = await step.play().catch((error: unknown) => {
      const reason =
        error instanceof Error ? `${error.message}${error.cause ? ` (${error.cause})` : ''}` : error
      throw new Error(`step ${index + 1}, ${step.name}: ${reason}`)
    })
    const milliseconds = Math.round(performance.now() - startedAt)
    console.log(
      `${String(index + 1).padStart(2)}  ${String(milliseconds).padStart(5)} ms  ${step.name}: ${outcome}`,
    )
  }
  const { before, after } = chain.turnover()
  console.log(`turnover ${formatYuan(before)} → ${formatYuan(after)} (+${formatYuan(after - before)})`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
