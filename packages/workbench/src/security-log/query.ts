/** What the log is searched by; empty is not asked. */
export interface LogQuery {
  readonly from: string
  readonly to: string
  readonly who: string
  readonly act: string
}

export const noQuery: LogQuery = { from: '', to: '', who: '', act: '' }

export const textOf = (query: LogQuery): string =>
  new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value.trim() ? [[key, value.trim()]] : [])),
  ).toString()
