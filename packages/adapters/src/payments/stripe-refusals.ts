import { isRefusal, refuse } from '@market/domain'
import Stripe from 'stripe'

const refusalFor = (error: unknown) => {
  if (isRefusal(error) || !(error instanceof Stripe.errors.StripeError)) return error
  // What Stripe says stays with us: it may name keys and accounts.
  const wrongOrder = error.type === 'StripeInvalidRequestError' || error.type === 'StripeCardError'
  return wrongOrder
    ? refuse('conflict', 'payment.gateway_refused', { reason: error.code ?? error.type })
    : refuse('precondition', 'payment.gateway_unavailable')
}

/** Puts what Stripe refuses, or that it does not answer, into the market's words. */
export const refusing = async <T>(call: () => Promise<T>): Promise<T> => {
  try {
    return await call()
  } catch (error) {
    throw refusalFor(error)
  }
}

/** The same; null where Stripe knows no such object. */
export const orNothing = <T>(call: () => Promise<T>): Promise<T | null> =>
  refusing(async () => {
    try {
      return await call()
    } catch (error) {
      if (error instanceof Stripe.errors.StripeError && error.statusCode === 404) return null
      throw error
    }
  })
