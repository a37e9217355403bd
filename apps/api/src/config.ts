import { z } from 'zod'

const PaymentMethods = z
  .string()
  .default('card,alipay,wechat_pay')
  .transform((text) => text.split(',').map((name) => name.trim()))
  .pipe(z.array(z.enum(['card', 'alipay', 'wechat_pay'])).min(1))

const Environment = z.object({
  DATABASE_URL: z.string().min(1),
  API_HOST: z.string().default('127.0.0.1'),
  API_PORT: z.coerce.number().int().min(0).max(65535).default(8081),
  PUBLIC_URL: z.url().default('http://127.0.0.1:8080'),
  /** Signs access tokens and seals the links in mails; at least 32 characters. */
  APP_SECRET: z.string().min(32),
  DATA_DIR: z.string().default('.data'),
  MEILI_URL: z.url().optional(),
  MEILI_KEY: z.string().optional(),
  S3_ENDPOINT: z.string().optional(),
  S3_REGION: z.string().default('auto'),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  SITE_NAME_ZH: z.string().default('邕江技术市场'),
  /** 1: who signs or pays for an organization needs an authenticator or a passkey. */
  MFA_REQUIRED: z.stringbool().default(false),
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  /** Another server that speaks Stripe's HTTP; for tests. */
  STRIPE_API_BASE: z.url().optional(),
  /** What is offered at Stripe: any of card, alipay, wechat_pay, by commas. */
  STRIPE_PAYMENT_METHODS: PaymentMethods,
  /** The market's part of an online payment, in hundredths of a percent. */
  PLATFORM_FEE_BASIS_POINTS: z.coerce.number().int().min(0).max(3000).default(0),
  /** Addresses of proxies whose X-Forwarded-* headers are believed. */
  TRUST_PROXY: z.string().default('loopback'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().positive().default(600),
})

/** Without its webhook secret Stripe's word could not be told from anybody's. */
const WholeEnvironment = Environment.refine(
  ({ STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET }) => !STRIPE_SECRET_KEY === !STRIPE_WEBHOOK_SECRET,
  { path: ['STRIPE_WEBHOOK_SECRET'], error: 'goes with STRIPE_SECRET_KEY, or neither is set' },
)

export type Config = z.infer<typeof Environment>

/** What is set; an empty variable, as compose files leave them, counts as absent. */
const withoutEmpty = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))

/** Reads the environment once; throws one readable sentence per wrong variable. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => {
  const parsed = WholeEnvironment.safeParse(withoutEmpty(environment))
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`Configuration: ${wrong.join('; ')}`)
}
