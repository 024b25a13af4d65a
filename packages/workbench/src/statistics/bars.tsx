import type { ReactNode } from 'react'

/** One line of a chart: its name, how long its bar is, and the figure in words. */
export interface Bar {
  readonly zh: string
  readonly value: number
  readonly shown: string
  /** More figures beside, in the order of the further heads. */
  readonly more?: readonly ReactNode[]
}

interface BarsProps {
  readonly caption: string
  readonly heads: readonly [name: string, figure: string, ...more: string[]]
  readonly bars: readonly Bar[]
}

const width = 160

/** Drawn for who looks; the figure stands beside it, so nothing hangs on the drawing or its colour. */
const Drawn = ({ share }: { readonly share: number }) => (
  <svg viewBox={`0 0 ${width} 14`} width={width} height={14} aria-hidden="true" className="bar">
    <rect x="0" y="0" width={width} height={14} fill="#e3e8ef" />
    <rect x="0" y="0" width={Math.round(share * width)} height={14} fill="#1d4f91" />
  </svg>
)

/** A table whose rows carry their bars: the chart and the table beside it are one. */
export const Bars = ({ caption, heads: [name, figure, ...more], bars }: BarsProps) => {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <table className="plain bars">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{figure}</th>
          {more.map((zh) => (
            <th key={zh} scope="col">
              {zh}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.zh}>
            <th scope="row">{bar.zh}</th>
            <td>
              <span className="bar-figure">{bar.shown}</span>
              <Drawn share={bar.value / most} />
            </td>
            {more.map((zh, i) => (
              <td key={zh}>{bar.more?.[i]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A share in words: 0.125 → 12.5%. */
export const percent = (share: number | null): string =>
  share === null ? '没有办结的' : `${Math.round(share * 1000) / 10}%`
