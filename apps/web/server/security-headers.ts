import type { FastifyHelmetOptions } from '@fastify/helmet'

/**
 * The policy of every page: own scripts and style sheets only, inline ones by nonce.
 * The nonces are added by helmet to script-src and style-src; style elements fall back to style-src.
 */
export const securityHeaders: FastifyHelmetOptions = {
  enableCSPNonces: true,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      // Mantine sets sizes and colours of single elements through style attributes (React renders its `style`
      // prop so); attributes cannot carry a nonce, and they cannot load or run anything under this policy.
      'style-src-attr': ["'unsafe-inline'"],
      'img-src': ["'self'", 'data:'],
      'media-src': ["'self'"],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      // Contracts are read beside the form they are examined by.
      'frame-src': ["'self'"],
      // Paying leads to a page of Stripe's: browsers count the redirect after a form as the form's own address.
      'form-action': ["'self'", 'https://checkout.stripe.com', 'https://connect.stripe.com'],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
      'manifest-src': ["'self'"],
    },
  },
  referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  // Whether the whole host speaks TLS is known to the machine in front, which sets the header itself.
  strictTransportSecurity: false,
}
