export {
  DOUBLE_SECRET_KEY,
  DOUBLE_WEBHOOK_SECRET,
  type SignedEvent,
  type StripeDouble,
  startStripeDouble,
} from './stripe-double.ts'
