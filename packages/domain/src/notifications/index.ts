export {
  DELIVERIES,
  type Delivery,
  endedBy,
  MAIL_CLASSES,
  type MailChoices,
  type MailClass,
  mailChoicesOf,
  OBLIGATORY_MAIL_CLASSES,
  type ObligatoryMailClass,
  UNSUBSCRIBE_SCOPES,
  type UnsubscribeScope,
} from './mail-classes.ts'
