/** Requests are counted when they are at least this old: a younger one may still be answered in good time. */
export const REPLY_WINDOW_DAYS = 14
/** Only the last year says how an organization answers now. */
export const REPLY_PERIOD_DAYS = 365
/** Fewer requests than this say more about the requests than about who answers them. */
export const FEWEST_REQUESTS = 5

export interface ReplyFacts {
  /** Requests of the period that are old enough to be judged. */
  requests: number
  answered: number
  /** Half of the answers came within so many days; null without answers. */
  medianDays: number | null
}

export interface ReplyStatistics {
  /** 0 to 100, whole. */
  answeredPercent: number
  /** One decimal. */
  medianDays: number | null
}

/** What may be published of how an organization answers; null where the number of requests is too small. */
export const replyStatistics = ({ requests, answered, medianDays }: ReplyFacts): ReplyStatistics | null =>
  requests < FEWEST_REQUESTS
    ? null
    : {
        answeredPercent: Math.round((answered / requests) * 100),
        medianDays: medianDays === null ? null : Math.round(medianDays * 10) / 10,
      }
