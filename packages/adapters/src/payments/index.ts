export { createStripeGateway, type StripeSettings, WALLETS, type Wallet } from './create-stripe-gateway.ts'
export type {
  AccountReading,
  CheckoutOrder,
  CheckoutReading,
  GatewayEvent,
  IntentReading,
  PaymentGateway,
  RefundReading,
} from './payment-gateway.ts'
