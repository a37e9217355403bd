import { z } from 'zod'

/** 'cookie' for the browser (tokens stay in httpOnly cookies), 'bearer' for programs (tokens in the body). */
export const Transport = z.enum(['cookie', 'bearer']).default('bearer')
