/** Upper bounds of the latency buckets, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

interface Histogram {
  readonly buckets: number[]
  sum: number
  count: number
}

/** One answered request. `route` is the pattern, never the address asked for. */
export interface Answered {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly seconds: number
}

/** Counts since the process started, for Prometheus. */
export interface Metrics {
  answered(request: Answered): void
  /** The Prometheus text format, version 0.0.4. */
  text(): string
}

const labels = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${String(value).replace(/[\\"\n]/g, '_')}"`)
    .join(',')

const histogramLines = (route: string, { buckets, sum, count }: Histogram): string[] => {
  const name = 'zhiqing_http_request_seconds'
  const at = (le: string) => labels({ route, le })
  return [
    ...bounds.map((bound, i) => `${name}_bucket{${at(String(bound))}} ${buckets[i]}`),
    `${name}_bucket{${at('+Inf')}} ${count}`,
    `${name}_sum{${labels({ route })}} ${sum.toFixed(6)}`,
    `${name}_count{${labels({ route })}} ${count}`,
  ]
}

export const openMetrics = (): Metrics => {
  const totals = new Map<string, number>()
  const times = new Map<string, Histogram>()
  const answered = ({ method, route, status, seconds }: Answered): void => {
    const total = labels({ method, route, status })
    totals.set(total, (totals.get(total) ?? 0) + 1)
    const time = times.get(route) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 }
    for (const [i, bound] of bounds.entries()) if (seconds <= bound) time.buckets[i] = (time.buckets[i] ?? 0) + 1
    time.sum += seconds
    time.count += 1
    times.set(route, time)
  }
  const text = (): string =>
    [
      '# TYPE zhiqing_http_requests_total counter',
      ...[...totals].map(([of, total]) => `zhiqing_http_requests_total{${of}} ${total}`),
      '# TYPE zhiqing_http_request_seconds histogram',
      ...[...times].flatMap(([route, time]) => histogramLines(route, time)),
      '',
    ].join('\n')
  return { answered, text }
}
