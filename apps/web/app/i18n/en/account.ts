import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { account as source } from '../zh-CN/account.ts'

export const account: Translation<typeof source> = {
  login: {
    title: 'Log in',
    lead: 'Posting results, asking for a licence, signing and registering all begin here.',
    submit: 'Log in',
    noAccount: 'No account yet?',
    toRegister: 'Register',
    forgot: 'Forgot the password',
    description: 'Log in to manage results, requests, contracts and registrations.',
  },
  register: {
    title: 'Register',
    lead: 'First make an account of your own; then register your organization or accept an invitation.',
    submit: 'Make the account',
    haveAccount: 'Have an account?',
    toLogin: 'Log in',
    description: 'Make an account to post research results or to find technology.',
  },
  forgot: {
    title: 'Reset the password',
    lead: 'Enter the e-mail you registered with. We will send a link with which you set a new password.',
    submit: 'Send the link',
    sentTitle: 'Please check your mail',
    sent: 'If this address has an account, a mail with a link arrives within minutes. If not, look into the spam folder or try again later.',
    description: 'Reset the password by mail.',
  },
  reset: {
    title: 'Set a new password',
    lead: 'Once it is set, all other devices are logged out.',
    submit: 'Save the new password',
    missingTitle: 'The link is incomplete',
    missing: 'Please open the whole link from the mail, or request a new one.',
    again: 'Request a new one',
    description: 'Set a new password.',
  },
  done: { reset: 'The new password is set. Please log in.' },
  fields: {
    name: 'Name',
    email: 'E-mail',
    password: 'Password',
    newPassword: 'New password',
    passwordHint: 'At least 10 characters; a sentence you remember is best.',
    show: 'Show or hide the password',
  },
}
