import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'

/** Flags of the packaged build that would hide faults (no web security) or make it fragile (one process). */
const UNWANTED = ['--single-process', '--disable-web-security', '--allow-running-insecure-content']

/** Starts the Chromium that comes inside an npm package, with the few system libraries it may lack. */
export const launchBrowser = async (): Promise<Browser> => {
  // The package unpacks its libraries only where it believes to run on a bare machine.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  const args = packaged.args.filter((flag) => !UNWANTED.includes(flag))
  return chromium.launch({ executablePath: await packaged.executablePath(), args, headless: true })
}
