import { MAX_LISTING_IMPORT_BYTES } from '@market/domain/listings'
import { z } from 'zod'

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  API_URL: z.url().default('http://127.0.0.1:8081'),
  /** Address under which people reach the market; canonical links and the sitemap use it. */
  PUBLIC_URL: z.url().optional(),
  /** Addresses of the machines in front whose X-Forwarded-* count. None by default, or anybody could invent an address. */
  WEB_TRUST_PROXY: z.string().default(''),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  /** The largest file that comes with a form, and what comes along with it. */
  MAX_UPLOAD_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(MAX_LISTING_IMPORT_BYTES + 2 * 1024 * 1024),
  SITE_NAME_ZH: z.string().default('邕江技术市场'),
  SITE_NAME_EN: z.string().default('Yongjiang Technology Market'),
  SITE_CITY_ZH: z.string().default('南宁'),
  SITE_CITY_EN: z.string().default('Nanning'),
})

/** What a city sets for itself; shown in the header, titles and structured data. */
export interface Site {
  nameZh: string
  nameEn: string
  cityZh: string
  cityEn: string
}

export interface WebConfig {
  port: number
  host: string
  apiUrl: string
  publicUrl: string | undefined
  trustProxy: string | false
  logLevel: string
  maxUploadBytes: number
  site: Site
}

/** What is set; an empty variable, as compose files leave them, counts as absent. */
const withoutEmpty = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))

/** Reads the environment once; a wrong value ends the start with its name. */
export function readConfig(env: NodeJS.ProcessEnv): WebConfig {
  const parsed = environment.safeParse(withoutEmpty(env))
  if (!parsed.success) throw new Error(`web configuration: ${z.prettifyError(parsed.error)}`)
  const value = parsed.data
  return {
    port: value.PORT,
    host: value.HOST,
    apiUrl: value.API_URL.replace(/\/$/, ''),
    publicUrl: value.PUBLIC_URL?.replace(/\/$/, ''),
    trustProxy: value.WEB_TRUST_PROXY || false,
    logLevel: value.LOG_LEVEL,
    maxUploadBytes: value.MAX_UPLOAD_BYTES,
    site: {
      nameZh: value.SITE_NAME_ZH,
      nameEn: value.SITE_NAME_EN,
      cityZh: value.SITE_CITY_ZH,
      cityEn: value.SITE_CITY_EN,
    },
  }
}
