import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { figures as source } from '../zh-CN/figures.ts'

export const figures: Translation<typeof source> = {
  title: 'Turnover explorer',
  description:
    'Technology contract turnover by view, breakdown and period, and as the register stood on any day of the past.',
  lead: 'Choose view, breakdown and period, or go back to what the register said on an earlier day. Every figure opens down to its contracts.',
  plans: 'Plans and indicators',
  doors: { label: 'Figures of the register', views: 'Turnover explorer', periods: 'Published periods' },
  ask: {
    view: 'View',
    by: 'Broken down by',
    from: 'From',
    to: 'To',
    knownOn: 'Register as of',
    show: 'Show',
    asOfNow: 'Back to now',
  },
  sentence: {
    total: 'From {{from}} to {{to}}, view “{{view}}”: {{contracts}} technology contracts worth {{amount}}.',
    withheld:
      'From {{from}} to {{to}}, view “{{view}}”: the total would give away figures that are withheld.',
    more: '{{percent}} % more than a year earlier.',
    less: '{{percent}} % less than a year earlier.',
    asKnown: 'Register as of {{at}}.',
  },
  chart: { axis: 'CNY million', current: 'Turnover', previous: 'A year earlier' },
  table: {
    caption: 'Turnover, view “{{view}}”, by {{by}}',
    contracts: 'Contracts',
    amount: 'Turnover',
    share: 'Share',
    technology: 'Technology amount',
    average: 'Per contract',
    previous: 'A year earlier',
    growth: 'Year on year',
    total: 'Total',
    empty: 'No contract was registered in this period.',
    without: 'Without a registered contract: {{names}}.',
  },
  withheld:
    'Cells marked “withheld” stand on fewer than {{smallest}} contracts or would give such a figure away; they are withheld to protect the parties.',
  views: {
    registered: 'Registered: every contract registered here counts once, wherever its parties are.',
    unique: 'Unique: output + intake − inside both; every contract with a side in the city counts once.',
    output: 'Output: contracts whose seller is in the city.',
    intake: 'Intake: contracts whose buyer is in the city.',
    self: 'Inside both: contracts with both sides in the city; they stand in output and in intake.',
  },
  rail: {
    label: 'Definition and downloads',
    definition: 'Definition',
    downloads: 'Downloads',
    json: 'Data of this view (JSON)',
    csv: 'Data of this view (CSV)',
    periods: 'Published periods',
  },
}
