/** Stands on every paper that speaks of invented parties. */
export const SAMPLE_NOTICE = '样例数据：当事人为演示而虚构。Sample data: the parties are invented.'
