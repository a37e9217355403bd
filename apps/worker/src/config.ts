import { z } from 'zod'

const PaymentMethods = z
  .string()
  .default('card,alipay,wechat_pay')
  .transform((text) => text.split(',').map((name) => name.trim()))
  .pipe(z.array(z.enum(['card', 'alipay', 'wechat_pay'])).min(1))

const Environment = z.object({
  DATABASE_URL: z.string().min(1),
  /** Address under which people reach the market; links in mails begin with it. */
  PUBLIC_URL: z.url().default('http://127.0.0.1:8080'),
  /** Seals the links in mails; the API's own. */
  APP_SECRET: z.string().min(32),
  DATA_DIR: z.string().default('.data'),
  /** Of an S3-compatible store; without a bucket files are kept in DATA_DIR, where the API puts them. */
  S3_ENDPOINT: z.string().optional(),
  S3_REGION: z.string().default('auto'),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Technology Market <no-reply@localhost>'),
  MEILI_URL: z.url().optional(),
  MEILI_KEY: z.string().optional(),
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  /** Another server that speaks Stripe's HTTP; for tests. */
  STRIPE_API_BASE: z.url().optional(),
  /** What is offered at Stripe: any of card, alipay, wechat_pay, by commas. */
  STRIPE_PAYMENT_METHODS: PaymentMethods,
  /** The market's part of an online payment, in hundredths of a percent. */
  PLATFORM_FEE_BASIS_POINTS: z.coerce.number().int().min(0).max(3000).default(0),
  /** Days after which an import of listings that nobody goes on with is forgotten, with its file. */
  LISTING_IMPORT_KEEP_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(50).default(4),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

/** Without its webhook secret Stripe's word could not be told from anybody's. */
const WholeEnvironment = Environment.refine(
  ({ STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET }) => !STRIPE_SECRET_KEY === !STRIPE_WEBHOOK_SECRET,
  { path: ['STRIPE_WEBHOOK_SECRET'], error: 'goes with STRIPE_SECRET_KEY, or neither is set' },
)

export type Config = z.infer<typeof Environment>

/** The part a command beside the running product needs; without DATABASE_URL it uses the embedded database. */
const CommandEnvironment = Environment.pick({ DATA_DIR: true, MEILI_URL: true, MEILI_KEY: true }).extend({
  DATABASE_URL: z.string().optional(),
})

export type CommandConfig = z.infer<typeof CommandEnvironment>

/** What is set; an empty variable, as compose files leave them, counts as absent. */
const withoutEmpty = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))

const read = <T>(schema: z.ZodType<T>, environment: NodeJS.ProcessEnv): T => {
  const parsed = schema.safeParse(withoutEmpty(environment))
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`Configuration: ${wrong.join('; ')}`)
}

/** Reads the environment once; throws one readable sentence per wrong variable. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => read(WholeEnvironment, environment)

export const readCommandConfig = (environment: NodeJS.ProcessEnv): CommandConfig =>
  read(CommandEnvironment, environment)
